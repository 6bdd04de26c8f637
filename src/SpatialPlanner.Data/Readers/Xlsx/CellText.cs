using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>Texts of cells without Excel's escapes.</summary>
internal static partial class CellText
{
    /// <summary>The text with <c>_x000D_</c> and the like replaced by what they stand for.</summary>
    public static string Plain(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)ushort.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
