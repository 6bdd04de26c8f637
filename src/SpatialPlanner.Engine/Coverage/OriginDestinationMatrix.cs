using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>Walks between origins and destinations within a limit: one search an origin.</summary>
public static class OriginDestinationMatrix
{
    /// <summary>Finds the destinations of one origin.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="origins">Links of the origins.</param>
    /// <param name="origin">The origin.</param>
    /// <param name="destinations">Links of the destinations.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    /// <param name="search">Scratch of the network.</param>
    /// <returns>Cost of each destination in paced millimetres, or <see cref="WalkCosts.Unreached"/>.</returns>
    public static int[] Row(
        WalkNetwork network, WalkCosts costs, Linkage origins, int origin, Linkage destinations, int limitMm,
        ShortestPathSearch search) =>
        NearestFacility.Find(network, costs, origins, [origin], destinations, limitMm, search).CostMm;
}
