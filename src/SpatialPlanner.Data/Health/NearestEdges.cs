using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Health;

/// <summary>
/// The nearest edge that each junction does not join: within two metres of a dead end, on the spot of any other.
/// </summary>
internal sealed class NearestEdges(WalkEdgeShapes shapes)
{
    // A dead end this near to the end of the other edge is joined there, so that no scrap of an edge is cut off.
    private const double ToEndM = 0.1;

    private readonly Dictionary<int, Near> _best = [];

    /// <summary>Looks from the ends of an edge that lie on one of its segments to a segment of another edge.</summary>
    public void Look(int e, int i, int f, int j)
    {
        if (i == 0)
        {
            Look(e, shapes.From[e], shapes.Lines[e]![0], f, j);
        }

        if (i == shapes.Lines[e]!.Length - 2)
        {
            Look(e, shapes.To[e], shapes.Lines[e]![^1], f, j);
        }
    }

    /// <summary>The faults by edge; of two dead ends that face each other the one of the lower edge.</summary>
    public List<NetworkFault> Faults()
    {
        var (faults, facing) = (new List<NetworkFault>(), new HashSet<(int, int)>());
        foreach (var (junction, near) in _best.OrderBy(b => b.Value.Edge).ThenBy(b => b.Key))
        {
            var target = Target(near);
            if (target.Junction >= 0
                && (shapes.IsAtBarrier(target.Junction)
                    || !facing.Add((Math.Min(junction, target.Junction), Math.Max(junction, target.Junction)))))
            {
                continue;
            }

            var offset = shapes.From[near.Edge] == junction ? 0 : shapes.LengthM(near.Edge);
            faults.Add(new NetworkFault(
                shapes.Degree[junction] == 1 ? NetworkFaultKind.Undershoot : NetworkFaultKind.Crossing,
                new FaultSpot(near.Edge, offset, junction), target, near.DistanceM, shapes.Place[junction]));
        }

        return faults;
    }

    private void Look(int e, int junction, Coordinate end, int f, int j)
    {
        if (shapes.Ends(f, junction) || shapes.IsAtBarrier(junction))
        {
            return;
        }

        var (a, b) = (shapes.Lines[f]![j], shapes.Lines[f]![j + 1]);
        var distance = DistanceComputer.PointToSegment(end, a, b);
        var isDeadEnd = shapes.Degree[junction] == 1;
        if (distance > (isDeadEnd ? NetworkFaults.UndershootM : NetworkFaults.OneSpotM)
            || (isDeadEnd && (shapes.Ends(f, shapes.From[e]) || shapes.Ends(f, shapes.To[e])))
            || (distance > NetworkFaults.OneSpotM && shapes.MayBeWalledOff(e, f)))
        {
            return;
        }

        var near = new Near(e, junction, f, j, end, distance);
        if (!_best.TryGetValue(junction, out var best) || near.IsBefore(best))
        {
            _best[junction] = near;
        }
    }

    private FaultSpot Target(Near near)
    {
        var (f, line) = (near.Other, shapes.Lines[near.Other]!);
        var segment = new LineSegment(line[near.Segment], line[near.Segment + 1]);
        var foot = segment.ClosestPoint(near.End);
        var offset = shapes.OffsetM(f, near.Segment) + segment.P0.Distance(foot);
        var length = shapes.LengthM(f);
        var toEnd = Math.Min(shapes.Degree[near.Junction] == 1 ? ToEndM : NetworkFaults.OneSpotM, length / 2);
        return offset <= toEnd ? new FaultSpot(f, 0, shapes.From[f])
            : offset >= length - toEnd ? new FaultSpot(f, length, shapes.To[f])
            : new FaultSpot(f, offset, -1);
    }

    /// <summary>An end and a segment of an edge near it.</summary>
    private readonly record struct Near(int Edge, int Junction, int Other, int Segment, Coordinate End, double DistanceM)
    {
        public bool IsBefore(Near other) =>
            (DistanceM, Other, Edge, Segment).CompareTo((other.DistanceM, other.Other, other.Edge, other.Segment)) < 0;
    }
}
