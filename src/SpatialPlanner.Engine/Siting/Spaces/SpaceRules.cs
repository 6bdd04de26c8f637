namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>What a set of rooms must keep to.</summary>
/// <param name="Spaces">The spaces.</param>
/// <param name="Columns">The rooms, in the order of space, year and service.</param>
/// <param name="NotWith">For each service, services (a bit each) that may not share a space with it.</param>
public sealed record SpaceRules(
    IReadOnlyList<CandidateSpace> Spaces, IReadOnlyList<SpaceColumn> Columns, IReadOnlyList<ulong> NotWith)
{
    /// <summary>Stands for no bound; far below where sums of costs would overflow.</summary>
    public const long NoBound = long.MaxValue / 8;

    /// <summary>Money of each year; one entry where there are no years, <see cref="NoBound"/> where money is no matter.</summary>
    public IReadOnlyList<long> Budgets { get; init; } = [NoBound];

    /// <summary>True where what a year leaves over adds to the next.</summary>
    public bool CarryOver { get; init; }

    /// <summary>Cost of one space with its rooms at most.</summary>
    public long SpaceBudget { get; init; } = NoBound;

    /// <summary>Spaces at most.</summary>
    public int MostSpaces { get; init; } = int.MaxValue;

    /// <summary>Spaces in each group at least; in a group with fewer spaces that could be opened, all of them.</summary>
    public int LeastPerGroup { get; init; }
}
