using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Datums;

/// <summary>What latitudes and longitudes refer to.</summary>
/// <param name="Id">Id in <c>data/crs/epsg.csv</c>, or the name in a WKT.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Ellipsoid">Its ellipsoid.</param>
/// <param name="EsriWkt">Its GEOGCS in a .prj; null where it came from a WKT, which is kept as it is.</param>
internal sealed record Datum(string Id, LocalText Name, Ellipsoid Ellipsoid, string? EsriWkt)
{
    private static readonly Datum[] Known =
    [
        new("WGS84", new("WGS 84", "WGS 84"), Ellipsoid.Wgs84, Geogcs("WGS_1984", "WGS_1984", "WGS_1984", "298.257223563")),
        new(
            "CGCS2000", new("CGCS2000", "CGCS2000"), Ellipsoid.Cgcs2000,
            Geogcs("China_Geodetic_Coordinate_System_2000", "China_2000", "CGCS2000", "298.257222101")),
        new(
            "Xian80", new("西安 80", "Xian 1980"), Ellipsoid.Xian80,
            Geogcs("Xian_1980", "Xian_1980", "Xian_1980", "298.257", "6378140.0")),
        new(
            "Beijing54", new("北京 54", "Beijing 1954"), Ellipsoid.Krassowsky,
            Geogcs("Beijing_1954", "Beijing_1954", "Krasovsky_1940", "298.3", "6378245.0")),
    ];

    // Names as OGC and ESRI write them, letters and digits only, without ESRI's D_.
    private static readonly Dictionary<string, string> Spellings = new()
    {
        ["wgs1984"] = "WGS84",
        ["wgs84"] = "WGS84",
        ["worldgeodeticsystem1984"] = "WGS84",
        ["china2000"] = "CGCS2000",
        ["cgcs2000"] = "CGCS2000",
        ["chinageodeticcoordinatesystem2000"] = "CGCS2000",
        ["xian1980"] = "Xian80",
        ["xian80"] = "Xian80",
        ["beijing1954"] = "Beijing54",
        ["beijing54"] = "Beijing54",
    };

    /// <summary>True where its degrees are taken as those of WGS 84.</summary>
    public bool IsWgs84 => Ellipsoid.IsLikeWgs84;

    /// <summary>A datum of the table.</summary>
    public static Datum Get(string id) => Known.First(d => d.Id == id);

    /// <summary>
    /// The datum that a WKT names: one of the table where name and ellipsoid agree with it, else one of its own. CGCS2000
    /// is also known by its ellipsoid, which no other datum has: drawings often have it under a datum "unknown".
    /// </summary>
    public static Datum OfWkt(string name, string ellipsoidName, Ellipsoid ellipsoid)
    {
        var letters = Letters(name.StartsWith("D_", StringComparison.OrdinalIgnoreCase) ? name[2..] : name);
        var isKnown = Spellings.TryGetValue(letters, out var id);
        id = !isKnown && Letters(ellipsoidName) == "cgcs2000" ? "CGCS2000" : id;
        return id is not null && Get(id).Ellipsoid.IsSameAs(ellipsoid)
            ? Get(id)
            : new(name, new(name, name), ellipsoid, null);
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Geogcs(string name, string datum, string spheroid, string inverse, string major = "6378137.0") =>
        $"GEOGCS[\"GCS_{name}\",DATUM[\"D_{datum}\",SPHEROID[\"{spheroid}\",{major},{inverse}]],"
        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
}
