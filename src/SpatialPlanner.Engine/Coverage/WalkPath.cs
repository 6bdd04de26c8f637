using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>One walk, to be drawn: its way from the first point's leg to the last one's.</summary>
/// <param name="CostMm">Cost in paced millimetres, legs included.</param>
/// <param name="StartAccessMm">Leg off the network at the start, millimetres.</param>
/// <param name="EndAccessMm">Leg off the network at the end, millimetres.</param>
/// <param name="StreetMm">Length on the network, millimetres.</param>
/// <param name="Stretches">The edges of the way on the network, in order.</param>
/// <param name="X">Points of the way on the network: local east, metres.</param>
/// <param name="Y">Points of the way on the network: local north, metres.</param>
public sealed record WalkPath(
    int CostMm, int StartAccessMm, int EndAccessMm, int StreetMm, IReadOnlyList<EdgeStretch> Stretches, double[] X, double[] Y)
{
    /// <summary>
    /// Finds the cheapest walk between two linked points, or null where there is none. One plain Dijkstra with
    /// predecessors: it runs once a click, so the coverage search stays free of them.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the network.</param>
    /// <param name="from">Linkage that holds the start.</param>
    /// <param name="start">Start, a point of <paramref name="from"/>.</param>
    /// <param name="to">Linkage that holds the end.</param>
    /// <param name="end">End, a point of <paramref name="to"/>.</param>
    public static WalkPath? Find(WalkNetwork network, WalkCosts costs, Linkage from, int start, Linkage to, int end) =>
        new PathSearch(network, costs).Find([.. from.LinksOf(start)], [.. to.LinksOf(end)]);
}
