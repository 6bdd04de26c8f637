using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>What part of one edge is within a cost, coming from its ends and from starts on the edge itself.</summary>
internal sealed class CostAlongEdge(
    WalkNetwork network, WalkCosts costs, ShortestPathSearch search, int edge, List<LinkPosition>? starts)
{
    private readonly int lengthMm = network.Edges.LengthMm[edge];

    /// <summary>The reached parts, in millimetres from the first end.</summary>
    public List<(int From, int To)> Within(int limitMm)
    {
        var edges = network.Edges;
        var parts = new List<(int From, int To)>();
        var first = Math.Min(search.CostMm(edges.EndFrom[edge]), search.CostMm(edges.StartFrom[edge]));
        var last = Math.Min(search.CostMm(edges.EndTo[edge]), search.CostMm(edges.StartTo[edge]));
        AddReach(parts, 0, first, limitMm, forward: true);
        AddReach(parts, lengthMm, last, limitMm, forward: false);
        foreach (var start in starts ?? [])
        {
            AddReach(parts, start.OffsetMm, start.AccessMm, limitMm, forward: true);
            AddReach(parts, start.OffsetMm, start.AccessMm, limitMm, forward: false);
        }

        return Intervals.Union(parts);
    }

    private void AddReach(List<(int From, int To)> parts, int atMm, int costMm, int limitMm, bool forward)
    {
        var whole = (forward ? costs.ForwardMm : costs.BackwardMm)[edge];
        if (costMm <= limitMm && whole != WalkCosts.Closed)
        {
            // On an edge with a wait the rest of the budget goes as far as its share of the edge's cost.
            var reach = (int)Math.Min(lengthMm, (long)(limitMm - costMm) * lengthMm / whole);
            parts.Add(forward ? (atMm, Math.Min(lengthMm, atMm + reach)) : (Math.Max(0, atMm - reach), atMm));
        }
    }
}
