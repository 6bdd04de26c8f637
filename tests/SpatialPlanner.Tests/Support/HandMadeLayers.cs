using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Tests.Support;

/// <summary>Layers made by hand, to be served without a workspace.</summary>
internal static class HandMadeLayers
{
    public const string HostileName = "\"</script><script>alert('x')</script>\\ 明德🏠\u2028";

    public const int PointCount = 137;

    /// <summary>Points at seeded places within a degree, some areas, a table, and two points beside the antimeridian.</summary>
    public static Snapshot Snapshot(string fingerprint = "f1") =>
        new(fingerprint, new("测试", "Test"), [Points(), Areas(), Table(), Islands()]);

    public static PublishedLayer Points()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, PointCount).Select(i => new LayerRow(
            new Point(Math.Round(random.NextDouble(), 4), Math.Round(random.NextDouble(), 4)),
            [$"p/{i:d3}", i == 0 ? HostileName : $"name {i}", (long)(i % 5), i / 4.0, i % 2 == 0]));
        return new("points", new("点", "Points"), LayerGeometry.Point,
            [
                new("id", ColumnType.Text), new("name", ColumnType.Text), new("storeys", ColumnType.Whole),
                new("area_m2", ColumnType.Real), new("gated", ColumnType.Flag),
            ],
            [.. rows], false);
    }

    private static PublishedLayer Areas()
    {
        // Clockwise on purpose; the triangle's envelope reaches where the triangle does not.
        var triangle = new Polygon(new LinearRing([new(0, 0), new(0, 10), new(10, 0), new(0, 0)]));
        return new("areas", new("面", "Areas"), LayerGeometry.Polygon,
            [new("code", ColumnType.Text), new("share", ColumnType.Real)],
            [new(triangle, ["t", double.NaN]), new(null, ["none", null])], true);
    }

    private static PublishedLayer Table() => new(
        "table", new("表", "Table"), LayerGeometry.None, [new("id", ColumnType.Text)], [new(null, ["1"])], false);

    private static PublishedLayer Islands() => new(
        "islands", new("岛", "Islands"), LayerGeometry.Point, [new("id", ColumnType.Text)],
        [new(new Point(179.5, 0), ["west"]), new(new Point(-179.5, 0), ["east"]), new(new Point(0, 0), ["far"])], false);
}
