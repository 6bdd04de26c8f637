namespace SpatialPlanner.Planning.Pilots;

/// <summary>What a community is judged by when pilots are chosen.</summary>
/// <param name="Code">Code in tables and weights.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="IsBenefit">True where more is better.</param>
/// <param name="Weight">Weight where the user gives none.</param>
public sealed record PilotCriterion(string Code, LocalText Name, LocalText Unit, bool IsBenefit, double Weight);
