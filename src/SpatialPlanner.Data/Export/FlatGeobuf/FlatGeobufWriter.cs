using System.Buffers;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>
/// Writes FlatGeobuf 3 with its spatial index. Header and index stand before the features and depend on them, so the
/// features wait in a file; about 140 bytes a feature are kept in memory.
/// </summary>
internal sealed class FlatGeobufWriter : ILayerWriter
{
    private static ReadOnlySpan<byte> Magic => "fgb\u0003fgb\0"u8;

    public string Format => "fgb";

    public string MediaType => "application/vnd.flatgeobuf";

    public void Write(ExportJob job)
    {
        using var spool = job.Spool();
        var tables = new FlatGeobufTables();
        var features = Spooled(job, spool, tables, out var type);
        var order = new HilbertOrder(job.Extent);
        int[] file = [.. Enumerable.Range(0, features.Count).OrderBy(i => order.Of(features[i].Box))];

        using var target = job.Create(job.FileName);
        target.Write(Magic);
        var indexed = !job.Extent.IsNull;
        target.Write(tables.Header(job, type, features.Count, indexed ? PackedTree.NodeSize : (ushort)0));
        if (indexed)
        {
            var boxes = new List<(Envelope, long)>(file.Length);
            var offset = 0L;
            foreach (var i in file)
            {
                boxes.Add((features[i].Box, offset));
                offset += features[i].Length;
            }

            new PackedTree(boxes).Write(target);
        }

        Copy(job, spool, target, features, file);
    }

    private static List<(Envelope Box, long Start, int Length)> Spooled(
        ExportJob job, FileStream spool, FlatGeobufTables tables, out FlatGeometryType type)
    {
        var features = new List<(Envelope, long, int)>();
        var values = new ArrayBufferWriter<byte>();
        FlatGeometryType? all = null;
        foreach (var row in job.Rows())
        {
            // A layer of polygons is one of multipolygons throughout, as in a GeoPackage.
            var geometry = job.Layer.Geometry == LayerGeometry.Polygon && row.Geometry is Polygon polygon
                ? polygon.Factory.CreateMultiPolygon([polygon])
                : row.Geometry;
            if (geometry is not null)
            {
                var own = FlatGeobufTables.TypeOf(geometry);
                all = all is null || all == own ? own : FlatGeometryType.Unknown;
            }

            values.ResetWrittenCount();
            FlatGeobufValues.Pack(job.Layer.Columns.Count, row.Values, values);
            var feature = tables.Feature(geometry, values.WrittenSpan);
            features.Add((geometry?.EnvelopeInternal ?? new Envelope(), spool.Position, feature.Length));
            spool.Write(feature);
        }

        type = all ?? TypeOf(job.Layer.Geometry);
        return features;
    }

    private static void Copy(
        ExportJob job, FileStream spool, FileStream target, List<(Envelope Box, long Start, int Length)> features, int[] file)
    {
        spool.Flush();
        var buffer = Array.Empty<byte>();
        foreach (var i in file)
        {
            job.Cancel.ThrowIfCancellationRequested();
            var (_, start, length) = features[i];
            if (buffer.Length < length)
            {
                buffer = new byte[Math.Max(length, 2 * buffer.Length)];
            }

            RandomAccess.Read(spool.SafeFileHandle, buffer.AsSpan(0, length), start);
            target.Write(buffer.AsSpan(0, length));
        }
    }

    private static FlatGeometryType TypeOf(LayerGeometry geometry) => geometry switch
    {
        LayerGeometry.Point => FlatGeometryType.Point,
        LayerGeometry.Line => FlatGeometryType.LineString,
        LayerGeometry.Polygon => FlatGeometryType.MultiPolygon,
        _ => FlatGeometryType.Unknown,
    };
}
