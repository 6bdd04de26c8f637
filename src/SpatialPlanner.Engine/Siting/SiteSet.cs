namespace SpatialPlanner.Engine.Siting;

/// <summary>A set of so many columns.</summary>
internal sealed class SiteSet(SiteCount choices) : ChosenSet
{
    private readonly bool[] isIn = new bool[choices.ColumnCount];
    private int count;

    /// <inheritdoc/>
    public override bool IsComplete => count >= choices.Least;

    /// <inheritdoc/>
    public override bool Fits(int column) => !isIn[column] && count < choices.Most;

    /// <inheritdoc/>
    public override bool FitsFor(int column, int leaving) => !isIn[column];

    /// <inheritdoc/>
    public override double Price(int column) => 1;

    /// <inheritdoc/>
    public override void Add(int column)
    {
        isIn[column] = true;
        count++;
    }

    /// <inheritdoc/>
    public override void Remove(int column)
    {
        isIn[column] = false;
        count--;
    }
}
