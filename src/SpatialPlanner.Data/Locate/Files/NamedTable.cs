using System.Globalization;
using System.Text;
using CsvHelper;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>
/// A CSV file whose first line names its columns, read strictly: a table of numbers has no titles or totals, and a first
/// row <c>1,2,3</c> is an edge and no row of column numbers.
/// </summary>
internal static class NamedTable
{
    private const int SampleBytes = 1 << 16;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Reads the rows.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <param name="take">Takes each row.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The optional columns that are there.</returns>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static IReadOnlySet<string> Read(
        string path, string[] required, string[] optional, Action<NamedRow> take, CancellationToken cancel)
    {
        var file = Path.GetFileName(path);
        try
        {
            var encoding = TextEncodings.Find(TextEncodings.Guess(Sample(path)).Name, file);
            using var text = new StreamReader(FileHead.Open(path), encoding, detectEncodingFromByteOrderMarks: true);
            using var csv = CsvReader.Create(text, CsvDialect.Options(Delimiter(path, encoding), new QuoteWatch(file).Take), leaveOpen: true);
            return ReadRows(csv, file, required, optional, take, cancel);
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.Fatal(
                file, null, new("文本编码无法识别", "the text is in no encoding that could be told"),
                new("另存为 UTF-8 编码的 CSV", "save it as CSV in UTF-8"), e);
        }
        catch (CsvFormatException e)
        {
            throw QuoteWatch.TooLong(file, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Fatal(file, null, new("文件无法读取", "the file cannot be read"), new("检查路径和权限", "look at the path and the permissions"), e);
        }
    }

    private static HashSet<string> ReadRows(
        CsvReader csv, string file, string[] required, string[] optional, Action<NamedRow> take, CancellationToken cancel)
    {
        if (!csv.Read())
        {
            throw InputException.Fatal(file, null, new("文件是空的", "the file is empty"), FirstLine(required));
        }

        string[] names = [.. required, .. optional];
        var header = Header(csv);
        var places = Array.ConvertAll<string, int>(names, n => Array.IndexOf(header, n));
        if (Array.Find(required, n => !header.Contains(n)) is { } missing)
        {
            throw InputException.Fatal(
                file, "line 1", new($"缺少列 {missing}；有：{string.Join("、", header)}", $"the column {missing} is missing; there are: {string.Join(", ", header)}"),
                FirstLine(required));
        }

        var (row, any) = (new NamedRow(file, names), false);
        while (csv.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (csv.FieldCount == 1 && csv.GetString(0).Length == 0)
            {
                continue;
            }

            any = true;
            row.Fill(csv, places, header.Length);
            take(row);
        }

        return any ? [.. optional.Where(header.Contains)] : throw InputException.Fatal(
            file, null, new("只有表头，没有数据行", "there is a header and no row below it"), FirstLine(required));
    }

    private static string[] Header(CsvReader csv) =>
        [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim().TrimStart('\uFEFF').ToLowerInvariant())];

    private static LocalText FirstLine(string[] required) => new(
        $"第一行应为列名：{string.Join(",", required)}", $"the first line must name the columns: {string.Join(",", required)}");

    private static byte[] Sample(string path)
    {
        using var stream = FileHead.Open(path);
        var sample = new byte[SampleBytes];
        return sample[..stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
    }

    // The mark that stands most often in the first line, which holds plain names.
    private static char Delimiter(string path, Encoding encoding)
    {
        using var text = new StreamReader(FileHead.Open(path), encoding, detectEncodingFromByteOrderMarks: true);
        var line = text.ReadLine() ?? string.Empty;
        return Delimiters.MaxBy(d => line.Count(c => c == d));
    }

    /// <summary>A line's place, as messages name it.</summary>
    internal static string Line(long number) => string.Create(CultureInfo.InvariantCulture, $"line {number}");
}
