using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Tests.Support;

/// <summary>Rows of layers, written by column name.</summary>
public static class Rows
{
    public static readonly ImportSource Source = new("test.csv", "00", 2);

    public static LayerRow Of(LayerSchema layer, Geometry? geometry, params (string Column, object? Value)[] values)
    {
        var row = new object?[layer.Columns.Count];
        foreach (var (column, value) in values)
        {
            row[layer.Require(column)] = value;
        }

        return new LayerRow(geometry, row);
    }

    public static LayerRow Facility(string id, double lon = 108.95, double lat = 34.25, string? name = null) =>
        Of(WorkspaceLayers.Facilities, new Point(lon, lat), ("id", id), ("name", name), ("services", "meals"));

    public static LayerRow Square(LayerSchema layer, string id, double lon, double lat, double size = 0.001) =>
        Of(layer, Box(lon, lat, size), (layer.Key, id));

    public static Polygon Box(double lon, double lat, double size) => new(new LinearRing(
    [
        new(lon, lat), new(lon + size, lat), new(lon + size, lat + size), new(lon, lat + size), new(lon, lat),
    ]));

    public static LayerBatch Batch(LayerSchema layer, params LayerRow[] rows) => new(
        "test.csv", "EPSG:4326", new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [layer] = [.. rows] },
        new Dictionary<LayerSchema, int> { [layer] = rows.Length }, []);
}
