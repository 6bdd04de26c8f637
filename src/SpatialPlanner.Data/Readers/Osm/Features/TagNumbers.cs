using System.Globalization;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Numbers from tags, as tolerantly as mappers write them.</summary>
internal static class TagNumbers
{
    private const int TallestStoreys = 200;

    /// <summary>A whole number of at least 0, or null.</summary>
    public static long? Whole(IReadOnlyDictionary<string, string> tags, string key) =>
        tags.TryGetValue(key, out var text)
        && long.TryParse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Storeys: the highest number of "5", "4.5", "3;5" or "3-5"; null where there is none.</summary>
    public static long? Storeys(IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue("building:levels", out var text))
        {
            return null;
        }

        var numbers = text.Replace(',', '.').Split([';', '-', '/', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => double.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : 0);
        var most = (long)Math.Round(numbers.DefaultIfEmpty(0).Max(), MidpointRounding.AwayFromZero);
        return most is >= 1 and <= TallestStoreys ? most : null;
    }
}
