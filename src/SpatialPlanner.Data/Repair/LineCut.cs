using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;

namespace SpatialPlanner.Data.Repair;

/// <summary>Points and stretches of an edge's line in longitude and latitude, by metres in the plane.</summary>
internal static class LineCut
{
    /// <summary>The point at an offset, to 1e-7 degrees.</summary>
    public static Coordinate At(WalkEdgeShapes shapes, int edge, double offsetM)
    {
        var (plane, line) = (shapes.Lines[edge]!, ((LineString)shapes.Rows[edge].Geometry!).Coordinates);
        var before = 0.0;
        for (var i = 1; i < plane.Length; i++)
        {
            var stretch = plane[i - 1].Distance(plane[i]);
            if (before + stretch >= offsetM || i == plane.Length - 1)
            {
                var share = stretch == 0 ? 0 : Math.Clamp((offsetM - before) / stretch, 0, 1);
                return new Coordinate(
                    Math.Round(line[i - 1].X + (share * (line[i].X - line[i - 1].X)), 7),
                    Math.Round(line[i - 1].Y + (share * (line[i].Y - line[i - 1].Y)), 7));
            }

            before += stretch;
        }

        return line[^1];
    }

    /// <summary>The points of the line between two offsets, without those on the spots of cuts.</summary>
    public static IEnumerable<Coordinate> Between(WalkEdgeShapes shapes, int edge, double fromM, double toM)
    {
        var (plane, line) = (shapes.Lines[edge]!, ((LineString)shapes.Rows[edge].Geometry!).Coordinates);
        var (offset, length) = (0.0, shapes.LengthM(edge));
        var low = fromM == 0 ? 0 : fromM + NetworkFaults.OneSpotM;
        var high = toM == length ? length : toM - NetworkFaults.OneSpotM;
        for (var i = 1; i < plane.Length - 1; i++)
        {
            offset += plane[i - 1].Distance(plane[i]);
            if (offset >= low && offset <= high)
            {
                yield return new Coordinate(line[i].X, line[i].Y);
            }
        }
    }
}
