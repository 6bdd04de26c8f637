namespace SpatialPlanner.Engine.Siting.Linear;

/// <summary>A row of a linear program.</summary>
/// <param name="Terms">Columns and their factors.</param>
/// <param name="Lower">Least value of the sum.</param>
/// <param name="Upper">Largest value of the sum.</param>
public readonly record struct LinearRow(IReadOnlyList<(int Column, double Factor)> Terms, double Lower, double Upper);
