using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// The walk from every node of a network to its nearest facility of a service, and from every building: what is kept
/// of a search so that a change needs only a small one. 8 bytes a node.
/// </summary>
public sealed class NearestFacilityField
{
    private const int CostShift = 32;

    /// <summary>The label of a node that reaches no facility; above every label.</summary>
    internal const long NoLabel = long.MaxValue;

    private readonly FacilitiesOnEdge onEdges;

    private NearestFacilityField(
        District district, int service, WalkerPace? pace, WalkCosts costs, int[] candidates, long[] labels,
        NearestFacility nearest)
    {
        (District, Service, Pace, Costs) = (district, service, pace, costs);
        (Candidates, Labels, Nearest) = (candidates, labels, nearest);
        onEdges = new FacilitiesOnEdge(costs, district.FacilityLinks, candidates);
    }

    /// <summary>The district.</summary>
    public District District { get; }

    /// <summary>The service, as its place in the rule pack.</summary>
    public int Service { get; }

    /// <summary>The walker of a time; null for a distance.</summary>
    public WalkerPace? Pace { get; }

    /// <summary>The walks of the buildings.</summary>
    public NearestFacility Nearest { get; }

    /// <summary>The open facilities of the service, rising.</summary>
    internal int[] Candidates { get; }

    /// <summary>Costs of walking from the facilities, that is of the walks to them turned round.</summary>
    internal WalkCosts Costs { get; }

    /// <summary>Label of each node: cost above facility, or <see cref="NoLabel"/>.</summary>
    internal long[] Labels { get; }

    /// <summary>Finds the field: one search from all open facilities of the service.</summary>
    /// <param name="district">The district.</param>
    /// <param name="service">Service, as its place in the rule pack.</param>
    /// <param name="pace">The walker of a time; null for a distance.</param>
    /// <param name="search">Scratch of the district's network.</param>
    public static NearestFacilityField Find(
        District district, int service, WalkerPace? pace, ShortestPathSearch search)
    {
        var candidates = district.Facilities.OpenWith(service);
        var costs = CostsOf(district.Network, pace);
        var nearest = NearestFacility.Find(
            district.Network, costs, district.FacilityLinks, candidates, district.BuildingLinks, WalkCosts.LongestMm,
            search);
        return new NearestFacilityField(district, service, pace, costs, candidates, search.Labels.ToArray(), nearest);
    }

    /// <summary>The walk from a place on an edge to its nearest facility; the leg to the place is not in it.</summary>
    /// <param name="place">The place.</param>
    /// <returns>
    /// Paced millimetres and the facility, or <see cref="WalkCosts.Unreached"/> and <see cref="NearestFacility.None"/>.
    /// </returns>
    public (int CostMm, int Facility) From(LinkPosition place)
    {
        var link = new Linkage([0, 1], [place.Edge], [place.OffsetMm], [0]);
        return Arrival.At(District.Network, Costs, new OfLabels(Labels), link, 0, onEdges).Within(WalkCosts.LongestMm);
    }

    internal static WalkCosts CostsOf(WalkNetwork network, WalkerPace? pace) =>
        (pace is { } walker ? network.TimeCosts(walker) : network.DistanceCosts).Reversed;

    internal static long Label(int costMm, int facility) => ((long)costMm << CostShift) | (uint)facility;

    internal static int CostMm(long label) => (int)(label >> CostShift);

    private readonly struct OfLabels(long[] labels) : INodeLabels
    {
        // NoLabel above the shift is WalkCosts.Unreached.
        public int CostMm(int node) => NearestFacilityField.CostMm(labels[node]);

        public int Source(int node) => (int)labels[node];
    }
}
