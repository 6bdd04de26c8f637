using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>A table of costs: <c>demand_id,site_id,cost</c>; a pair that has no line cannot be.</summary>
internal static class PairsFile
{
    /// <summary>Reads the table.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static LocateTable Read(string path, CancellationToken cancel)
    {
        var (demand, sites, pairs) = (new Ids(), new Ids(), new Dictionary<(int Demand, int Site), (long Cost, long Line)>());
        NamedTable.Read(path, ["demand_id", "site_id", "cost"], [], row =>
        {
            var pair = (demand.Of(row.Id(0)), sites.Of(row.Id(1)));
            if (!pairs.TryAdd(pair, (row.NeededMillionths(2), row.Line)))
            {
                throw row.Fault(
                    new($"{row.Id(0)} 与 {row.Id(1)} 已在第 {pairs[pair].Line} 行给出", $"{row.Id(0)} and {row.Id(1)} were given on line {pairs[pair].Line} already"),
                    new("每对只留一行", "keep one line a pair"));
            }
        }, cancel);
        return Table(path, demand, sites, pairs);
    }

    private static LocateTable Table(
        string path, Ids demand, Ids sites, Dictionary<(int Demand, int Site), (long Cost, long Line)> pairs)
    {
        var ((demandNames, demandPlace), (siteNames, sitePlace)) = (demand.Ordered(), sites.Ordered());
        var first = new int[demand.Count + 1];
        var (key, cost) = (new long[pairs.Count], new long[pairs.Count]);
        var k = 0;
        foreach (var (pair, value) in pairs)
        {
            key[k] = ((long)demandPlace[pair.Demand] * sites.Count) + sitePlace[pair.Site];
            cost[k++] = value.Cost;
            first[demandPlace[pair.Demand] + 1]++;
        }

        Array.Sort(key, cost);
        for (var d = 0; d < demand.Count; d++)
        {
            first[d + 1] += first[d];
        }

        return new RawTable(
            Path.GetFileName(path), demandNames, siteNames, first, Array.ConvertAll(key, x => (int)(x % sites.Count)), cost).Plain();
    }
}
