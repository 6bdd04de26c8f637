namespace SpatialPlanner.Data.Locate;

/// <summary>Demand, sites and the costs between them, as whole numbers of a fraction of the unit of the input.</summary>
public sealed record LocateTable
{
    /// <summary>Scale of numbers that are not brought to their coarsest yet.</summary>
    internal const long Millionths = 1_000_000;

    /// <summary>Ids of the demand, numbers by value, else by their letters.</summary>
    public required IReadOnlyList<string> Demand { get; init; }

    /// <summary>Ids of the sites, in the same order.</summary>
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>First entry of each demand, and one more: the number of entries.</summary>
    public required int[] First { get; init; }

    /// <summary>Site of each entry, rising within a demand.</summary>
    public required int[] Site { get; init; }

    /// <summary>Cost of each entry, in units of 1 / <see cref="CostScale"/>.</summary>
    public required long[] Cost { get; init; }

    /// <summary>Cost 1 of the input, as the table has it.</summary>
    public required long CostScale { get; init; }

    /// <summary>Weight of each demand, in units of 1 / <see cref="WeightScale"/>.</summary>
    public required long[] Weight { get; init; }

    /// <summary>Weight 1 of the input, as the table has it.</summary>
    public required long WeightScale { get; init; }

    /// <summary>What is said about each site.</summary>
    public required SiteRole[] Role { get; init; }

    /// <summary>Weight that each site can serve, in units of <see cref="WeightScale"/>; null for no bound.</summary>
    public required long?[] Capacity { get; init; }

    /// <summary>Cost of each site, in units of 1 / <see cref="CostScale"/>.</summary>
    public required long[] FixedCost { get; init; }

    /// <summary>True where the input gives costs of sites.</summary>
    public bool HasFixedCosts { get; init; }

    /// <summary>
    /// For each site, the other sites at less than so many millionths from it, with their distances; null where distances
    /// between sites are not known.
    /// </summary>
    public Func<long, (int Site, long Distance)[][]>? NearerThan { get; init; }

    /// <summary>Name of the input, for messages.</summary>
    public required string Source { get; init; }
}
