using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>
/// Finds what is wrong with how edges join: the same for <c>planner check</c>, which tells it, and for a repair at
/// import, which mends it. Segments near each other come from monotone chains in a packed R-tree (NetTopologySuite).
/// </summary>
internal static class NetworkFaults
{
    /// <summary>A dead end no farther than this from another edge is taken for one that should reach it, metres.</summary>
    public const double UndershootM = 2;

    /// <summary>What lies no farther apart than this is on one spot, metres: the centimetre to which ends join.</summary>
    public const double OneSpotM = 0.01;

    /// <summary>The faults by kind, then by edge.</summary>
    /// <param name="rows">Rows of <c>walk_edges</c>.</param>
    /// <param name="projection">Their metric plane.</param>
    public static List<NetworkFault> Find(IReadOnlyList<LayerRow> rows, LocalProjection projection) =>
        Find(new WalkEdgeShapes(rows, projection), projection);

    /// <summary>The faults by kind, then by edge.</summary>
    /// <param name="shapes">The edges.</param>
    /// <param name="projection">Their metric plane.</param>
    public static List<NetworkFault> Find(WalkEdgeShapes shapes, LocalProjection projection)
    {
        var faults = new List<NetworkFault>();
        var looked = new List<ISegmentString>();
        for (var e = 0; e < shapes.Count; e++)
        {
            if (ZeroLengthEdges.Is(shapes, e))
            {
                faults.Add(ZeroLengthEdges.Fault(shapes, e));
            }
            else if (shapes.Lines[e] is { } line)
            {
                looked.Add(new EdgeSegments(e, line));
            }
        }

        faults.AddRange(DuplicateEdges.Find(shapes));
        var meetings = new EdgeMeetings(shapes);
        new MCIndexNoder(meetings, UndershootM).ComputeNodes(looked);
        faults.AddRange(meetings.Faults(projection));
        return faults;
    }

    /// <summary>The segments of an edge.</summary>
    internal sealed class EdgeSegments(int edge, Coordinate[] points) : ISegmentString
    {
        public int Edge => edge;

        public object Context { get; set; } = points;

        public int Count => points.Length;

        public Coordinate[] Coordinates => points;

        public bool IsClosed => points[0].Equals2D(points[^1]);

        public LineSegment this[int index]
        {
            get => new(points[index], points[index + 1]);
            set => throw new NotSupportedException("The points of an edge do not change while it is looked at.");
        }
    }
}
