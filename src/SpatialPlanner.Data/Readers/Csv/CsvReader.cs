using System.Text;
using CsvHelper;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>Reads a table of text into one layer; longitude and latitude, or WKT, stand in columns.</summary>
public static class CsvReader
{
    private const int RowsBetweenReports = 8192;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file, for its name.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="options">The layer and how its columns are found.</param>
    /// <param name="progress">Told about the rows read.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file has no usable header or is not in degrees.</exception>
    public static LayerBatch Read(
        string path, Stream stream, ReadOptions options, IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        var file = Path.GetFileName(path);
        try
        {
            using var text = new StreamReader(stream, TextEncodings.Find(options.Encoding, file), true, 1 << 16, leaveOpen: true);
            return Read(path, file, text, options, progress, cancel);
        }
        catch (DecoderFallbackException e)
        {
            var encoding = options.Encoding ?? "UTF-8";
            throw InputException.Fatal(
                file, null, new LocalText($"文本不是有效的 {encoding}", $"the text is not valid {encoding}"),
                options.Encoding is null
                    ? new LocalText("中文旧文件多为 GBK：加 --encoding gbk", "older Chinese files are often GBK: add --encoding gbk")
                    : new LocalText("检查编码名称", "check the name of the encoding"), e);
        }
        catch (CsvFormatException e)
        {
            throw InputException.Fatal(
                file, null, new LocalText("不是有效的 CSV", "this is not a valid CSV file"),
                new LocalText("检查引号和分隔符", "check quotes and delimiters"), e);
        }
    }

    private static LayerBatch Read(
        string path, string file, TextReader text, ReadOptions options, IProgress<Progress>? progress,
        CancellationToken cancel)
    {
        using var csv = CsvHelper.CsvReader.Create(text, Options, leaveOpen: true);
        if (!csv.Read())
        {
            throw InputException.Fatal(
                file, null, new LocalText("文件是空的", "the file is empty"),
                new LocalText("第一行应为列名", "the first line must name the columns"));
        }

        var row = new CsvRow(file, options, [.. Fields(csv).Select(name => name.Trim())]);
        var rows = new RowCollector(path, options);
        for (var number = 1; csv.Read(); number++)
        {
            cancel.ThrowIfCancellationRequested();
            row.Take(rows, Fields(csv), $"line {csv.LineNumber}", number);
            if (number % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"reading {file}", number));
            }
        }

        return rows.ToBatch("EPSG:4326");
    }

    // The separator is found by the library among comma, semicolon, tab and bar.
    private static CsvReaderOptions Options => new() { HasHeader = false, TrackLineNumbers = true };

    private static string[] Fields(CsvHelper.CsvReader csv)
    {
        var fields = new string[csv.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = csv.GetString(i);
        }

        return fields;
    }
}
