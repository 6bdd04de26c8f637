using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpatialPlanner.Data.Export.Xlsx;

/// <summary>Texts as the XML of a workbook holds them.</summary>
internal static class XlsxText
{
    private const int EscapeLength = 7;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>
    /// The text with XML's own characters escaped, and what XML cannot hold written as <c>_xHHHH_</c> (ISO/IEC 29500-1,
    /// 22.9.2.19), which Excel turns back; a text that looks like such an escape is escaped itself.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '_' when LooksEscaped(text, i) => escaped.Append("_x005F_"),
                '\t' or '\n' => escaped.Append(c),
                < ' ' or '\uFFFE' or '\uFFFF' => Code(escaped, c),
                _ when char.IsSurrogate(c) && !IsPaired(text, i) => Code(escaped, c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Letters of a column, from 0: A, B, … Z, AA, …</summary>
    /// <param name="column">Place of the column.</param>
    public static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString()
        : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static StringBuilder Code(StringBuilder text, char c) =>
        text.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");

    private static bool LooksEscaped(string text, int at) =>
        at + EscapeLength <= text.Length && text[at + 1] == 'x' && text[at + EscapeLength - 1] == '_'
        && text.AsSpan(at + 2, 4).IndexOfAnyExcept(Hexadecimal) < 0;

    private static bool IsPaired(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
