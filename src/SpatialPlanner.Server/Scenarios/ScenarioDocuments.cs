using SpatialPlanner.Data.Scenarios;

namespace SpatialPlanner.Server.Scenarios;

/// <summary>The scenarios of a workspace, by name.</summary>
internal sealed record ScenariosDocument(IReadOnlyList<ScenarioDocument> Scenarios);

/// <summary>A named scenario. <c>version</c> rises with each save.</summary>
internal sealed record ScenarioDocument(
    string Id, string Name, string? Note, string? Author, string CreatedAt, string SavedAt, string? BasedOn, long Version,
    ScenarioChanges Changes)
{
    public static ScenarioDocument Of(SavedScenario s) =>
        new(s.Id, s.Name, s.Note, s.Author, s.CreatedAt, s.SavedAt, s.BasedOn, s.Version, s.Changes);
}

/// <summary>A scenario to be saved.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="Note">What is said about it, or null.</param>
/// <param name="Author">Who saves it, or null.</param>
/// <param name="BasedOn">Id of the scenario that it was made of, or null.</param>
/// <param name="Version">The version that the change is made of; null where the scenario is new.</param>
internal sealed record ScenarioRequest(
    string Name, ScenarioChanges Changes, string? Note = null, string? Author = null, string? BasedOn = null, long? Version = null);
