using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Numbers as tables write them for people: 120㎡, 30张, 约200, 1,200, １２０.</summary>
internal static partial class PlainNumber
{
    /// <summary>
    /// Reads a number where nobody could read it otherwise; not ranges ("100-200") nor sums ("3层+1"). A unit of ten
    /// thousand counts.
    /// </summary>
    /// <param name="text">Text of a cell.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(string text, out double number)
    {
        number = double.NaN;
        var match = Pattern().Match(Narrow(text));
        if (!match.Success)
        {
            return false;
        }

        var factor = match.Groups["unit"].Value is "万" or "万元" or "万平方米" or "万㎡" or "万人" ? 10_000 : 1;
        var digits = match.Groups["number"].Value.Replace(",", string.Empty, StringComparison.Ordinal);
        number = factor * double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number);
    }

    /// <summary>The same text with digits and marks of single width.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = from[i] is >= '！' and <= '～' ? (char)(from[i] - '！' + '!') : from[i] == '　' ? ' ' : from[i];
        }
    }).Trim();

    [GeneratedRegex(
        @"^(?:约|大约|大概|近|共|共计)?\s*(?<number>-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,15})?)\s*(?:余|多)?\s*"
        + @"(?<unit>㎡|m²|m2|M2|平方米|平米|平方|平|张|床|个|人|名|位|户|套|间|座|层|楼|栋|万元|元|万平方米|万㎡|万人|万|岁|份|米|m)?\s*(?:左右|余|上下)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
