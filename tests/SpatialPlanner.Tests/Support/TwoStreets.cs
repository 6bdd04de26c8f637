using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Districts;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// Rows of a town of two streets of 400 m, A along y = 0 and B along y = 50, joined at x = 0 only, with a canteen on B
/// at x = 400. Places are given in metres.
/// </summary>
internal static class TwoStreets
{
    public static readonly LocalProjection Plane = new(108.95, 34.25);

    public static readonly List<LayerRow> BothStreets =
    [
        .. from i in Enumerable.Range(0, 4)
           from street in new[] { (Id: "a", Y: 0), (Id: "b", Y: 50) }
           select Edge($"{street.Id}{i}", (100 * i, street.Y), (100 * (i + 1), street.Y)),
        Edge("c", (0, 0), (0, 50)),
    ];

    public static LayerRow Canteen => Rows.Of(
        Facilities, new Point(At(400, 50)), ("id", "f"), ("services", "meals"), ("status", "open"));

    public static LayerRow Home(string id, double x, double y) => Rows.Of(
        Buildings, new Point(At(x, y)), ("id", id), ("use", "residential"), ("population", 3L));

    public static LayerRow Gate(string id, double x, double y, string access) => Rows.Of(
        Entrances, new Point(At(x, y)), ("id", id), ("of_id", "c"), ("kind", "gate"), ("access", access));

    public static Polygon Box(double west, double south, double east, double north) => new(new LinearRing(
        [At(west, south), At(east, south), At(east, north), At(west, north), At(west, south)]));

    public static LayerRow Edge(string id, (double X, double Y) from, (double X, double Y) to) =>
        Rows.Of(WalkEdges, new LineString([At(from.X, from.Y), At(to.X, to.Y)]), ("id", id));

    public static Coordinate At(double x, double y)
    {
        var (lon, lat) = Plane.ToLonLat(x, y);
        return new Coordinate(Math.Round(lon, 9), Math.Round(lat, 9));
    }

    public static LoadedDistrict Load(params (LayerSchema Layer, List<LayerRow> Rows)[] layers) => LoadedSample.Load(new LayerBatch(
        "test", "EPSG:4326", layers.GroupBy(l => l.Layer).ToDictionary(g => g.Key, IReadOnlyCollection<LayerRow> (g) => [.. g.SelectMany(l => l.Rows)]),
        new Dictionary<LayerSchema, int>(), []));
}
