using System.Globalization;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Numbers of coordinates as tables write them, and pairs of them in one text; counts what was not plain.</summary>
/// <param name="isGeographic">True for degrees.</param>
/// <param name="decimalComma">True where numbers are written 108,94.</param>
/// <param name="mayTurn">False where the user says in which order the numbers stand.</param>
internal sealed class CoordinateText(bool isGeographic, bool decimalComma, bool mayTurn)
{
    private static readonly char[] PairMarks = [',', '，', ';', '；', '|', '/', ' ', '\t', '、'];

    private long _angles;
    private long _commas;
    private long _grouped;
    private long _turned;

    /// <summary>One coordinate; not a number where the text is none.</summary>
    public double Number(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return double.NaN;
        }

        if (TryPlain(text, out var plain))
        {
            return plain;
        }

        text = PlainNumber.Narrow(text);
        if (TryPlain(text, out plain))
        {
            return plain;
        }

        if (isGeographic && DegreesText.TryRead(text, out var degrees))
        {
            _angles++;
            return degrees;
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !TryPlain(text.Replace(",", string.Empty, StringComparison.Ordinal), out var grouped))
        {
            return double.NaN;
        }

        // 108,940123 in degrees; 3,793,014.34 in metres.
        if (isGeographic && comma == text.LastIndexOf(',') && !text.Contains('.', StringComparison.Ordinal)
            && TryPlain(text.Replace(',', '.'), out plain))
        {
            _commas++;
            return plain;
        }

        var groups = text.TrimStart('-').Split('.')[0].Split(',');
        if (isGeographic || groups[0].Length is 0 or > 3 || groups.Skip(1).Any(g => g.Length != 3))
        {
            return double.NaN;
        }

        _grouped++;
        return grouped;
    }

    /// <summary>Longitude and latitude (easting and northing) of a pair such as "108.94,34.26"; null where it is none.</summary>
    public (double X, double Y)? Pair(string text)
    {
        var parts = text.Trim().Trim('[', ']', '(', ')', '（', '）', '{', '}').Split(PairMarks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3) || double.IsNaN(Number(parts[0])) || double.IsNaN(Number(parts[1])))
        {
            return null;
        }

        var (x, y) = (Number(parts[0]), Number(parts[1]));
        if (isGeographic && mayTurn && IsLatitudeFirst(x, y))
        {
            _turned++;
            return (y, x);
        }

        return (x, y);
    }

    /// <summary>What was read otherwise than as plain numbers.</summary>
    public IEnumerable<(LocalText What, LocalText Remedy)> Remarks()
    {
        var check = new LocalText("在地图上核对位置", "look at the places on the map");
        if (_angles > 0)
        {
            yield return (new($"{_angles} 个坐标以度分秒或字母书写，已换算为度", $"{_angles} coordinates in degrees, minutes and seconds were read as such"), check);
        }

        if (_commas > 0)
        {
            yield return (new($"{_commas} 个坐标以逗号为小数点，已按此读取", $"{_commas} coordinates have a decimal comma and were read so"), check);
        }

        if (_grouped > 0)
        {
            yield return (new($"{_grouped} 个坐标带千位分隔符，已去除", $"{_grouped} coordinates have thousands marks, which were left out"), check);
        }

        if (_turned > 0)
        {
            yield return (new($"{_turned} 个坐标对是纬度在前，已按此读取", $"{_turned} pairs of coordinates give latitude first and were read so"), check);
        }
    }

    // By range, and in China by its extent: 39.47,75.99 is Kashgar.
    private static bool IsLatitudeFirst(double x, double y) => Math.Abs(x) <= 90
        && (Math.Abs(y) is > 90 and <= 180 || (x is > 3 and < 54 && y is > 73 and < 136));

    private bool TryPlain(string text, out double number) => double.TryParse(
        decimalComma && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text,
        NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
