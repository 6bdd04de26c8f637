using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class ShortestPathSearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(900)]
    public void ASearchCarriesItsOwnProof(int sources)
    {
        // No arc leads to a better label, and every label is that of a seed or comes along an arc: then all are least.
        var town = new LotGrid(90, sources);
        var links = town.Points(sources);
        var (network, search) = (town.Network, new ShortestPathSearch(town.Network));
        foreach (var limit in new[] { 400_000, WalkCosts.LongestMm, 90_000 })
        {
            search.Run(WalkCosts.Distance(network), links, [.. Enumerable.Range(0, sources)], limit);
            var labels = Labels(network, search);
            var best = Seeds(network, links, limit);
            for (var v = 0; v < network.NodeCount; v++)
            {
                for (var a = network.FirstArc[v]; a < network.FirstArc[v + 1] && labels.TryGetValue(v, out var label); a++)
                {
                    var cost = label.CostMm + network.Edges.LengthMm[network.ArcEdge[a]];
                    Offer(best, network.ArcHead[a], cost, label.Source, limit);
                }
            }

            Assert.Equal(best.OrderBy(l => l.Key), labels.OrderBy(l => l.Key));
        }
    }

    private static Dictionary<int, (int CostMm, int Source)> Labels(WalkNetwork network, ShortestPathSearch search)
    {
        var labels = new Dictionary<int, (int CostMm, int Source)>();
        foreach (var node in search.Reached)
        {
            labels.Add(node, (search.CostMm(node), search.Source(node)));
        }

        Assert.Equal(labels.Count, Enumerable.Range(0, network.NodeCount).Count(v => search.CostMm(v) != WalkCosts.Unreached));
        return labels;
    }

    private static Dictionary<int, (int CostMm, int Source)> Seeds(WalkNetwork network, Linkage links, int limit)
    {
        var best = new Dictionary<int, (int CostMm, int Source)>();
        for (var p = 0; p < links.PointCount; p++)
        {
            var link = links.LinksOf(p).Single();
            Offer(best, network.Edges.StartFrom[link.Edge], link.AccessMm + link.OffsetMm, p, limit);
            Offer(
                best, network.Edges.StartTo[link.Edge],
                link.AccessMm + network.Edges.LengthMm[link.Edge] - link.OffsetMm, p, limit);
        }

        return best;
    }

    private static void Offer(
        Dictionary<int, (int CostMm, int Source)> best, int node, int costMm, int source, int limit)
    {
        var label = (costMm, source);
        if (costMm <= limit && (!best.TryGetValue(node, out var old) || label.CompareTo(old) < 0))
        {
            best[node] = label;
        }
    }
}
