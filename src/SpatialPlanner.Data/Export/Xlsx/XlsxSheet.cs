using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Data.Export.Xlsx;

/// <summary>One sheet, written row by row: a header that stays in sight, then rows of texts, numbers and true or false.</summary>
internal sealed class XlsxSheet : IDisposable
{
    // Styles of XlsxParts.Styles: a heading, and a text that stays text when it is edited.
    private const int Heading = 1, AsText = 2;

    private readonly StreamWriter _xml;
    private readonly string[] _letters;
    private int _row;

    /// <summary>Begins the sheet with its header.</summary>
    /// <param name="entry">Entry of the archive.</param>
    /// <param name="header">Headings.</param>
    public XlsxSheet(ZipArchiveEntry entry, IReadOnlyList<string> header)
    {
        _xml = new StreamWriter(entry.Open(), new UTF8Encoding(false), 1 << 16);
        _letters = [.. Enumerable.Range(0, header.Count).Select(XlsxText.Letters)];
        _xml.Write(
            $"{XlsxParts.Declaration}<worksheet xmlns=\"{XlsxParts.Main}\"><sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
        Write(header, Heading);
    }

    /// <summary>Rows written, the header among them.</summary>
    public int Rows => _row;

    /// <summary>Writes a row.</summary>
    /// <param name="values">Texts, whole or real numbers, true or false, or null.</param>
    public void Write(IReadOnlyList<object?> values) => Write(values, AsText);

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Write("</sheetData></worksheet>");
        _xml.Dispose();
    }

    private void Write(IReadOnlyList<object?> values, int textStyle)
    {
        var row = (++_row).ToString(CultureInfo.InvariantCulture);
        _xml.Write($"<row r=\"{row}\">");
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                _xml.Write($"<c r=\"{_letters[i]}{row}\"");
                WriteCell(value, textStyle);
            }
        }

        _xml.Write("</row>");
    }

    private void WriteCell(object value, int textStyle)
    {
        switch (value)
        {
            case string text:
                var space = text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) ? " xml:space=\"preserve\"" : "";
                _xml.Write($" s=\"{textStyle}\" t=\"inlineStr\"><is><t{space}>{XlsxText.Escaped(text)}</t></is></c>");
                break;
            case bool flag:
                _xml.Write(flag ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>");
                break;
            default:
                _xml.Write("><v>");
                Span<char> digits = stackalloc char[32];
                ((ISpanFormattable)value).TryFormat(digits, out var written, default, CultureInfo.InvariantCulture);
                _xml.Write(digits[..written]);
                _xml.Write("</v></c>");
                break;
        }
    }
}
