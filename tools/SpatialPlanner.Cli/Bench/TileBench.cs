using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Tiles;
using static SpatialPlanner.Data.Layers.ColumnType;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Measures one vector tile of many polygons: squares of 12 m drawn by lot over a tile of zoom 12, with six attributes.</summary>
public sealed class TileBench(int polygons, BenchClock clock)
{
    private const double SideDegrees = 0.0001;
    private static readonly TileAddress Tile = new(12, 3287, 1632);

    public BenchTask Run()
    {
        var random = new Random(7);
        var box = Tile.LonLat;
        LayerRow[] rows = [.. Enumerable.Range(0, polygons).Select(i => Row(
            i, box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height), random))];
        var layer = new TileLayer(new PublishedLayer(
            "buildings", new("建筑", "Buildings"), LayerGeometry.Polygon,
            [new("id", Text), new("use", Text), new("storeys", Whole), new("population", Whole), new("floor_area_m2", Real), new("gated", Flag)], rows, false));
        int[] all = [.. Enumerable.Range(0, polygons)];
        var bytes = 0;
        return new BenchTask("tile", clock.Time(() => bytes = layer.Encode(Tile, all).Length), Environment.ProcessorCount, Reached: bytes);
    }

    private static LayerRow Row(int i, double x, double y, Random random) => new(
        new Polygon(new LinearRing([new(x, y), new(x + SideDegrees, y), new(x + SideDegrees, y + SideDegrees), new(x, y + SideDegrees), new(x, y)])),
        [i.ToString("D7", CultureInfo.InvariantCulture), random.Next(5) == 0 ? "other" : "residential", random.NextInt64(1, 34), random.NextInt64(400), Math.Round(random.NextDouble() * 9000), random.Next(2) == 0]);
}
