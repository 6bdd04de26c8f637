namespace SpatialPlanner.Engine.Siting.Linear;

/// <summary>A column of a linear program.</summary>
/// <param name="Objective">Its part in the objective.</param>
/// <param name="Lower">Least value.</param>
/// <param name="Upper">Largest value.</param>
/// <param name="IsWhole">True where it must be a whole number.</param>
public readonly record struct LinearColumn(double Objective, double Lower, double Upper, bool IsWhole);
