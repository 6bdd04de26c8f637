namespace SpatialPlanner.Data.Scenarios;

/// <summary>A scenario that a workspace keeps: one row of the layer <c>scenarios</c>.</summary>
/// <param name="Id">Key of the row.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Note">What is said about it, or null.</param>
/// <param name="Author">Who saved it last, or null.</param>
/// <param name="CreatedAt">When it was first saved, ISO 8601, UTC.</param>
/// <param name="SavedAt">When it was last saved, ISO 8601, UTC.</param>
/// <param name="BasedOn">Id of the scenario that it was made of, or null.</param>
/// <param name="Version">1, and one more with each save.</param>
/// <param name="IsDeleted">True once it was deleted; saving it again has it back.</param>
/// <param name="Changes">What it changes.</param>
public sealed record SavedScenario(
    string Id, string Name, string? Note, string? Author, string CreatedAt, string SavedAt, string? BasedOn, long Version,
    bool IsDeleted, ScenarioChanges Changes);
