namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>Demand, sites and the distances between them.</summary>
/// <param name="First">First entry of each demand, and one more: the number of entries.</param>
/// <param name="Site">Site of each entry, none twice for a demand; a pair that is missing cannot be.</param>
/// <param name="Distance">Distance of each entry, at least 0.</param>
/// <param name="SiteCount">Number of sites.</param>
/// <param name="Sites">Sites to choose at most, with those that are required.</param>
public sealed record PCenterProblem(int[] First, int[] Site, long[] Distance, int SiteCount, int Sites)
{
    /// <summary>Sites that each demand needs within the radius, 1 or more.</summary>
    public int Backup { get; init; } = 1;

    /// <summary>Sites that are required or forbidden, one state for each; null where all are free.</summary>
    public ColumnState[]? Fixed { get; init; }

    /// <summary>For each site those that may not be chosen beside it, in both directions; null where all may.</summary>
    public int[][]? Conflicts { get; init; }
}
