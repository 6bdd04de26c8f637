using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>
/// Looks at pairs of segments that lie near each other: edges that cross away from their ends, and ends that lie on or
/// near an edge that they do not join.
/// </summary>
internal sealed class EdgeMeetings(WalkEdgeShapes shapes) : ISegmentIntersector
{
    // Where two segments meet at their ends the parameters come out as 0 or 1 but for rounding.
    private const double Rounding = 1e-9;

    private static readonly Func<LayerRow, string?> Class = new RowReader(WorkspaceLayers.WalkEdges).Text("class");

    private readonly NearestEdges _ends = new(shapes);
    private readonly List<(int E, double AtE, int F, double AtF, Coordinate Place)> _crossings = [];

    /// <inheritdoc/>
    public bool IsDone => false;

    /// <inheritdoc/>
    public void ProcessIntersections(ISegmentString a, int i, ISegmentString b, int j)
    {
        var (e, f) = (((NetworkFaults.EdgeSegments)a).Edge, ((NetworkFaults.EdgeSegments)b).Edge);
        if (e == f || !shapes.AreOnOneLevel(e, f))
        {
            return;
        }

        _ends.Look(e, i, f, j);
        _ends.Look(f, j, e, i);
        if (!shapes.IsOffTheGround(e))
        {
            Cross(e, i, f, j);
        }
    }

    /// <summary>The faults: crossings by edge, then undershoots by edge.</summary>
    /// <param name="projection">The plane.</param>
    public IEnumerable<NetworkFault> Faults(LocalProjection projection)
    {
        var crossings = Crossings(projection);
        var crossed = crossings.Select(c => Pair(c.At.Edge, c.Other!.Value.Edge)).ToHashSet();
        var ends = _ends.Faults();

        // Where a dead end lies just beyond an edge that its own edge crosses, the crossing is what is wrong.
        return crossings.Concat(ends.Where(f => f.Kind == NetworkFaultKind.Crossing))
            .OrderBy(f => f.At.Edge).ThenBy(f => f.Other!.Value.Edge).ThenBy(f => f.At.OffsetM)
            .Concat(ends.Where(f => f.Kind == NetworkFaultKind.Undershoot
                && !crossed.Contains(Pair(f.At.Edge, f.Other!.Value.Edge))));
    }

    private static (int Low, int High) Pair(int e, int f) => e < f ? (e, f) : (f, e);

    private void Cross(int e, int i, int f, int j)
    {
        var (a, b, c, d) = (shapes.Lines[e]![i], shapes.Lines[e]![i + 1], shapes.Lines[f]![j], shapes.Lines[f]![j + 1]);
        var (ux, uy, vx, vy) = (b.X - a.X, b.Y - a.Y, d.X - c.X, d.Y - c.Y);
        var turn = (ux * vy) - (uy * vx);
        if (Math.Abs(turn) <= Rounding * Math.Sqrt(((ux * ux) + (uy * uy)) * ((vx * vx) + (vy * vy))))
        {
            return; // Parallel: where they lie on each other, their ends do.
        }

        var t = (((c.X - a.X) * vy) - ((c.Y - a.Y) * vx)) / turn;
        var s = (((c.X - a.X) * uy) - ((c.Y - a.Y) * ux)) / turn;
        if (t is < -Rounding or > 1 + Rounding || s is < -Rounding or > 1 + Rounding)
        {
            return;
        }

        var place = new Coordinate(a.X + (t * ux), a.Y + (t * uy));
        if (!IsAtAnEnd(e, place) && !IsAtAnEnd(f, place) && !IsLift(e) && !IsLift(f))
        {
            _crossings.Add(e < f
                ? (e, Offset(e, i, t), f, Offset(f, j, s), place)
                : (f, Offset(f, j, s), e, Offset(e, i, t), place));
        }
    }

    // What meets at an end is told by the end.
    private bool IsAtAnEnd(int e, Coordinate place) =>
        place.Distance(shapes.Lines[e]![0]) <= NetworkFaults.OneSpotM
        || place.Distance(shapes.Lines[e]![^1]) <= NetworkFaults.OneSpotM;

    private bool IsLift(int e) => Class(shapes.Rows[e]) == "elevator";

    private double Offset(int e, int segment, double share) =>
        shapes.OffsetM(e, segment) + (share * shapes.Lines[e]![segment].Distance(shapes.Lines[e]![segment + 1]));

    // A crossing at a bend is found on the segments before and behind it.
    private List<NetworkFault> Crossings(LocalProjection projection)
    {
        var faults = new List<NetworkFault>();
        foreach (var (e, atE, f, atF, place) in _crossings.OrderBy(c => c.E).ThenBy(c => c.F).ThenBy(c => c.AtE).ThenBy(c => c.AtF))
        {
            if (faults.Count > 0 && faults[^1] is { Other: { } other } last && last.At.Edge == e && other.Edge == f
                && atE - last.At.OffsetM <= NetworkFaults.OneSpotM
                && Math.Abs(atF - other.OffsetM) <= NetworkFaults.OneSpotM)
            {
                continue;
            }

            var (lon, lat) = projection.ToLonLat(place.X, place.Y);
            faults.Add(new NetworkFault(
                NetworkFaultKind.Crossing, new FaultSpot(e, atE, -1), new FaultSpot(f, atF, -1), 0, new(lon, lat)));
        }

        return faults;
    }
}
