using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Projections;

namespace SpatialPlanner.Data.Crs.Wkt;

/// <summary>Makes the projection of a PROJCS: transverse Mercator by our own series, any other by ProjNET.</summary>
internal static class WktProjection
{
    // Names of OGC, GDAL and ESRI for one projection; letters only.
    private static readonly HashSet<string> TransverseMercators =
        ["transversemercator", "gausskruger", "gausskrueger", "transversemercatorcomplex"];

    private static readonly HashSet<string> WebMercators =
        ["mercatorauxiliarysphere", "popularvisualisationpseudomercator", "pseudomercator"];

    // ESRI and OGC name the same parameter in two ways, and ProjNET asks for one of them.
    private static readonly (string One, string Other)[] Synonyms =
    [
        ("central_meridian", "longitude_of_center"),
        ("latitude_of_origin", "latitude_of_center"),
        ("central_meridian", "longitude_of_origin"),
    ];

    /// <summary>True for transverse Mercator by any of its names.</summary>
    public static bool IsTransverseMercator(WktNode projcs) => TransverseMercators.Contains(Name(projcs));

    /// <summary>True for Web Mercator, which WKT 1 has no name of its own for.</summary>
    public static bool IsWebMercator(WktNode projcs) =>
        WebMercators.Contains(Name(projcs))
        || (projcs.Child("EXTENSION") is { } extension && extension.Name == "PROJ4"
            && extension.Values.Any(v => v.Contains("+proj=merc +a=6378137 +b=6378137", StringComparison.Ordinal)));

    /// <summary>Parameters by lower-case name, as written.</summary>
    /// <exception cref="FormatException">One is no number.</exception>
    public static Dictionary<string, double> Parameters(WktNode projcs)
    {
        var found = new Dictionary<string, double>();
        foreach (var node in projcs.Children.Where(c => c.Keyword == "PARAMETER"))
        {
            found[node.Name.ToLowerInvariant()] = node.Number(1);
        }

        foreach (var (one, other) in Synonyms)
        {
            if (found.TryGetValue(one, out var value) || found.TryGetValue(other, out value))
            {
                (found[one], found[other]) = (value, value);
            }
        }

        return found;
    }

    /// <summary>The projection in metres and degrees.</summary>
    /// <exception cref="Problems.InputException">Nothing here knows it.</exception>
    public static IMapProjection Make(WktNode projcs, Ellipsoid ellipsoid, double degreesInUnit, string source)
    {
        var metres = projcs.Child("UNIT")?.Number(1) ?? 1;
        var parameters = Parameters(projcs).ToDictionary(
            p => p.Key, p => p.Value * (IsLength(p.Key) ? metres : IsAngle(p.Key) ? degreesInUnit : 1));
        if (IsTransverseMercator(projcs))
        {
            return new TransverseMercator(
                ellipsoid, Of("central_meridian"), Of("latitude_of_origin"), parameters.GetValueOrDefault("scale_factor", 1),
                Of("false_easting"), Of("false_northing"));
        }

        var name = projcs.Need("PROJECTION").Name;
        try
        {
            return new ProjNetProjection(name, parameters, ellipsoid);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            throw CrsRefusals.UnknownProjection(source, name, e);
        }

        double Of(string parameter) => parameters.GetValueOrDefault(parameter);
    }

    private static string Name(WktNode projcs) =>
        string.Concat(projcs.Need("PROJECTION").Name.Where(char.IsAsciiLetter)).ToLowerInvariant();

    private static bool IsLength(string parameter) => parameter is "false_easting" or "false_northing";

    private static bool IsAngle(string parameter) =>
        parameter.Contains("meridian", StringComparison.Ordinal) || parameter.Contains("latitude", StringComparison.Ordinal)
        || parameter.Contains("longitude", StringComparison.Ordinal) || parameter.Contains("parallel", StringComparison.Ordinal)
        || parameter is "azimuth" or "rectified_grid_angle";
}
