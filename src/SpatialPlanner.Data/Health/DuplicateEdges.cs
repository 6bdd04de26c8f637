using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>
/// Edges between the same two spots whose shapes stay within a metre of each other. Stairs beside a ramp, escalators of
/// two directions and a bridge over a street are no duplicates.
/// </summary>
internal static class DuplicateEdges
{
    private const double SameShapeM = 1;

    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly Func<LayerRow, string?> OneWay = Read.Text("oneway");
    private static readonly Func<LayerRow, bool> Steps = Read.Flag("steps");

    /// <summary>The faults: of each group of duplicates all but one, with the one that stays.</summary>
    public static IEnumerable<NetworkFault> Find(WalkEdgeShapes shapes) => Enumerable.Range(0, shapes.Count)
        .Where(e => shapes.Lines[e] is not null && ZeroLengthEdges.HasExtent(shapes, e))
        .GroupBy(e => Ends(shapes, e))
        .Where(g => g.Skip(1).Any())
        .SelectMany(g => OfGroup(shapes, g))
        .OrderBy(f => f.At.Edge);

    private static IEnumerable<NetworkFault> OfGroup(WalkEdgeShapes shapes, IEnumerable<int> group)
    {
        // What stays is open to most people, then the shortest, then the one of the lower id: no walk gets longer.
        var staying = new List<int>();
        foreach (var e in group.OrderBy(e => Access(shapes.Rows[e]) == "residents").ThenBy(e => shapes.LengthM(e))
            .ThenBy(shapes.Id, StringComparer.Ordinal).ThenBy(e => e))
        {
            var twin = staying.FindIndex(s => AreAlike(shapes, s, e));
            if (twin < 0)
            {
                staying.Add(e);
                continue;
            }

            yield return Fault(shapes, e, staying[twin]);
        }
    }

    private static NetworkFault Fault(WalkEdgeShapes shapes, int leaving, int staying)
    {
        var line = ((LineString)shapes.Rows[leaving].Geometry!).Coordinates;
        var middle = line.Length > 2
            ? line[line.Length / 2]
            : new Coordinate((line[0].X + line[1].X) / 2, (line[0].Y + line[1].Y) / 2);
        return new NetworkFault(
            NetworkFaultKind.Duplicate, new FaultSpot(leaving, 0, shapes.From[leaving]),
            new FaultSpot(staying, 0, shapes.From[staying]),
            Math.Max(Apart(shapes, leaving, staying), Apart(shapes, staying, leaving)), middle);
    }

    private static bool AreAlike(WalkEdgeShapes shapes, int e, int f) =>
        shapes.AreOnOneLevel(e, f) && Steps(shapes.Rows[e]) == Steps(shapes.Rows[f])
        && Direction(shapes, e) == Direction(shapes, f)
        && Math.Abs(shapes.LengthM(e) - shapes.LengthM(f)) <= 2 * SameShapeM * shapes.Lines[e]!.Length
        && Apart(shapes, e, f) <= SameShapeM && Apart(shapes, f, e) <= SameShapeM;

    // Farthest point of one edge from the other.
    private static double Apart(WalkEdgeShapes shapes, int from, int to)
    {
        var line = shapes.Lines[to]!;
        return shapes.Lines[from]!.Max(p => DistanceComputer.PointToSegmentString(p, line));
    }

    // 0 for both, else 1 from the lower spot to the higher and -1 back.
    private static int Direction(WalkEdgeShapes shapes, int e)
    {
        var forward = Spot(shapes, shapes.From[e]).CompareTo(Spot(shapes, shapes.To[e])) <= 0 ? 1 : -1;
        return OneWay(shapes.Rows[e]) switch { "forward" => forward, "backward" => -forward, _ => 0 };
    }

    private static ((long, long) Low, (long, long) High) Ends(WalkEdgeShapes shapes, int e)
    {
        var (a, b) = (Spot(shapes, shapes.From[e]), Spot(shapes, shapes.To[e]));
        return a.CompareTo(b) <= 0 ? (a, b) : (b, a);
    }

    private static (long Lon, long Lat) Spot(WalkEdgeShapes shapes, int junction) => Junctions.Spot(shapes.Place[junction]);
}
