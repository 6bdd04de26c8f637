namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// Rooms in spaces: within floor areas, at most one room of a service in a space, services that exclude each other, a space
/// opened in one year and paid for once, budgets of a space, of all, or of each year, so many spaces at most and so many in each group at least.
/// <para>
/// The budgets have prices (Lagrangian multipliers; Geoffrion 1974): at given prices each space is searched exactly by itself, and the
/// price is the one at which the bound is least, so that what remains above the true maximum is less than one space brings. Sums
/// of money and area are exact. One search uses it at a time: the prices found last are where the next call begins.
/// </para>
/// </summary>
public sealed class SpaceChoices : Choices
{
    private readonly SpacePrices _prices;

    /// <summary>Makes choices of rooms.</summary>
    /// <param name="rules">The spaces, the rooms and the limits.</param>
    /// <exception cref="ArgumentException">The columns are out of order, or name what is not there.</exception>
    public SpaceChoices(SpaceRules rules)
    {
        Blocks = new RoomBlocks(rules);
        _prices = new SpacePrices(Blocks);
    }

    /// <inheritdoc/>
    public override int ColumnCount => Blocks.Columns.Length;

    /// <summary>The rules.</summary>
    public SpaceRules Rules => Blocks.Rules;

    /// <summary>The columns by space and year.</summary>
    internal RoomBlocks Blocks { get; }

    /// <summary>True where no limit of the column's own space keeps it out of every set.</summary>
    /// <param name="column">Column.</param>
    public bool CanBeChosen(int column) => Blocks.Possible[column];

    /// <summary>Spaces that a set which meets what is required has at least, and the least that those cost.</summary>
    public (int Spaces, long Cost) LeastRequired()
    {
        var (needs, services, rooms) = (new SpaceNeeds(Blocks), new ulong[Blocks.SpaceCount], new int[Blocks.SpaceCount]);
        return (needs.SpacesMissing(services, rooms), needs.CostMissing(services, rooms));
    }

    /// <inheritdoc/>
    public override bool CanStandFor(int better, int worse)
    {
        var (one, other) = (Blocks.Columns[better], Blocks.Columns[worse]);
        return (one.Space, one.Service, one.Year) == (other.Space, other.Service, other.Year)
            && one.Area <= other.Area && one.Cost <= other.Cost;
    }

    /// <inheritdoc/>
    public override double Maximise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen)
    {
        var bound = _prices.Minimise(profit, state);
        _prices.CopyChosen(chosen);
        return bound;
    }

    /// <inheritdoc/>
    public override void Bounds(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        _ = _prices.Minimise(profit, state);
        _prices.Split.Run(profit, state, ifIn, ifOut);
    }

    /// <inheritdoc/>
    public override ChosenSet Begin() => new SpaceSet(Blocks);
}
