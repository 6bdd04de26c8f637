using Google.FlatBuffers;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>
/// The tables of FlatGeobuf (header.fbs and feature.fbs, version 3) as flat buffers with their size in front. Stands in for
/// the package FlatGeobuf. Not safe for two threads.
/// </summary>
internal sealed class FlatGeobufTables
{
    // Places of the fields in the tables of the schema.
    private const int ColumnName = 0, ColumnType = 1, ColumnFields = 11;
    private const int CrsOrg = 0, CrsCode = 1, CrsName = 2, CrsWkt = 4, CrsFields = 6;
    private const int Name = 0, HeaderEnvelope = 1, HeaderType = 2, Columns = 7, FeaturesCount = 8, IndexNodeSize = 9,
        Crs = 10, Title = 11, Description = 12, Metadata = 13, HeaderFields = 14;
    private const int Ends = 0, Xy = 1, Type = 6, Parts = 7, GeometryFields = 8;
    private const int FeatureGeometry = 0, Properties = 1, FeatureFields = 3;
    private const ushort DefaultNodeSize = 16;

    private readonly FlatBufferBuilder _builder = new(1 << 16);

    /// <summary>The header.</summary>
    /// <param name="job">The export, all rows read.</param>
    /// <param name="type">Type of every geometry, or unknown.</param>
    /// <param name="count">Number of features.</param>
    /// <param name="nodeSize">Children of a node of the index; 0 where there is none.</param>
    public byte[] Header(ExportJob job, FlatGeometryType type, long count, ushort nodeSize)
    {
        _builder.Clear();
        var name = Text(job.Layer.Name);
        var title = Text($"{job.Layer.Title.Zh} {job.Layer.Title.En}");
        var description = Text(job.Request.Origin.Note ?? string.Empty);
        var metadata = Text($$"""{"coordinate_system":"{{(job.Layer.Geometry == LayerGeometry.None ? "" : job.Crs.Code)}}"}""");
        var columns = Vector([.. job.Layer.Columns.Select(Column)]);
        var crs = job.Layer.Geometry == LayerGeometry.None || job.Crs.Wkt is null ? 0 : CrsTable(job.Crs);
        var envelope = job.Extent.IsNull
            ? 0
            : Doubles([job.Extent.MinX, job.Extent.MinY, job.Extent.MaxX, job.Extent.MaxY]);
        _builder.StartTable(HeaderFields);
        _builder.AddUlong(FeaturesCount, (ulong)count, 0);
        _builder.AddOffset(Name, name, 0);
        _builder.AddOffset(HeaderEnvelope, envelope, 0);
        _builder.AddOffset(Columns, columns, 0);
        _builder.AddOffset(Crs, crs, 0);
        _builder.AddOffset(Title, title, 0);
        _builder.AddOffset(Description, description, 0);
        _builder.AddOffset(Metadata, metadata, 0);
        _builder.AddUshort(IndexNodeSize, nodeSize, DefaultNodeSize);
        _builder.AddByte(HeaderType, (byte)type, 0);
        return Finish(_builder.EndTable());
    }

    /// <summary>A feature.</summary>
    /// <param name="geometry">Geometry, or null.</param>
    /// <param name="properties">Values as <see cref="FlatGeobufValues"/> writes them.</param>
    public byte[] Feature(Geometry? geometry, ReadOnlySpan<byte> properties)
    {
        _builder.Clear();
        var table = geometry is null ? 0 : GeometryTable(geometry);
        var bytes = Bytes(properties);
        _builder.StartTable(FeatureFields);
        _builder.AddOffset(FeatureGeometry, table, 0);
        _builder.AddOffset(Properties, bytes, 0);
        return Finish(_builder.EndTable());
    }

    /// <summary>Type of a geometry by the numbers of the schema.</summary>
    /// <param name="geometry">The geometry.</param>
    public static FlatGeometryType TypeOf(Geometry geometry) => geometry switch
    {
        Point => FlatGeometryType.Point,
        LineString => FlatGeometryType.LineString,
        Polygon => FlatGeometryType.Polygon,
        MultiPoint => FlatGeometryType.MultiPoint,
        MultiLineString => FlatGeometryType.MultiLineString,
        MultiPolygon => FlatGeometryType.MultiPolygon,
        _ => FlatGeometryType.GeometryCollection,
    };

    private int GeometryTable(Geometry geometry)
    {
        var (parts, ends, xy) = (0, 0, 0);
        switch (geometry)
        {
            case Polygon polygon:
                (ends, xy) = Lines([polygon.ExteriorRing, .. polygon.InteriorRings]);
                break;
            case MultiLineString lines:
                (ends, xy) = Lines([.. lines.Geometries.Cast<LineString>()]);
                break;
            case GeometryCollection and not MultiPoint:
                parts = Vector([.. ((GeometryCollection)geometry).Geometries.Select(GeometryTable)]);
                break;
            default:
                xy = Doubles([.. geometry.Coordinates.SelectMany(c => new[] { c.X, c.Y })]);
                break;
        }

        _builder.StartTable(GeometryFields);
        _builder.AddOffset(Ends, ends, 0);
        _builder.AddOffset(Xy, xy, 0);
        _builder.AddOffset(Parts, parts, 0);
        _builder.AddByte(Type, (byte)TypeOf(geometry), 0);
        return _builder.EndTable();
    }

    // All positions in one vector; where there are several lines, a second one tells where each ends.
    private (int Ends, int Xy) Lines(IReadOnlyList<LineString> lines)
    {
        var points = lines.Sum(l => l.NumPoints);
        _builder.StartVector(sizeof(double), 2 * points, sizeof(double));
        for (var l = lines.Count - 1; l >= 0; l--)
        {
            var line = lines[l].CoordinateSequence;
            for (var i = line.Count - 1; i >= 0; i--)
            {
                _builder.AddDouble(line.GetY(i));
                _builder.AddDouble(line.GetX(i));
            }
        }

        var xy = _builder.EndVector().Value;
        if (lines.Count == 1)
        {
            return (0, xy);
        }

        _builder.StartVector(sizeof(uint), lines.Count, sizeof(uint));
        for (var (l, end) = (lines.Count - 1, points); l >= 0; end -= lines[l--].NumPoints)
        {
            _builder.AddUint((uint)end);
        }

        return (_builder.EndVector().Value, xy);
    }

    private int Column(LayerColumn column)
    {
        var name = Text(column.Name);
        _builder.StartTable(ColumnFields);
        _builder.AddOffset(ColumnName, name, 0);
        _builder.AddByte(ColumnType, (byte)FlatGeobufValues.TypeOf(column.Type), 0);
        return _builder.EndTable();
    }

    private int CrsTable(CoordinateSystem crs)
    {
        var (org, name, wkt) = (Text("EPSG"), Text(crs.Name.En), Text(crs.Wkt!));
        _builder.StartTable(CrsFields);
        _builder.AddOffset(CrsOrg, crs.Epsg is null ? 0 : org, 0);
        _builder.AddInt(CrsCode, crs.Epsg ?? 0, 0);
        _builder.AddOffset(CrsName, name, 0);
        _builder.AddOffset(CrsWkt, wkt, 0);
        return _builder.EndTable();
    }

    private int Text(string text) => _builder.CreateString(text).Value;

    private int Doubles(ReadOnlySpan<double> values)
    {
        _builder.StartVector(sizeof(double), values.Length, sizeof(double));
        for (var i = values.Length - 1; i >= 0; i--)
        {
            _builder.AddDouble(values[i]);
        }

        return _builder.EndVector().Value;
    }

    private int Bytes(ReadOnlySpan<byte> values)
    {
        _builder.StartVector(1, values.Length, 1);
        for (var i = values.Length - 1; i >= 0; i--)
        {
            _builder.AddByte(values[i]);
        }

        return _builder.EndVector().Value;
    }

    private int Vector(IReadOnlyList<int> tables)
    {
        _builder.StartVector(sizeof(int), tables.Count, sizeof(int));
        for (var i = tables.Count - 1; i >= 0; i--)
        {
            _builder.AddOffset(tables[i]);
        }

        return _builder.EndVector().Value;
    }

    private byte[] Finish(int root)
    {
        _builder.FinishSizePrefixed(root);
        return _builder.SizedByteArray();
    }
}
