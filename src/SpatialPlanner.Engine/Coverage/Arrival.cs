using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>How walks come from the nodes of a network to places on its edges.</summary>
internal static class Arrival
{
    /// <summary>The best arrival at a point: by the ends of the edges it is linked to, or along one of these.</summary>
    /// <typeparam name="TLabels">Kind of labels, a type of its own so that the calls are inlined.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of walking from the sources.</param>
    /// <param name="labels">Labels of the nodes.</param>
    /// <param name="links">Links of the points.</param>
    /// <param name="point">The point.</param>
    /// <param name="onEdges">The sources by edge.</param>
    public static BestArrival At<TLabels>(
        WalkNetwork network, WalkCosts costs, TLabels labels, Linkage links, int point, FacilitiesOnEdge onEdges)
        where TLabels : struct, INodeLabels
    {
        var best = new BestArrival();
        var edges = network.Edges;
        for (var k = links.FirstLink[point]; k < links.FirstLink[point + 1]; k++)
        {
            var (edge, offset, access) = (links.Edge[k], links.OffsetMm[k], links.AccessMm[k]);
            var (fromFirst, fromLast) = (access + costs.FromFirst(edge, offset), access + costs.FromLast(edge, offset));
            best.Offer(labels, edges.EndFrom[edge], fromFirst);
            best.Offer(labels, edges.EndTo[edge], fromLast);
            if (edges.ResidentsOnly[edge])
            {
                best.Offer(labels, edges.StartFrom[edge], fromFirst);
                best.Offer(labels, edges.StartTo[edge], fromLast);
            }

            onEdges.Arrive(links, k, ref best);
        }

        return best;
    }
}

/// <summary>The best arrival at a point so far.</summary>
internal struct BestArrival()
{
    public int CostMm = WalkCosts.Unreached;
    public int Facility = NearestFacility.None;

    public void Offer<TLabels>(TLabels labels, int node, int legMm)
        where TLabels : struct, INodeLabels
    {
        if (labels.CostMm(node) is var cost && cost != WalkCosts.Unreached)
        {
            Offer(cost + legMm, labels.Source(node));
        }
    }

    public void Offer(int costMm, int facility)
    {
        if (costMm < CostMm || (costMm == CostMm && facility < Facility))
        {
            (CostMm, Facility) = (costMm, facility);
        }
    }

    /// <summary>Forgets an arrival beyond a limit.</summary>
    public readonly (int CostMm, int Facility) Within(int limitMm) =>
        CostMm <= limitMm ? (CostMm, Facility) : (WalkCosts.Unreached, NearestFacility.None);
}
