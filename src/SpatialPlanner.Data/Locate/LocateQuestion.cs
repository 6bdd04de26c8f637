using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>What is asked of a table of costs.</summary>
public sealed record LocateQuestion
{
    /// <summary>The problem.</summary>
    public required LocateProblem Problem { get; init; }

    /// <summary>Sites to choose; those that stand already do not count. Null where the problem finds the number.</summary>
    public int? Sites { get; init; }

    /// <summary>Largest cost of a pair, in units of the input; it counts. Null for none.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Share of the demand that must be served, above 0 up to 1 (coverage rate).</summary>
    public decimal CoverShare { get; init; } = 1;

    /// <summary>Sites that each demand needs within reach.</summary>
    public int Backup { get; init; } = 1;

    /// <summary>Least distance between two chosen sites, in units of the input; null for none.</summary>
    public decimal? Spacing { get; init; }

    /// <summary>True where a cost of the table is that of a demand's whole weight and not of one unit of it.</summary>
    public bool WholeCosts { get; init; }

    /// <summary>Who solves it.</summary>
    public PlanMethod Method { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Seconds after which the best answer so far is given; null for no limit.</summary>
    public double? TimeLimitS { get; init; }
}
