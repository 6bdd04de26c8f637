using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>The walk from each building to its nearest facility.</summary>
/// <param name="CostMm">
/// Cost of each building in paced millimetres (see <see cref="WalkCosts"/>), or <see cref="WalkCosts.Unreached"/>.
/// </param>
/// <param name="Facility">Nearest facility of each building, or <see cref="None"/>; ties to the lower number.</param>
public sealed record NearestFacility(int[] CostMm, int[] Facility)
{
    /// <summary>The facility of a building that reaches none.</summary>
    public const int None = -1;

    /// <summary>Finds the nearest of some facilities for every building: one search from all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    /// <param name="search">Scratch of the network.</param>
    public static NearestFacility Find(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int limitMm, ShortestPathSearch search)
    {
        search.Run(costs, facilities, candidates, limitMm);
        return Arrive(network, costs, facilities, candidates, buildings, limitMm, search);
    }

    /// <summary>Finds the nearest of some facilities for every building after a search from all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the search.</param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="limitMm">Largest cost looked at, at most the search's; it counts.</param>
    /// <param name="search">The search.</param>
    public static NearestFacility Arrive(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int limitMm, ShortestPathSearch search)
    {
        var sameEdge = new FacilitiesOnEdge(network, costs, facilities, candidates);
        var result = new NearestFacility(new int[buildings.PointCount], new int[buildings.PointCount]);
        for (var b = 0; b < buildings.PointCount; b++)
        {
            var best = new Best();
            for (var k = buildings.FirstLink[b]; k < buildings.FirstLink[b + 1]; k++)
            {
                ArriveFromEnds(network, costs, search, buildings, k, ref best);
                sameEdge.Arrive(buildings, k, ref best);
            }

            var reached = best.CostMm <= limitMm;
            result.CostMm[b] = reached ? best.CostMm : WalkCosts.Unreached;
            result.Facility[b] = reached ? best.Facility : None;
        }

        return result;
    }

    private static void ArriveFromEnds(
        WalkNetwork network, WalkCosts costs, ShortestPathSearch search, Linkage links, int link, ref Best best)
    {
        var (edges, edge) = (network.Edges, links.Edge[link]);
        var toFirst = links.AccessMm[link] + costs.OfPart(network, edge, links.OffsetMm[link]);
        var toLast = links.AccessMm[link] + costs.EdgeMm[edge] - costs.OfPart(network, edge, links.OffsetMm[link]);
        best.Offer(search, edges.EndFrom[edge], toFirst);
        best.Offer(search, edges.EndTo[edge], toLast);
        if (edges.ResidentsOnly[edge])
        {
            best.Offer(search, edges.StartFrom[edge], toFirst);
            best.Offer(search, edges.StartTo[edge], toLast);
        }
    }

    /// <summary>The best arrival at one building so far.</summary>
    internal struct Best()
    {
        public int CostMm = WalkCosts.Unreached;
        public int Facility = None;

        public void Offer(ShortestPathSearch search, int node, int legMm)
        {
            if (search.CostMm(node) != WalkCosts.Unreached)
            {
                Offer(search.CostMm(node) + legMm, search.Source(node));
            }
        }

        public void Offer(int costMm, int facility)
        {
            if (costMm < CostMm || (costMm == CostMm && facility < Facility))
            {
                (CostMm, Facility) = (costMm, facility);
            }
        }
    }
}
