namespace SpatialPlanner.Planning.Siting;

/// <summary>Who solves the plan problem.</summary>
public enum PlanMethod
{
    /// <summary>Our own search with its proof.</summary>
    Own,

    /// <summary>Greedy and swaps with a bound, without the search tree.</summary>
    Heuristic,

    /// <summary>The program <c>cbc</c>, where it is installed.</summary>
    Cbc,

    /// <summary>The program <c>highs</c>, where it is installed.</summary>
    Highs,

    /// <summary>The program <c>glpsol</c>, where it is installed.</summary>
    Glpk,
}

/// <summary>
/// What a planner asks: which idle spaces become which services. Everything has a default; an empty question means all
/// services of the pack that have a room rule, every candidate space, no bound on money.
/// </summary>
public sealed record PlanQuestion
{
    /// <summary>Money in all, CNY; null for no bound. With years, the sum of their budgets stands instead.</summary>
    public long? BudgetCny { get; init; }

    /// <summary>Money for one space at most, CNY; null for no bound.</summary>
    public long? SiteBudgetCny { get; init; }

    /// <summary>Spaces at most; null for no bound.</summary>
    public int? MaxSites { get; init; }

    /// <summary>Service codes; null for every service of the pack with a room rule.</summary>
    public IReadOnlyList<string>? Services { get; init; }

    /// <summary>Weight of a person of each service; 1 where a service is not named.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// True where the group of each service counts alike as a whole: a person counts, besides the weight, the residents
    /// divided by the people of the group. Otherwise services for everybody go before those for few.
    /// </summary>
    public bool EqualGroups { get; init; }

    /// <summary>
    /// True where a person counts, besides the weight, by the share of the community's people who want the service as a
    /// common need, as the survey tells. Individual needs are served at home and site nothing.
    /// </summary>
    public bool UseDemand { get; init; }

    /// <summary>
    /// How much more a person counts where the gap is large: 1 + this × the share of the community's group that is outside
    /// today. 0 counts everybody alike.
    /// </summary>
    public double GapPriority { get; init; }

    /// <summary>Spaces (<c>S001</c>) or rooms (<c>S001:meals</c>) that must be chosen.</summary>
    public IReadOnlyList<string> Must { get; init; } = [];

    /// <summary>Spaces or rooms that must not be chosen.</summary>
    public IReadOnlyList<string> MustNot { get; init; } = [];

    /// <summary>Budget of each year, CNY; empty for one phase. What a year leaves over is lost unless <see cref="CarryOver"/>.</summary>
    public IReadOnlyList<long> YearBudgetsCny { get; init; } = [];

    /// <summary>
    /// Calendar year of the first year budget, from which spaces with a later <c>available_from</c> are kept; null for the
    /// earliest year in which a space can be had.
    /// </summary>
    public int? StartYear { get; init; }

    /// <summary>True where what a year leaves over adds to the next.</summary>
    public bool CarryOver { get; init; }

    /// <summary>Spaces in each subdistrict at least, where it has candidates.</summary>
    public int LeastPerSubdistrict { get; init; }

    /// <summary>Share of a service's group that must be covered in each community at least, 0..1; null for none.</summary>
    public double? LeastCommunityShare { get; init; }

    /// <summary>True where rooms serve no more people than they have places for, and people without a place today count as need.</summary>
    public bool CountCapacity { get; init; }

    /// <summary>Least cost for this share of today's need instead of most need for the budget, 0..1; null for most need.</summary>
    public double? TargetShare { get; init; }

    /// <summary>True where open facilities may be extended by a service instead of a new space.</summary>
    public bool Extend { get; init; }

    /// <summary>Who solves it.</summary>
    public PlanMethod Method { get; init; }

    /// <summary>Seed of the search.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Seconds after which the best plan so far is given; null for no limit.</summary>
    public double? TimeLimitS { get; init; } = 30;

    /// <summary>Relative gap at which the search may end; 0 for the proof.</summary>
    public double GapGoal { get; init; }
}
