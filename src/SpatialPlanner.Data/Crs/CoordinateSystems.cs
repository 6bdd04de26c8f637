using System.Globalization;
using System.Text.RegularExpressions;
using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Epsg;
using SpatialPlanner.Data.Crs.Systems;
using SpatialPlanner.Data.Crs.Wkt;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs;

/// <summary>Finds coordinate systems by what users and files call them.</summary>
public static partial class CoordinateSystems
{
    private const long MostBytesOfWkt = 1_000_000;

    // Codes that were in use before or beside EPSG:3857.
    private static readonly int[] FormerWebMercators = [900913, 102100, 102113, 3785];

    private static readonly Dictionary<string, int> CommonNames = new()
    {
        ["wgs84"] = 4326,
        ["crs84"] = 4326,
        ["ogccrs84"] = 4326,
        ["cgcs2000"] = 4490,
        ["2000国家大地坐标系"] = 4490,
        ["国家大地坐标系2000"] = 4490,
        ["webmercator"] = 3857,
    };

    /// <summary>
    /// Longitude and latitude of GPS and OpenStreetMap; what workspaces keep. The same object each time that EPSG:4326 is
    /// found, so that a caller sees that nothing is to be converted.
    /// </summary>
    public static CoordinateSystem Wgs84 { get; } = EpsgTable.Find(4326)!.System(null);

    /// <summary>Coordinates of AMap, Tencent and other web maps in China.</summary>
    public static CoordinateSystem Gcj02 => ShiftedSystem.Gcj02;

    /// <summary>Coordinates of Baidu.</summary>
    public static CoordinateSystem Bd09 => ShiftedSystem.Bd09;

    /// <summary>
    /// The systems of planning practice, to choose from: code, name, central meridian in degrees (null for longitude and
    /// latitude), and whether 3 or 7 parameters to WGS 84 have to be given with it.
    /// </summary>
    public static IEnumerable<(string Code, LocalText Name, double? CentralMeridian, bool NeedsShift)> Known =>
        EpsgTable.All
            .Select(r => (
                FormattableString.Invariant($"EPSG:{r.Code}"), r.Name,
                r.Kind == EpsgRow.TransverseMercator ? r.CentralMeridian : (double?)null, !r.Datum.IsWgs84))
            .Concat([(Gcj02.Code, Gcj02.Name, null, false), (Bd09.Code, Bd09.Name, null, false)]);

    /// <summary>A system whose file has northing or latitude first; of such a one, that with the usual order.</summary>
    /// <param name="system">The system.</param>
    public static CoordinateSystem Swapped(CoordinateSystem system) =>
        system is SwappedSystem swapped ? swapped.Inner : new SwappedSystem(system);

    /// <summary>The system of a text, or of the .prj or .wkt file with that path.</summary>
    /// <param name="text">As <see cref="Parse"/>, or a path.</param>
    /// <param name="shift">As <see cref="Parse"/>.</param>
    /// <exception cref="InputException">It cannot be used; says why and what to do.</exception>
    public static CoordinateSystem Find(string text, DatumShift? shift = null)
    {
        var isFile = Path.GetExtension(text.Trim()).ToLowerInvariant() is ".prj" or ".wkt";
        if (!isFile || IsWkt().IsMatch(text))
        {
            return Parse(text, shift);
        }

        try
        {
            return new FileInfo(text).Length <= MostBytesOfWkt
                ? OfText(File.ReadAllText(text), text, shift)
                : throw CrsRefusals.Unknown(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CrsRefusals.Unreadable(text, e);
        }
    }

    /// <summary>The system of a text; reads no file, so fit for what comes over the network.</summary>
    /// <param name="text">
    /// <c>EPSG:4545</c>, <c>4545</c>, an OGC URN or address of such a code, <c>GCJ-02</c>, <c>BD-09</c>, WKT 1 of OGC
    /// or ESRI; with GDAL installed also any other EPSG code, WKT 2 and PROJ strings. <c>/yx</c> behind it says that the
    /// file has northing or latitude first (<c>EPSG:4545/yx</c>).
    /// </param>
    /// <param name="shift">Parameters to WGS 84 for datums that need them (Xian 1980, Beijing 1954, local ones).</param>
    /// <exception cref="InputException">It cannot be used; says why and what to do.</exception>
    public static CoordinateSystem Parse(string text, DatumShift? shift = null) => OfText(text, text, shift);

    private static CoordinateSystem OfText(string text, string source, DatumShift? shift)
    {
        text = text.Trim().Trim('\uFEFF', '\0');
        if (text.EndsWith(SwappedSystem.Suffix, StringComparison.OrdinalIgnoreCase))
        {
            return Swapped(OfText(text[..^SwappedSystem.Suffix.Length], source, shift));
        }

        if (IsWkt().IsMatch(text))
        {
            return IsWkt2().IsMatch(text) ? OfGdal(text, source, shift) : WktSystem.Read(text, source, shift);
        }

        if (text.StartsWith("+proj=", StringComparison.Ordinal))
        {
            return OfGdal(text, source, shift);
        }

        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (letters is "gcj02" or "火星坐标" or "火星坐标系")
        {
            return shift is null ? Gcj02 : throw CrsRefusals.ShiftOnWebMap("GCJ-02");
        }

        if (letters is "bd09" or "bd09ll" or "百度坐标" or "百度坐标系")
        {
            return shift is null ? Bd09 : throw CrsRefusals.ShiftOnWebMap("BD-09");
        }

        return CommonNames.TryGetValue(letters, out var code) || IsCrs84(letters, ref code) || HasCode(text, ref code)
            ? OfCode(code, shift)
            : throw CrsRefusals.Unknown(source);
    }

    private static CoordinateSystem OfCode(int code, DatumShift? shift)
    {
        code = FormerWebMercators.Contains(code) ? 3857 : code;
        var source = FormattableString.Invariant($"EPSG:{code}");
        if (code == 4326 && shift is null)
        {
            return Wgs84;
        }

        if (EpsgTable.Find(code) is { } row)
        {
            return row.System(DatumShifts.Of(row.Datum, shift, null, source));
        }

        var (wkt, wasAsked) = GdalSrsInfo.Wkt1(source);
        return wkt is null ? throw CrsRefusals.UnknownCode(code, wasAsked) : WktSystem.Read(wkt, source, shift, code);
    }

    private static CoordinateSystem OfGdal(string definition, string source, DatumShift? shift)
    {
        var (wkt, wasAsked) = GdalSrsInfo.Wkt1(definition);
        return wkt is not null ? WktSystem.Read(wkt, source, shift)
            : wasAsked ? throw CrsRefusals.Unknown(source) : throw CrsRefusals.Wkt2(source);
    }

    // urn:ogc:def:crs:OGC:1.3:CRS84, http://www.opengis.net/def/crs/OGC/1.3/CRS84
    private static bool IsCrs84(string letters, ref int code)
    {
        code = 4326;
        return letters.Contains("ogc", StringComparison.Ordinal) && letters.EndsWith("crs84", StringComparison.Ordinal);
    }

    private static bool HasCode(string text, ref int code) =>
        CodeInText().Match(text) is { Success: true } match
        && int.TryParse(match.Groups["code"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out code);

    [GeneratedRegex(@"^\s*[A-Z][A-Z_0-9]+\s*[\[\(]", RegexOptions.IgnoreCase)]
    private static partial Regex IsWkt();

    [GeneratedRegex(
        @"^\s*(PROJCRS|PROJECTEDCRS|GEOGCRS|GEOGRAPHICCRS|GEODCRS|GEODETICCRS|BOUNDCRS|COMPOUNDCRS|DERIVEDPROJCRS)\s*[\[\(]",
        RegexOptions.IgnoreCase)]
    private static partial Regex IsWkt2();

    // 4545, EPSG:4545, ESRI:102100, urn:ogc:def:crs:EPSG:6.9:4545, http://www.opengis.net/def/crs/EPSG/0/4545
    [GeneratedRegex(
        @"^(?:(?:EPSG|ESRI)\s*:{0,2}\s*|urn:(?:x-)?ogc:def:crs:EPSG:[0-9.]*:|https?://www\.opengis\.net/def/crs/EPSG/[0-9.]+/|https?://www\.opengis\.net/gml/srs/epsg\.xml#)?(?<code>[0-9]{4,6})$",
        RegexOptions.IgnoreCase)]
    private static partial Regex CodeInText();
}
