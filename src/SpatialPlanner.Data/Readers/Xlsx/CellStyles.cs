using System.Globalization;
using System.Xml;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>What number formats say about cells: dates, and ids shown with leading zeros.</summary>
internal sealed class CellStyles
{
    private readonly List<int> _formatOf = [];
    private readonly Dictionary<int, string> _codes = [];
    private readonly List<(bool IsDate, int Zeros)> _styles = [];

    /// <summary>No styles at all.</summary>
    public static readonly CellStyles None = new();

    /// <summary>True where numbers of a style are dates.</summary>
    public bool IsDate(int style) => style >= 0 && style < _styles.Count && _styles[style].IsDate;

    /// <summary>Digits to which numbers of a style are filled up with zeros; 0 for others.</summary>
    public int Zeros(int style) => style >= 0 && style < _styles.Count ? _styles[style].Zeros : 0;

    /// <summary>Reads the part of the styles.</summary>
    public static CellStyles Read(XmlReader xml)
    {
        var (styles, inCells) = (new CellStyles(), false);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml, "numFmtId") is var id && id >= 0)
            {
                styles._codes[id] = xml.GetAttribute("formatCode") ?? string.Empty;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCells)
            {
                styles._formatOf.Add(Number(xml, "numFmtId"));
            }
        }

        styles._styles.AddRange(styles._formatOf.Select(styles.Of));
        return styles;
    }

    private static int Number(XmlReader xml, string name) =>
        int.TryParse(xml.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private (bool IsDate, int Zeros) Of(int format) => _codes.TryGetValue(format, out var code)
        ? (ShowsDate(code), code.Length > 1 && code.All(c => c == '0') ? code.Length : 0)
        // Built-in formats of dates and times; 27 to 36 and 50 to 58 are those of Chinese, Japanese and Korean Excel.
        : (format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58), 0);

    // A code shows a date where it has y, m, d, h or s outside of texts, brackets and escapes.
    private static bool ShowsDate(string code)
    {
        var (text, bracket) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"')
            {
                text = !text;
            }
            else if (text)
            {
                continue;
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (c is '[' or ']')
            {
                bracket = c == '[';
            }
            else if (c == ';')
            {
                return false;
            }
            else if (!bracket && c is 'y' or 'm' or 'd' or 'h' or 's' or 'Y' or 'M' or 'D' or 'H' or 'S' or 'e')
            {
                return true;
            }
        }

        return false;
    }
}
