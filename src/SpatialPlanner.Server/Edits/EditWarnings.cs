using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Server.Snapshots;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Server.Edits;

/// <summary>What is odd about edits that can be stored all the same.</summary>
internal static class EditWarnings
{
    private const double NearWallM = 5;

    /// <summary>The warnings.</summary>
    /// <param name="snapshot">The district before the edits.</param>
    /// <param name="asked">The edits as they were asked for.</param>
    /// <param name="stored">The edits with those that follow from them.</param>
    public static IEnumerable<EditWarning> Of(Snapshot snapshot, IReadOnlyList<Edit> asked, IReadOnlyList<Edit> stored)
    {
        foreach (var edit in asked)
        {
            if (edit.Layer == Entrances && edit.Geometry is Point gate && FarFromWall(snapshot, edit, gate) is { } metres)
            {
                var far = Math.Round(metres).ToString(CultureInfo.InvariantCulture);
                yield return new(edit.Layer.Name, edit.Id, new(
                    $"大门离所属小区的围墙 {far} 米（应在 {NearWallM} 米以内）：请移到围墙上", $"The gate is {far} m from the wall of its compound (within {NearWallM} m is usual): move it onto the wall"));
            }

            // A path that meets a street cuts it or takes over its corner; one that meets none is alone as it was drawn.
            if (edit.Layer == WalkEdges && edit.Geometry is LineString path && !Touches(snapshot, edit, path) && !stored.Any(e => e.Layer == WalkEdges && e.Id != edit.Id))
            {
                yield return new(edit.Layer.Name, edit.Id, new(
                    "路径两端都没有接到街道：没有人能走上去；请把端点画到街道上", "Neither end of the path meets a street: nobody can walk onto it; draw its ends onto streets"));
            }
        }
    }

    private static double? FarFromWall(Snapshot snapshot, Edit gate, Point at)
    {
        var entrances = snapshot.Find(Entrances.Name);
        var row = entrances?.Find(gate.Id) is { } found and >= 0 ? entrances!.Layer.Rows[found] : null;
        var of = (gate.Values.TryGetValue("of_id", out var given) ? given : row?.Values[Entrances.Require("of_id")]) as string;
        var compounds = snapshot.Find(Compounds.Name);
        if (of is null || compounds is null || compounds.Find(of) is not (>= 0 and var place) || compounds.Layer.Rows[place].Geometry is not { } outline)
        {
            return null;
        }

        var plane = LocalProjection.Around(at.EnvelopeInternal);
        var wall = plane.ToLocal(outline).Boundary;
        var (x, y) = plane.ToLocal(at.X, at.Y);
        return wall.Distance(new Point(x, y)) is > NearWallM and var metres ? metres : null;
    }

    private static bool Touches(Snapshot snapshot, Edit path, LineString line) =>
        (snapshot.Find(WalkEdges.Name)?.Layer.Rows ?? []).Any(r => (string?)r.Values[0] != path.Id && r.Geometry is LineString street
            && (Ends(street).Any(end => end.Equals2D(line.Coordinates[0], 1e-7) || end.Equals2D(line.Coordinates[^1], 1e-7))));

    private static Coordinate[] Ends(LineString line) => [line.Coordinates[0], line.Coordinates[^1]];
}
