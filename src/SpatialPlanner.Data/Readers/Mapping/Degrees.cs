using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Refuses what cannot be longitude and latitude: one such position means that the whole file is not.</summary>
internal static class Degrees
{
    public static bool AreFine(Envelope box) =>
        box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90;

    /// <summary>Always throws: says which position is wrong, as the file has it.</summary>
    /// <param name="file">File name.</param>
    /// <param name="place">Place of the row.</param>
    /// <param name="raw">Geometry in the coordinates of the file.</param>
    /// <param name="geometry">The same in what should be degrees.</param>
    /// <param name="crs">The coordinate system it was taken for.</param>
    public static void Refuse(string file, string? place, Geometry raw, Geometry geometry, CoordinateSystem crs)
    {
        var (from, to) = (raw.Coordinates, geometry.Coordinates);
        var i = Math.Max(0, Array.FindIndex(to, c => !(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90)));
        throw Refusal(file, place, from[i].X, from[i].Y, crs);
    }

    private static InputException Refusal(string file, string? place, double x, double y, CoordinateSystem crs)
    {
        var at = FormattableString.Invariant($"({x}, {y})");
        if (!crs.IsGeographic)
        {
            return InputException.Fatal(
                file, place,
                new LocalText($"{at} 不在坐标系 {crs.Code} 的范围内", $"{at} is no position in {crs.Code}"),
                new LocalText("检查坐标系，用 --crs 指定", "check the coordinate system and give it with --crs"));
        }

        return Math.Abs(y) <= 180 && Math.Abs(x) <= 90
            ? InputException.Fatal(
                file, place,
                new LocalText($"{at}：经度和纬度似乎颠倒了", $"{at}: latitude and longitude seem swapped"),
                new LocalText(
                    "经度在前、纬度在后；改正列名或坐标顺序，或加 --swap-axes",
                    "longitude comes first, then latitude; correct the columns or the order, or add --swap-axes"))
            : InputException.Fatal(
                file, place,
                new LocalText($"{at} 不是以度为单位的经纬度", $"{at} is not longitude and latitude in degrees"),
                new LocalText(
                    "看起来是投影坐标；用 --crs 指定坐标系，例如 --crs EPSG:4545",
                    "it looks like projected coordinates: give their system, for instance --crs EPSG:4545"));
    }
}
