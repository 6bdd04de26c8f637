namespace SpatialPlanner.Engine.Siting;

/// <summary>A set of columns of which none excludes another.</summary>
/// <param name="count">The same set, which looks at the number only.</param>
/// <param name="excludes">For each column those that it excludes.</param>
internal sealed class SpacedSet(ChosenSet count, int[][] excludes) : ChosenSet
{
    private readonly int[] _excluders = new int[excludes.Length];

    /// <inheritdoc/>
    public override bool IsComplete => count.IsComplete;

    /// <inheritdoc/>
    public override bool Fits(int column) => _excluders[column] == 0 && count.Fits(column);

    /// <inheritdoc/>
    public override bool FitsFor(int column, int leaving) =>
        _excluders[column] == (Array.IndexOf(excludes[leaving], column) >= 0 ? 1 : 0) && count.FitsFor(column, leaving);

    /// <inheritdoc/>
    public override double Price(int column) => count.Price(column);

    /// <inheritdoc/>
    public override void Add(int column)
    {
        count.Add(column);
        foreach (var other in excludes[column])
        {
            _excluders[other]++;
        }
    }

    /// <inheritdoc/>
    public override void Remove(int column)
    {
        count.Remove(column);
        foreach (var other in excludes[column])
        {
            _excluders[other]--;
        }
    }
}
