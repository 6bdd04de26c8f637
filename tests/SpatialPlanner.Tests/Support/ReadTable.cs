using System.Text;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.GeoJson;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Tests.Support;

/// <summary>Reads the bytes of a file into rows of a layer, without what an import does besides.</summary>
internal static class ReadTable
{
    public static LayerBatch GeoJson(string json, ReadOptions options) =>
        Read("x.geojson", new GeoJsonTable("x.geojson", () => new MemoryStream(Encoding.UTF8.GetBytes(json)), SourceEncoding.Utf8), options);

    public static LayerBatch Csv(byte[] bytes, ReadOptions options, string? encoding = null)
    {
        var how = encoding is null ? TextEncodings.Guess(bytes) : new SourceEncoding(encoding, EncodingOrigin.User);
        var dialect = CsvFormat.Dialect(bytes, how, "x.csv");
        return Read(
            "x.csv", new CsvTable("x.csv", () => new MemoryStream(bytes), how, dialect), options with
            {
                DecimalComma = options.DecimalComma || dialect.DecimalComma,
            });
    }

    public static LayerBatch Read(string file, SourceTable table, ReadOptions options, CoordinateSystem? crs = null)
    {
        using var rows = new RowCollector(file, options);
        var mapper = new RowMapper(file, options, crs ?? CoordinateSystems.Wgs84, table.HasGeometry, rows);
        table.Read(mapper, default);
        mapper.Finish();
        return rows.ToBatch((crs ?? CoordinateSystems.Wgs84).Code);
    }
}
