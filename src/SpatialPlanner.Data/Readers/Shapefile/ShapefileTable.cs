using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>The shapes of a .shp with the attributes of the .dbf beside it; record n of both is one row.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="parts">The files.</param>
/// <param name="encoding">Encoding of the .dbf.</param>
internal sealed class ShapefileTable(string file, ShapefileParts parts, SourceEncoding encoding) : SourceTable(parts.Stem)
{
    private const long MostBytesOfPrj = 1 << 20;

    private readonly Lazy<DeclaredCrs?> _crs = new(() => ReadCrs(parts));

    public override DeclaredCrs? Crs => _crs.Value;

    public override SourceEncoding Encoding => encoding;

    public override long? Rows => parts.Path(".shx") is { } index
        ? Math.Max(0, (new FileInfo(index).Length - ShapeHeader.Bytes) / 8) : null;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        using var shapes = new ShapeReader(parts.Shapes!, parts.Path(".shx"), file);
        using var records = parts.Attributes is { } path ? new DbfReader(path, file) : null;
        var values = records is null ? null : new DbfRows(records, encoding, FieldKey.Of(parts), file, sink);
        TellMissing(sink, shapes);
        var parser = new ShapeParser();
        var (firstTurned, more) = (string.Empty, true);
        for (var row = new SourceRow(); more && Next(shapes, out var fault);)
        {
            cancel.ThrowIfCancellationRequested();
            BytesRead = shapes.Offset;
            var hasValues = records?.Read() ?? false;
            if (hasValues && records!.IsDeleted)
            {
                continue;
            }

            Fill(row, hasValues ? values : null, shapes);
            var turned = parser.Turned;
            (row.Geometry, row.Fault) = Parse(parser, shapes, sink, row, fault);
            firstTurned = firstTurned.Length == 0 && parser.Turned > turned ? row.Place : firstTurned;
            more = sink.Take(row);
        }

        values?.Finish();
        TellTurned(sink, parser.Turned, firstTurned);
        if (more)
        {
            TellDifference(sink, shapes.Number, records?.Header.Records);
        }
    }

    private static bool Next(ShapeReader shapes, out RowFault? fault)
    {
        fault = null;
        try
        {
            return shapes.Read();
        }
        catch (RowFault e)
        {
            fault = e;
            return true;
        }
    }

    private static void Fill(SourceRow row, DbfRows? values, ShapeReader shapes)
    {
        if (values is null)
        {
            row.Begin(row.Values.Length);
        }
        else
        {
            values.Fill(row);
        }

        row.Place = FormattableString.Invariant($"record {shapes.Number}");
    }

    private static (Geometry? Geometry, (LocalText What, LocalText Remedy)? Fault) Parse(
        ShapeParser parser, ShapeReader shapes, ISourceSink sink, SourceRow row, RowFault? fault)
    {
        try
        {
            if (fault is not null)
            {
                throw fault;
            }

            var geometry = parser.Parse(shapes.Content);
            if (parser.Repair is { } repair)
            {
                sink.Tell(ProblemSeverity.Repaired, row.Place, repair, new("在 GIS 软件中检查该要素", "check this feature in a GIS program"));
            }

            return (geometry, null);
        }
        catch (RowFault e)
        {
            row.Place = FormattableString.Invariant($"record {shapes.Number}, byte {shapes.Offset}");
            return (null, (e.What, e.Remedy));
        }
    }

    private void TellMissing(ISourceSink sink, ShapeReader shapes)
    {
        if (parts.Attributes is null)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"旁边没有 {parts.Stem}.dbf：只有几何，没有属性", $"there is no {parts.Stem}.dbf beside it: the shapes come without attributes"),
                new("shapefile 的 .shp、.dbf、.shx、.prj 要一起给出", "a shapefile is .shp, .dbf, .shx and .prj together"));
        }

        if (!shapes.IndexFits)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new(".shx 与 .shp 不符，未使用；按 .shp 中的顺序读取", "the .shx does not fit the .shp and was not used: records are read as they stand in the .shp"),
                new("核对行数和属性是否对应", "check that the number of rows and their attributes are right"));
        }
    }

    private static void TellTurned(ISourceSink sink, int turned, string first)
    {
        if (turned > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"{turned} 个多边形的环方向不符合规范（首个：{first}），已按包含关系判断内外环",
                    $"{turned} polygons have rings that run the wrong way (the first: {first}); which ring lies in which decided what is a hole"),
                new("无需处理", "nothing to do"));
        }
    }

    private static void TellDifference(ISourceSink sink, long shapes, long? records)
    {
        if (records is { } rows && rows != shapes)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                rows < shapes
                    ? new($".shp 有 {shapes} 个图形，.dbf 只有 {rows} 行：后面的图形没有属性", $"the .shp has {shapes} shapes and the .dbf {rows} rows: the last shapes have no attributes")
                    : new($".shp 只有 {shapes} 个图形，.dbf 有 {rows} 行：多出的行未读", $"the .shp has {shapes} shapes and the .dbf {rows} rows: the rows beyond were not read"),
                new("可能混用了两次导出的文件，请重新导出全部文件", "the files may come from two exports; export all of them again"));
        }
    }

    private static DeclaredCrs? ReadCrs(ShapefileParts parts)
    {
        if (parts.Path(".prj") is not { } path || new FileInfo(path).Length > MostBytesOfPrj)
        {
            return null;
        }

        var text = File.ReadAllText(path).Trim().Trim('\0');
        return text.Length == 0 ? null : new DeclaredCrs(text, ".prj");
    }
}
