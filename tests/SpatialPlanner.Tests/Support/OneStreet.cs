using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A workspace of one straight street of 2,000 m from west to east. House <c>B00</c> to <c>B20</c> stand every 100 m,
/// 10 m north of it, with 10 people each, one of them 65; <c>B21</c> stands far off. A canteen <c>F1</c> is at the
/// west end, a closed one <c>F2</c> at the east end, a pharmacy <c>F3</c> in the middle, each 10 m south. The community
/// W has the houses to the west of the middle, E the others.
/// </summary>
internal static class OneStreet
{
    public const int Houses = 21;

    public const string Name = "<b>canteen</b> \"A\" 食堂 🍚";

    private static readonly LocalProjection Plane = new(108.95, 34.25);

    /// <summary>Longitude and latitude of a place given in metres from the west end.</summary>
    public static (double Lon, double Lat) At(double east, double north) => Plane.ToLonLat(east - 1000, north);

    /// <summary>Writes the workspace.</summary>
    public static string Write(TempFolder folder)
    {
        var path = folder.File("street.gpkg");
        using var workspace = GeoPackageWorkspace.Create(path);
        workspace.SetInfo(new(new("一条街", "One street"), true, "test"));
        foreach (var (layer, rows) in Layers())
        {
            workspace.Commit(Rows.Batch(layer, [.. rows]), Rows.Source, false);
        }

        return path;
    }

    /// <summary>Its layers.</summary>
    public static IEnumerable<(LayerSchema Layer, IEnumerable<LayerRow> Rows)> Layers()
    {
        yield return (WalkEdges, Enumerable.Range(0, 20).Select(i => Rows.Of(
            WalkEdges, new LineString([Coordinate(100 * i, 0), Coordinate(100 * (i + 1), 0)]),
            ("id", $"e{i:d2}"), ("length_mm", 100_000L))));
        yield return (Buildings, Enumerable.Range(0, Houses).Select(i => House(i, 100 * i, 10)).Append(House(Houses, 1000, 800)));
        yield return (Facilities, [Facility("F1", 0, "meals", "open"), Facility("F2", 2000, "meals", "closed"), Facility("F3", 1000, "pharmacy", "open")]);
        yield return (Boundaries, [Community("W", -50, 950), Community("E", 950, 2050)]);
    }

    private static LayerRow House(int i, double east, double north) => Rows.Of(
        Buildings, new Point(Coordinate(east, north)), ("id", $"B{i:d2}"), ("use", "residential"), ("population", 10L),
        ("dwellings", 4L), ("age_60_79", 1L), ("population_source", i < 11 ? "given" : "estimated"));

    private static LayerRow Facility(string id, double east, string services, string status) => Rows.Of(
        Facilities, new Point(Coordinate(east, -10)), ("id", id), ("name", Name), ("services", services),
        ("status", status));

    private static LayerRow Community(string code, double west, double east) => Rows.Of(
        Boundaries,
        new Polygon(new LinearRing(
        [
            Coordinate(west, -50), Coordinate(east, -50), Coordinate(east, 50), Coordinate(west, 50), Coordinate(west, -50),
        ])),
        ("code", code), ("name", $"社区{code}"), ("name_en", $"Community {code}"), ("level", "community"));

    private static Coordinate Coordinate(double east, double north)
    {
        var (lon, lat) = At(east, north);
        return new Coordinate(lon, lat);
    }
}
