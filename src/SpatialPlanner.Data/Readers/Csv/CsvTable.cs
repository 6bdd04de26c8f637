using System.Text;
using CsvHelper;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>A table of text, its first line the names of the columns; coordinates stand in columns.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="open">Opens the bytes; called once a reading.</param>
/// <param name="encoding">Encoding of the text.</param>
internal sealed class CsvTable(string file, Func<Stream> open, SourceEncoding encoding)
    : SourceTable(Path.GetFileNameWithoutExtension(file))
{
    public override bool HasGeometry => false;

    public override SourceEncoding Encoding => encoding;

    // The separator is found by the library among comma, semicolon, tab and bar.
    private static CsvReaderOptions Options => new() { HasHeader = false, TrackLineNumbers = true };

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        using var stream = open();
        try
        {
            using var text = new StreamReader(stream, TextEncodings.Find(encoding.Name, file), true, 1 << 16, leaveOpen: true);
            using var csv = CsvHelper.CsvReader.Create(text, Options, leaveOpen: true);
            ReadRows(csv, stream, sink, cancel);
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
            throw InputException.Fatal(
                file, null, new LocalText("不是有效的 CSV", "this is not a valid CSV file"),
                new LocalText("检查引号和分隔符", "check quotes and delimiters"), e);
        }
    }

    private void ReadRows(CsvHelper.CsvReader csv, Stream stream, ISourceSink sink, CancellationToken cancel)
    {
        if (!csv.Read())
        {
            throw InputException.Fatal(
                file, null, new LocalText("文件是空的", "the file is empty"),
                new LocalText("第一行应为列名", "the first line must name the columns"));
        }

        var header = sink.Fields.AddColumns(Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i)));
        var row = new SourceRow();
        for (var more = true; more && csv.Read();)
        {
            cancel.ThrowIfCancellationRequested();
            row.Begin(header.Length);
            row.Place = $"line {csv.LineNumber}";
            for (var i = 0; i < Math.Min(csv.FieldCount, header.Length); i++)
            {
                row.Values[i] = sink.Fields.IsWanted(i) ? csv.GetString(i) : null;
            }

            if (csv.FieldCount > header.Length)
            {
                row.Fault = (
                    new($"有 {csv.FieldCount} 个字段，表头只有 {header.Length} 个", $"{csv.FieldCount} fields, but the header has {header.Length}"),
                    new("含分隔符的文本应加双引号", "put texts that contain the delimiter in double quotes"));
            }

            more = sink.Take(row);
            BytesRead = stream.CanSeek ? stream.Position : 0;
        }
    }
}
