namespace SpatialPlanner.Engine.Siting;

/// <summary>A set of columns under change, which knows what still fits.</summary>
public abstract class ChosenSet
{
    /// <summary>True where the column is not in the set and can come in.</summary>
    /// <param name="column">Column.</param>
    public abstract bool Fits(int column);

    /// <summary>True where the column could come in if another one left.</summary>
    /// <param name="column">Column that is not in the set.</param>
    /// <param name="leaving">Column of the set.</param>
    public abstract bool FitsFor(int column, int leaving);

    /// <summary>
    /// What the column would take of what is scarce (money, sites), above 0: the greedy search divides gains by it.
    /// </summary>
    /// <param name="column">Column that is not in the set.</param>
    public abstract double Price(int column);

    /// <summary>Puts a column in.</summary>
    /// <param name="column">Column that fits.</param>
    public abstract void Add(int column);

    /// <summary>Takes a column out.</summary>
    /// <param name="column">Column of the set.</param>
    public abstract void Remove(int column);

    /// <summary>True where the set as it is meets every condition, also those that ask for something (at least one site here).</summary>
    public abstract bool IsComplete { get; }
}
