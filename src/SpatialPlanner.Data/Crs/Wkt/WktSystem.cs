using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Epsg;
using SpatialPlanner.Data.Crs.Projections;
using SpatialPlanner.Data.Crs.Systems;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Wkt;

/// <summary>
/// Makes a coordinate system of a WKT 1 as OGC, GDAL and ESRI write it. What it says counts, not its name or code: a
/// file named after one zone with the central meridian of another is of the latter. Where it says the same as a line of
/// the table, it is that line.
/// </summary>
internal sealed class WktSystem
{
    private readonly string wkt;
    private readonly WktNode root;
    private readonly WktNode geogcs;
    private readonly Datum datum;
    private readonly double primeMeridian;
    private readonly double degreesInUnit;

    private WktSystem(string wkt, WktNode root)
    {
        (this.wkt, this.root) = (wkt, root);
        geogcs = root.Keyword == "PROJCS" ? root.Need("GEOGCS") : root;
        var spheroid = geogcs.Need("DATUM").Need("SPHEROID");
        var ellipsoid = new Ellipsoid(spheroid.Number(1), spheroid.Number(2));
        datum = ellipsoid is { SemiMajorMetres: > 6e6 and < 7e6, InverseFlattening: 0 or > 100 }
            ? Datum.OfWkt(geogcs.Need("DATUM").Name, spheroid.Name, ellipsoid)
            : throw new FormatException("SPHEROID[…] is not the earth's");
        degreesInUnit = geogcs.Child("UNIT")?.Number(1) * 180 / Math.PI ?? 1;
        degreesInUnit = Math.Abs(degreesInUnit - 1) < 1e-9 ? 1 : degreesInUnit;
        primeMeridian = (geogcs.Child("PRIMEM")?.Number(1) ?? 0) * degreesInUnit;
    }

    /// <summary>The system of a WKT.</summary>
    /// <param name="wkt">The text.</param>
    /// <param name="source">Its file, or what the user wrote; for messages.</param>
    /// <param name="given">Parameters to WGS 84 of the user's, which count before those of the WKT.</param>
    /// <param name="epsg">The EPSG code that the text was looked up for, or null.</param>
    /// <exception cref="InputException">It cannot be used; says why.</exception>
    public static CoordinateSystem Read(string wkt, string source, DatumShift? given, int? epsg = null)
    {
        try
        {
            var root = WktParser.Parse(wkt);
            root = root.Keyword == "COMPD_CS" ? root.Child("PROJCS") ?? root.Need("GEOGCS") : root;
            return root.Keyword is "PROJCS" or "GEOGCS"
                ? new WktSystem(wkt, root).System(source, given, epsg)
                : throw CrsRefusals.NoMap(source, root.Keyword);
        }
        catch (FormatException e)
        {
            throw CrsRefusals.BadWkt(source, e);
        }
    }

    private CoordinateSystem System(string source, DatumShift? given, int? epsg)
    {
        var known = root.Keyword == "GEOGCS" ? Degrees() : Projected();
        var shift = DatumShifts.Of(datum, given, OwnShift(source), source);
        if (known is not null)
        {
            return known.Code == 4326 && shift is null ? CoordinateSystems.Wgs84 : known.System(shift);
        }

        var code = epsg is null ? "WKT" : FormattableString.Invariant($"EPSG:{epsg}");
        var name = new LocalText(root.Name, root.Name);
        return root.Keyword == "GEOGCS"
            ? new DatumSystem(code, name, epsg, wkt, datum, Units(null, degreesInUnit), true, shift)
            : new DatumSystem(
                code, name, epsg, wkt, datum,
                Units(WktProjection.Make(root, datum.Ellipsoid, degreesInUnit, source), Metres()), false, shift);
    }

    private EpsgRow? Degrees() => degreesInUnit == 1 && primeMeridian == 0 ? EpsgMatch.Degrees(datum) : null;

    private EpsgRow? Projected() =>
        degreesInUnit == 1 && primeMeridian == 0 && Metres() == 1 ? EpsgMatch.Projected(root, datum) : null;

    private double Metres() => root.Child("UNIT")?.Number(1) is not { } unit || Math.Abs(unit - 1) < 1e-9 ? 1
        : unit > 0 ? unit : throw new FormatException("UNIT[…] is not above 0");

    private InUnits? Units(IMapProjection? projection, double unit) => new(projection, unit, primeMeridian);

    private DatumShift? OwnShift(string source)
    {
        if (geogcs.Need("DATUM").Child("TOWGS84") is not { } node)
        {
            return null;
        }

        var numbers = Enumerable.Range(0, node.Values.Count).Select(node.Number).ToList();
        return numbers.Count is 3 or 7
            ? DatumShift.Of(numbers, source)
            : throw new FormatException("TOWGS84[…] has neither three nor seven numbers");
    }
}
