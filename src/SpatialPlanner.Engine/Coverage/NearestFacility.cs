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
    /// <param name="costs">
    /// Costs of walking from the facilities; for the walks of people to them give <see cref="WalkCosts.Reversed"/>.
    /// </param>
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
        var sameEdge = new FacilitiesOnEdge(costs, facilities, candidates);
        var result = new NearestFacility(new int[buildings.PointCount], new int[buildings.PointCount]);
        var labels = new OfSearch(search);
        for (var b = 0; b < buildings.PointCount; b++)
        {
            (result.CostMm[b], result.Facility[b]) =
                Arrival.At(network, costs, labels, buildings, b, sameEdge).Within(limitMm);
        }

        return result;
    }

    private readonly struct OfSearch(ShortestPathSearch search) : INodeLabels
    {
        public int CostMm(int node) => search.CostMm(node);

        public int Source(int node) => search.Source(node);
    }
}
