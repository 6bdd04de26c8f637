using System.Globalization;
using System.Text;
using CsvHelper;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Tables;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>A table of text with a line of column names, which titles may precede; coordinates stand in columns.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="open">Opens the bytes; called once a reading.</param>
/// <param name="encoding">Encoding of the text.</param>
/// <param name="dialect">How it is written.</param>
internal sealed class CsvTable(string file, Func<Stream> open, SourceEncoding encoding, CsvDialect dialect)
    : SourceTable(Path.GetFileNameWithoutExtension(file))
{
    /// <summary>Largest row. A quote that is never closed makes one row of the rest of the file.</summary>
    public const int LargestRecordBytes = 64 << 20;

    // Texts of totals and remarks stand in the first columns, whether anybody looks at those or not.
    private const int ColumnsOfTotals = 3;
    private const int LongestTotal = 120;

    private static readonly (LocalText What, LocalText Remedy) ZeroByte = (
        new("文本中有零字节（NUL），文件可能已损坏", "a text has a zero byte: the file may be damaged"),
        new("重新导出该文件", "export the file again"));

    // Stands for a text that nobody looks at, so that its row does not count as empty.
    private static readonly object Unwanted = true;

    private object?[] _cells = new object?[64];

    public override bool HasGeometry => false;

    public override SourceEncoding Encoding => encoding;

    public override bool DecimalComma => dialect.DecimalComma;

    public override DeclaredCrs? Crs { get; } =
        dialect.Srid is { } srid ? new DeclaredCrs(string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid}"), "SRID") : null;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        using var stream = open();
        var watch = new QuoteWatch(file);
        try
        {
            using var text = new StreamReader(stream, TextEncodings.Find(encoding.Name, file), true, 1 << 16, leaveOpen: true);
            using var csv = CsvHelper.CsvReader.Create(
                text, CsvDialect.Options(dialect.Delimiter, watch.Take), leaveOpen: true);
            ReadRows(csv, stream, sink, cancel);
            watch.Tell(sink);
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.Fatal(
                file, null, new LocalText($"文本不是有效的 {encoding.Name}", $"the text is not valid {encoding.Name}"),
                new LocalText(
                    "用 --encoding 指定编码：utf-8、gbk、big5", "give its encoding: --encoding utf-8, gbk or big5"), e);
        }
        catch (CsvFormatException e)
        {
            throw QuoteWatch.TooLong(file, e);
        }
    }

    private void ReadRows(CsvHelper.CsvReader csv, Stream stream, ISourceSink sink, CancellationToken cancel)
    {
        var grid = new GridRows(
            sink, line => string.Create(CultureInfo.InvariantCulture, $"line {line}"), column: null,
            (fields, header) => (
                new($"有 {fields} 个字段，表头只有 {header} 个", $"{fields} fields, but the header has {header}"),
                new("含分隔符的文本应加双引号", "put texts that contain the delimiter in double quotes")));
        TellDecimalComma(sink);
        var (any, count) = (false, 0L);
        for (var more = true; more && csv.Read();)
        {
            cancel.ThrowIfCancellationRequested();
            if (count++ == 0 && csv.FieldCount == 1 && csv.GetString(0).StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            any = true;
            more = grid.Add(csv.LineNumber, Cells(csv, grid, out var fault), fault);
            BytesRead = stream.CanSeek ? stream.Position : 0;
        }

        if (!grid.Finish() || !any)
        {
            throw InputException.Fatal(
                file, null, new LocalText("文件是空的", "the file is empty"),
                new LocalText("第一行应为列名", "the first line must name the columns"));
        }
    }

    private ReadOnlySpan<object?> Cells(CsvHelper.CsvReader csv, GridRows grid, out (LocalText What, LocalText Remedy)? fault)
    {
        var count = csv.FieldCount;
        if (count > _cells.Length)
        {
            _cells = new object?[Math.Max(count, 2 * _cells.Length)];
        }

        fault = null;
        for (var i = 0; i < count; i++)
        {
            var bytes = csv.GetSpan(i);
            var wanted = !grid.HasHeader || grid.IsWanted(i) || (i < ColumnsOfTotals && bytes.Length < LongestTotal);
            _cells[i] = wanted ? csv.GetString(i) : bytes.IsEmpty ? null : Unwanted;
            fault = bytes.Contains((byte)0) ? ZeroByte : fault;
        }

        return _cells.AsSpan(0, count);
    }

    private void TellDecimalComma(ISourceSink sink)
    {
        if (dialect.DecimalComma)
        {
            sink.Tell(
                ProblemSeverity.Warning, null, new("数字以逗号为小数点（12,5），已按此读取", "numbers are written with a decimal comma (12,5) and were read so"),
                new("核对坐标和面积", "look at the coordinates and areas"));
        }
    }
}
