using System.Globalization;
using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Wkt;

namespace SpatialPlanner.Data.Crs.Epsg;

/// <summary>Finds the line of the table that says the same as a WKT, so that a code is logged and not a text.</summary>
internal static class EpsgMatch
{
    /// <summary>The geographic system of a datum, or null.</summary>
    public static EpsgRow? Degrees(Datum datum) =>
        EpsgTable.All.FirstOrDefault(r => r.Kind == EpsgRow.Geographic && r.Datum == datum);

    /// <summary>
    /// The line with the datum, projection and parameters of a PROJCS, or null. Every second 3° zone is also a 6° zone
    /// (4508 and 4546 are one and the same): there the text's name decides, then its code, else the 3° zone of planning.
    /// </summary>
    public static EpsgRow? Projected(WktNode projcs, Datum datum)
    {
        var parameters = WktProjection.Parameters(projcs);
        var kind = WktProjection.IsTransverseMercator(projcs) ? EpsgRow.TransverseMercator
            : WktProjection.IsWebMercator(projcs) ? EpsgRow.WebMercator : null;
        if (kind is null || !Is("latitude_of_origin", 0) || !Is("standard_parallel_1", 0))
        {
            return null;
        }

        var same = EpsgTable.All.Where(r => r.Kind == kind && r.Datum == datum
            && Is("central_meridian", r.CentralMeridian) && Is("scale_factor", r.Scale, 1)
            && Is("false_easting", r.FalseEasting) && Is("false_northing", r.FalseNorthing)).ToList();
        return same.Find(r => Letters(r.EsriName) == Letters(projcs.Name) || Letters(r.Name.En) == Letters(projcs.Name))
            ?? same.Find(r => r.Code == Authority(projcs))
            ?? same.Find(r => r.ZoneDegrees == 3)
            ?? same.FirstOrDefault();

        bool Is(string parameter, double value, double otherwise = 0) =>
            Math.Abs(parameters.GetValueOrDefault(parameter, otherwise) - value) < 1e-9;
    }

    private static int? Authority(WktNode node) =>
        node.Child("AUTHORITY") is { } authority && authority.Name.Equals("EPSG", StringComparison.OrdinalIgnoreCase)
        && authority.Values.Count > 1
        && int.TryParse(authority.Values[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static string Letters(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
