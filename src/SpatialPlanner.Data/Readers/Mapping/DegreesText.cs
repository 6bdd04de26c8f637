using System.Globalization;
using System.Text.RegularExpressions;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Longitudes and latitudes written for people: 108°56'24"E, 东经108度56分24秒, N34.26°.</summary>
internal static partial class DegreesText
{
    /// <summary>Reads an angle with its signs; false for plain numbers and whatever else.</summary>
    /// <param name="text">Text of a cell.</param>
    /// <param name="degrees">The angle; south and west are negative.</param>
    public static bool TryRead(string text, out double degrees)
    {
        degrees = double.NaN;
        var match = Pattern().Match(PlainNumber.Narrow(text));
        if (!match.Success)
        {
            return false;
        }

        double Part(string name) => match.Groups[name].Success
            ? double.Parse(match.Groups[name].Value, NumberStyles.Float, CultureInfo.InvariantCulture)
            : 0;
        var (whole, minutes, seconds) = (Part("d"), Part("m"), Part("s"));
        var side = match.Groups["before"].Value + match.Groups["after"].Value;
        var marked = side.Length > 0 || match.Groups["sign"].Success;
        if (!marked || minutes >= 60 || seconds >= 60 || (match.Groups["before"].Length > 0 && match.Groups["after"].Length > 0))
        {
            return false;
        }

        var isNegative = match.Groups["minus"].Success || side is "S" or "s" or "W" or "w" or "南纬" or "西经";
        degrees = (whole + (minutes / 60) + (seconds / 3600)) * (isNegative ? -1 : 1);
        return true;
    }

    [GeneratedRegex(
        @"^(?<before>[NSEWnsew]|东经|西经|北纬|南纬)?\s*[:]?\s*(?<minus>-)?(?<d>[0-9]{1,3}(?:\.[0-9]{1,15})?)\s*(?:(?<sign>[°º˚度])\s*"
        + @"(?:(?<m>[0-9]{1,2}(?:\.[0-9]{1,15})?)\s*(?:['′’‘]|分)\s*(?:(?<s>[0-9]{1,2}(?:\.[0-9]{1,15})?)\s*(?:""|″|”|“|''|′′|’’|秒)?)?)?)?\s*"
        + @"(?<after>[NSEWnsew]|东经|西经|北纬|南纬)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
