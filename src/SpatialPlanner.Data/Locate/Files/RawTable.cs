namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Costs in millionths, before weights and roles are read.</summary>
internal sealed record RawTable(
    string Source, IReadOnlyList<string> Demand, IReadOnlyList<string> Sites, int[] First, int[] Site, long[] Cost)
{
    /// <summary>Distances between sites, in millionths; null where they are not known.</summary>
    public Func<long, (int Site, long Distance)[][]>? NearerThan { get; init; }

    /// <summary>The table with every weight 1 and every site free; its numbers still are millionths.</summary>
    public LocateTable Plain()
    {
        var weight = new long[Demand.Count];
        Array.Fill(weight, LocateTable.Millionths);
        return new LocateTable
        {
            Source = Source,
            Demand = Demand,
            Sites = Sites,
            First = First,
            Site = Site,
            Cost = Cost,
            CostScale = LocateTable.Millionths,
            Weight = weight,
            WeightScale = LocateTable.Millionths,
            Role = new SiteRole[Sites.Count],
            Capacity = new long?[Sites.Count],
            FixedCost = new long[Sites.Count],
            NearerThan = NearerThan,
        };
    }
}
