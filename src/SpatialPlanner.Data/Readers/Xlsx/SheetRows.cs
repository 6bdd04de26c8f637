using System.Globalization;
using System.Text;
using System.Xml;
using SpatialPlanner.Data.Readers.Xml;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>The cells of a sheet, row by row.</summary>
/// <param name="workbook">Formats and dates.</param>
/// <param name="strings">Texts that cells share.</param>
internal sealed class SheetRows(Workbook workbook, SharedStrings strings)
{
    private const double LargestExactNumber = 1e15;

    private readonly StringBuilder _text = new();
    private object?[] _cells = new object?[64];

    /// <summary>The cells of the current row: text, whole or real number, flag, or null.</summary>
    public object?[] Cells => _cells;

    /// <summary>Number of cells in use.</summary>
    public int Width { get; private set; }

    /// <summary>Number of the current row, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>True where Excel does not show the row.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Cells with an error such as #N/A, and where the first of them is.</summary>
    public (long Count, string? First) Errors { get; private set; }

    /// <summary>Formulas of which the file holds no result, and where the first of them is.</summary>
    public (long Count, string? First) Unknown { get; private set; }

    /// <summary>Whole numbers of more than 15 digits, of which Excel keeps but 15, and where the first of them is.</summary>
    public (long Count, string? First) Long { get; private set; }

    /// <summary>Goes to the next row; false at the end of the sheet.</summary>
    /// <param name="xml">Before a row.</param>
    public bool Next(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                return false;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                ReadRow(xml);
                return true;
            }
        }

        return false;
    }

    /// <summary>Told that cells beyond the width were filled, so that they are emptied for the next row.</summary>
    public void Grown(int width) => Width = Math.Max(Width, width);

    private void ReadRow(XmlReader xml)
    {
        Array.Clear(_cells, 0, Width);
        Width = 0;
        IsHidden = xml.GetAttribute("hidden") is "1" or "true";
        Number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > Number && number <= CellReference.MostRows
            ? number
            : Number + 1;
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                ReadCell(xml);
            }
        }
    }

    private void ReadCell(XmlReader xml)
    {
        var column = xml.GetAttribute("r") is { } reference && CellReference.TryRead(reference, out var named, out _) ? named : Width;
        if (column >= CellReference.MostColumns)
        {
            throw new XmlException($"row {Number} has more than {CellReference.MostColumns} cells");
        }

        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
        var value = xml.IsEmptyElement ? null : Value(xml, type, style, column);
        if (column >= _cells.Length)
        {
            Array.Resize(ref _cells, Math.Min(CellReference.MostColumns, Math.Max(column + 1, 2 * _cells.Length)));
        }

        _cells[column] = value;
        Width = Math.Max(Width, column + 1);
    }

    private object? Value(XmlReader xml, string type, int style, int column)
    {
        var (depth, formula, raw) = (xml.Depth, false, (string?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "f")
            {
                formula = true;
                SafeXml.ReadText(xml, _text);
            }
            else if (xml.LocalName is "v" or "is")
            {
                SafeXml.ReadText(xml, _text, skip: "rPh");
                raw = _text.ToString();
            }
        }

        if (raw is null)
        {
            Unknown = formula ? Counted(Unknown, column) : Unknown;
            return null;
        }

        switch (type)
        {
            case "s":
                return long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? strings.At(at) : null;
            case "inlineStr" or "str" or "d":
                return CellText.Plain(raw);
            case "b":
                return raw.Trim() is "1" or "true";
            case "e":
                Errors = Counted(Errors, column);
                return null;
            default:
                return OfNumber(raw.Trim(), style, column);
        }
    }

    private object? OfNumber(string raw, int style, int column)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw.Length == 0 ? null : raw;
        }

        if (workbook.Styles.IsDate(style) && ExcelDates.Iso(number, workbook.Is1904) is { } date)
        {
            return date;
        }

        if (number != Math.Floor(number) || Math.Abs(number) >= 1e18)
        {
            return number;
        }

        Long = Math.Abs(number) >= LargestExactNumber ? Counted(Long, column) : Long;
        var whole = (long)number;
        var zeros = workbook.Styles.Zeros(style);
        return zeros > 0 && whole >= 0 ? whole.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(zeros, 30), '0') : whole;
    }

    private (long Count, string? First) Counted((long Count, string? First) so, int column) =>
        (so.Count + 1, so.First ?? string.Create(CultureInfo.InvariantCulture, $"row {Number}, column {CellReference.Letters(column)}"));
}
