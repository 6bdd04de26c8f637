using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export.Xlsx;

/// <summary>
/// Writes Excel workbooks: a sheet of the rows, coordinates in columns as in CSV; a sheet <c>long_texts</c> where a text
/// (a polygon, as a rule) is longer than a cell; a sheet <c>metadata</c>. Ids are texts, so leading zeros stay, and no text
/// is ever a formula.
/// </summary>
internal sealed class XlsxWriter : ILayerWriter
{
    /// <summary>What stands in the cell of a text that is in the sheet <c>long_texts</c>.</summary>
    public const string InLongTexts = "→ long_texts";

    // Excel keeps 15 digits of a number.
    private const long LargestWhole = 999_999_999_999_999;

    private static readonly Func<string, LocalText> TooLong = ids => new(
        $"超过单元格长度的文字在工作表 long_texts 中分段给出：{ids}", $"texts longer than a cell are in the sheet long_texts, in parts: {ids}");

    private static readonly Func<string, LocalText> AsText = ids => new(
        $"超过 15 位的整数写成文字：{ids}", $"whole numbers of more than 15 digits are written as text: {ids}");

    /// <summary>Rows that a sheet can hold; for tests.</summary>
    internal int MaxRows { get; init; } = 1_048_576;

    /// <summary>UTF-16 units that a cell can hold; for tests.</summary>
    internal int MaxText { get; init; } = 32_767;

    public string Format => "xlsx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public void Write(ExportJob job)
    {
        using var target = job.Create(job.FileName);
        using var book = new XlsxBook(target, job.Request.Origin.DataDate);
        using var spool = job.Spool();
        using (var longTexts = new BinaryWriter(spool, Encoding.UTF8, leaveOpen: true))
        {
            WriteRows(job, book, longTexts);
        }

        WriteLongTexts(job, book, spool);
        using (var metadata = book.Add("metadata", ["key", "value"]))
        {
            foreach (var (key, value) in Metadata(job))
            {
                metadata.Write([key, value]);
            }
        }

        book.Finish();
    }

    private void WriteRows(ExportJob job, XlsxBook book, BinaryWriter longTexts)
    {
        string[] header = [.. job.Layer.Columns.Select(c => c.Name), .. CsvWriter.CoordinateColumns(job)];
        var (wkt, sheets) = (new Wkt(job.Decimals), 1);
        var sheet = book.Add(job.Layer.Name, header);
        try
        {
            foreach (var row in job.Rows())
            {
                if (sheet.Rows >= MaxRows)
                {
                    sheet.Dispose();
                    sheet = book.Add($"{job.Layer.Name} ({++sheets})", header);
                }

                object?[] values = [.. row.Values.Take(job.Layer.Columns.Count), .. Coordinates(job.Layer.Geometry, row.Geometry, wkt)];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = Fitting(values[i], job, row, header[i], longTexts);
                }

                sheet.Write(values);
            }
        }
        finally
        {
            sheet.Dispose();
        }

        if (sheets > 1)
        {
            job.Notes.Add(new(
                $"一张工作表最多 {MaxRows} 行，数据分在 {sheets} 张工作表中", $"a sheet holds {MaxRows} rows: the data are in {sheets} sheets"));
        }
    }

    private static IEnumerable<object?> Coordinates(LayerGeometry kind, Geometry? geometry, Wkt wkt) => kind switch
    {
        LayerGeometry.None => [],
        LayerGeometry.Point => geometry is Point p ? [Rounded(wkt, p.X), Rounded(wkt, p.Y)] : [null, null],
        _ => [geometry is null ? null : wkt.Of(geometry)],
    };

    private static double Rounded(Wkt wkt, double coordinate) => double.Parse(wkt.Of(coordinate), CultureInfo.InvariantCulture);

    private object? Fitting(object? value, ExportJob job, LayerRow row, string column, BinaryWriter longTexts)
    {
        switch (value)
        {
            case long and (> LargestWhole or < -LargestWhole):
                job.Notes.Add(AsText, job.IdOf(row));
                return ((long)value).ToString(CultureInfo.InvariantCulture);
            case string text when text.Length > MaxText:
                job.Notes.Add(TooLong, job.IdOf(row));
                longTexts.Write(job.IdOf(row));
                longTexts.Write(column);
                longTexts.Write(text);
                return InLongTexts;
            default:
                return value;
        }
    }

    private void WriteLongTexts(ExportJob job, XlsxBook book, FileStream spool)
    {
        if (spool.Length == 0)
        {
            return;
        }

        spool.Position = 0;
        using var texts = new BinaryReader(spool, Encoding.UTF8, leaveOpen: true);
        using var sheet = book.Add("long_texts", [job.Layer.Key, "column", "part", "text"]);
        while (spool.Position < spool.Length)
        {
            job.Cancel.ThrowIfCancellationRequested();
            var (id, column, text) = (texts.ReadString(), texts.ReadString(), texts.ReadString());
            for (var (at, part) = (0, 1L); at < text.Length; part++)
            {
                var length = Math.Min(MaxText, text.Length - at);
                length -= length > 1 && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
                sheet.Write([id, column, part, text.Substring(at, length)]);
                at += length;
            }
        }
    }

    private static IEnumerable<(string Key, string Value)> Metadata(ExportJob job)
    {
        var origin = job.Request.Origin;
        yield return ("title", $"{job.Layer.Title.Zh} {job.Layer.Title.En}");
        yield return ("layer", job.Layer.Name);
        yield return ("rows", job.RowCount.ToString(CultureInfo.InvariantCulture));
        if (job.Layer.Geometry != LayerGeometry.None)
        {
            yield return ("crs", $"{job.Crs.Code} {job.Crs.Name.Zh} {job.Crs.Name.En}");
        }

        foreach (var source in ExportMetadata.Sources(job))
        {
            yield return ("source", $"{source.Source.FileName} (SHA-256 {source.Source.Sha256}, {source.ImportedAt})");
        }

        if (origin.Rules is { } rules)
        {
            yield return ("rule_pack", $"{rules.Id} {rules.Edition} {rules.Name.Zh} {rules.Name.En}");
        }

        if (origin.Note is { } note)
        {
            yield return ("attribution", note);
        }

        foreach (var said in job.Notes.All)
        {
            yield return ("note", $"{said.Zh} {said.En}");
        }

        yield return ("program", $"SpatialPlanner {ProgramInfo.Version}");
    }
}
