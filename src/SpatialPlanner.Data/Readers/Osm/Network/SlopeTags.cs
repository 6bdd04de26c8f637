using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Slopes and heights as mappers write them.</summary>
internal static partial class SlopeTags
{
    /// <summary>Rise over run above which a number is a mistake: one climbs, or takes a lift, but does not walk.</summary>
    public const double Steepest = 1;

    // The lowest dry land and the highest mountain, with a margin.
    private const double LowestM = -500, HighestM = 9000;

    /// <summary>
    /// Rise over run of a value of <c>incline</c>: "5%", "-3 %", "10°". Null for "up", "down" and other words, and for
    /// a number without a unit, which mappers mean now as per cent, now as a fraction.
    /// </summary>
    public static double? Grade(string incline)
    {
        var parts = Number().Match(incline.Trim());
        if (!parts.Success || !TryNumber(parts.Groups[1].Value, out var number))
        {
            return null;
        }

        return parts.Groups[2].Value switch
        {
            "%" => number / 100,
            "" => number == 0 ? 0 : null,
            _ => Math.Abs(number) < 90 ? Math.Tan(number * Math.PI / 180) : double.PositiveInfinity,
        };
    }

    /// <summary>Metres above the sea of a value of <c>ele</c>, or null.</summary>
    public static double? HeightM(string ele)
    {
        var text = ele.Trim();
        text = text.EndsWith('m') ? text[..^1].TrimEnd() : text;
        return TryNumber(text, out var metres) && metres is >= LowestM and <= HighestM ? metres : null;
    }

    private static bool TryNumber(string text, out double number) => double.TryParse(
        text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
        CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^([+-]?\s?\d+(?:[.,]\d+)?)\s*(%|°|deg|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
