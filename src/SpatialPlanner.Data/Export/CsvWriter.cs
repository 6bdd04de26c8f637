using System.Buffers;
using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export;

/// <summary>
/// Writes CSV (RFC 4180). Points stand in the columns <c>lon</c> and <c>lat</c> (<c>x</c> and <c>y</c> in metres), other
/// geometries in <c>wkt</c>. Texts are written as they are, also those that a spreadsheet takes for a formula: a changed
/// text would not come back, and XLSX is there for spreadsheets.
/// </summary>
/// <param name="forExcel">
/// True begins with the byte order mark by which Excel knows UTF-8, and writes an empty text as <c>""</c>, which tells it
/// from null; false is for the result tables that other programs read.
/// </param>
internal sealed class CsvWriter(bool forExcel = true) : ILayerWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\n\r");

    public string Format => forExcel ? "csv" : LayerExport.PlainCsv;

    public string MediaType => "text/csv; charset=utf-8";

    public void Write(ExportJob job)
    {
        using var target = job.Create(job.FileName);
        using var text = new StreamWriter(target, new UTF8Encoding(forExcel), 1 << 16);
        var wkt = new Wkt(job.Decimals);
        var columns = job.Layer.Columns.Count;
        text.Write(string.Join(',', [.. job.Layer.Columns.Select(c => c.Name), .. CoordinateColumns(job)]));
        text.Write("\r\n");
        foreach (var row in job.Rows())
        {
            for (var i = 0; i < columns; i++)
            {
                if (i > 0)
                {
                    text.Write(',');
                }

                Write(text, row.Values[i]);
            }

            Write(text, job.Layer.Geometry, row.Geometry, wkt);
            text.Write("\r\n");
        }
    }

    /// <summary>Names of the columns that hold the geometry in a table.</summary>
    internal static string[] CoordinateColumns(ExportJob job) => job.Layer.Geometry switch
    {
        LayerGeometry.None => [],
        LayerGeometry.Point => [job.AxisNames.X, job.AxisNames.Y],
        _ => ["wkt"],
    };

    private static void Write(StreamWriter text, LayerGeometry kind, Geometry? geometry, Wkt wkt)
    {
        switch (kind)
        {
            case LayerGeometry.None:
                break;
            case LayerGeometry.Point:
                text.Write(geometry is Point p ? $",{wkt.Of(p.X)},{wkt.Of(p.Y)}" : ",,");
                break;
            default:
                text.Write(',');
                WriteText(text, wkt.Of(geometry));
                break;
        }
    }

    private void Write(StreamWriter text, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string { Length: 0 } when forExcel:
                text.Write("\"\"");
                break;
            case string s:
                WriteText(text, s);
                break;
            case bool flag:
                text.Write(flag ? "true" : "false");
                break;
            case ISpanFormattable number:
                Span<char> digits = stackalloc char[32];
                number.TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
                text.Write(digits[..written]);
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteText(StreamWriter text, string value)
    {
        // Some readers trim what is not in quotes.
        var trimmed = value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]));
        if (!trimmed && value.AsSpan().IndexOfAny(NeedQuotes) < 0)
        {
            text.Write(value);
            return;
        }

        text.Write('"');
        text.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }
}
