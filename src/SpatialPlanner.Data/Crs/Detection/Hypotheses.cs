using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs.Epsg;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>The coordinate systems that the numbers of a layer allow.</summary>
internal sealed class Hypotheses
{
    // Farther from its meridian a zone is not used.
    private const double FarFromMeridianDegrees = 6;
    private readonly NumberRange range;
    private readonly CoordinateSystem? declared;
    private readonly Envelope area;
    private readonly EpsgRow? declaredRow;
    private readonly List<Hypothesis> found = [];

    private Hypotheses(NumberRange range, CoordinateSystem? declared, Envelope area)
    {
        (this.range, this.declared, this.area) = (range, declared, area);
        declaredRow = declared?.Epsg is { } code ? EpsgTable.Find(code) : null;
    }

    /// <summary>All of them, the declared one first where the numbers allow it; each place only once.</summary>
    /// <param name="range">The numbers.</param>
    /// <param name="declared">The declared system, or null.</param>
    /// <param name="area">Extent of the place, or one that is null.</param>
    public static List<Hypothesis> Of(NumberRange range, CoordinateSystem? declared, Envelope area)
    {
        var hypotheses = new Hypotheses(range, declared, area);
        hypotheses.AddDeclared();
        foreach (var isSwapped in new[] { false, true })
        {
            var numbers = isSwapped ? range.Swapped : range;
            hypotheses.AddDegrees(numbers, isSwapped);
            hypotheses.AddPrefixed(numbers, isSwapped);
            hypotheses.AddZones(numbers, isSwapped);
            hypotheses.AddWebMercator(numbers, isSwapped);
        }

        return hypotheses.found;
    }

    private void AddDeclared()
    {
        if (declared is null)
        {
            return;
        }

        Add(declared, new("文件声明", "declared by the file"), Ground.Declared);
        var ground = range.CanBe(declared) ? Ground.Possible : Ground.Numbers;
        Add(CoordinateSystems.Swapped(declared), Swapped(declared.IsGeographic), ground);
    }

    private void AddDegrees(NumberRange numbers, bool isSwapped)
    {
        if (!numbers.CanBe(CoordinateSystems.Wgs84))
        {
            return;
        }

        var (zh, en) = isSwapped ? ("，纬度在前", ", latitude first") : (string.Empty, string.Empty);
        var isOnlyOrder = !isSwapped || !range.CanBe(CoordinateSystems.Wgs84);
        Add(
            CoordinateSystems.Wgs84, new($"数值是经纬度{zh}", $"the numbers are degrees{en}"),
            isOnlyOrder ? Ground.Numbers : Ground.Possible, isSwapped);
        foreach (var system in numbers.AreInChina ? new[] { CoordinateSystems.Gcj02, CoordinateSystems.Bd09 } : [])
        {
            Add(system, new($"数值是中国范围内的经纬度{zh}", $"the numbers are degrees within China{en}"), Ground.Possible, isSwapped);
        }
    }

    private void AddPrefixed(NumberRange numbers, bool isSwapped)
    {
        if (!numbers.HavePrefix)
        {
            return;
        }

        // Web Mercator of the east of China looks like the 6° zones of its far west.
        var ground = IsWebMercatorOfChina(numbers) ? Ground.Possible : Ground.Numbers;
        var degrees = numbers.Zone <= 23 ? 6 : 3;
        var row = Family().First(r => r.HasPrefix && r.ZoneDegrees == degrees && r.Zone == numbers.Zone);
        Add(System(row), new(
            $"东坐标是 8 位数，前两位 {row.Zone} 是 {degrees} 度带带号（中央经线 {row.CentralMeridian}°）",
            $"the eastings have 8 digits, of which the first two are zone {row.Zone} of the {degrees}° zones (central meridian {row.CentralMeridian}°)"),
            ground, isSwapped);
    }

    private void AddZones(NumberRange numbers, bool isSwapped)
    {
        if (!numbers.HaveNoPrefix)
        {
            return;
        }

        // 6° zones without a prefix are 3° zones too. Without a place to compare with all zones are alike.
        var zones = area.IsNull ? [] : Family().Concat(UtmZones()).Where(r =>
            Math.Abs(Math.IEEERemainder(r.CentralMeridian - area.Centre.X, 360)) < FarFromMeridianDegrees);
        foreach (var row in zones.Where(r => !r.HasPrefix && r.ZoneDegrees != 6).Concat(Twins()).Distinct())
        {
            var isTwin = declaredRow is { HasPrefix: true } && row.CentralMeridian == declaredRow.CentralMeridian && row.IsGaussKrueger;
            Add(System(row), isTwin
                ? new("东坐标没有带号，其余与声明一致", "the eastings lack the zone's number, else it is as declared")
                : new($"东坐标没有带号；中央经线 {row.CentralMeridian}° 是其中一种可能", $"eastings without a zone's number; the central meridian may be {row.CentralMeridian}°"),
                isTwin ? Ground.Numbers : Ground.Possible, isSwapped);
        }
    }

    private void AddWebMercator(NumberRange numbers, bool isSwapped)
    {
        var isChina = IsWebMercatorOfChina(numbers);
        if (isChina || (!area.IsNull && !numbers.AreDegrees))
        {
            Add(
                EpsgTable.Find(3857)!.System(null), new("数值可以是 Web 墨卡托", "the numbers may be Web Mercator's"),
                isChina && !isSwapped && !numbers.HavePrefix ? Ground.Numbers : Ground.Possible, isSwapped);
        }
    }

    /// <summary>Zones of the declared datum, which come with its parameters; those of CGCS2000 where none is declared.</summary>
    private IEnumerable<EpsgRow> Family()
    {
        var datum = declaredRow is { IsGaussKrueger: true } ? declaredRow.Datum : EpsgTable.Find(4490)!.Datum;
        return EpsgTable.All.Where(r => r.IsGaussKrueger && r.Datum == datum);
    }

    private IEnumerable<EpsgRow> UtmZones() => EpsgTable.All.Where(r =>
        r.Kind == EpsgRow.TransverseMercator && !r.IsGaussKrueger && r.FalseNorthing > 0 == area.Centre.Y < 0);

    private IEnumerable<EpsgRow> Twins() => declaredRow is { HasPrefix: true }
        ? Family().Where(r => !r.HasPrefix && r.ZoneDegrees == 3 && r.CentralMeridian == declaredRow.CentralMeridian)
        : [];

    private CoordinateSystem System(EpsgRow row) => row.System(row.Datum.IsWgs84 ? null : declared?.Shift);

    private static bool IsWebMercatorOfChina(NumberRange numbers)
    {
        var system = EpsgTable.Find(3857)!.System(null);
        var ((west, south), (east, north)) = (system.ToWgs84(numbers.MinX, numbers.MinY), system.ToWgs84(numbers.MaxX, numbers.MaxY));
        return new NumberRange(west, east, south, north).AreInChina;
    }

    private static LocalText Swapped(bool isGeographic) => isGeographic
        ? new("纬度在前、经度在后", "latitude comes first")
        : new("北坐标在前、东坐标在后", "the northing comes first");

    private void Add(CoordinateSystem system, LocalText reason, Ground ground, bool isSwapped)
    {
        if (isSwapped && !system.IsGeographic)
        {
            reason = new($"{Swapped(false).Zh}；{reason.Zh}", $"{Swapped(false).En}; {reason.En}");
        }

        Add(isSwapped ? CoordinateSystems.Swapped(system) : system, reason, ground);
    }

    private void Add(CoordinateSystem system, LocalText reason, Ground ground)
    {
        if (range.CanBe(system) && !found.Exists(h => IsSamePlace(h.System, system)))
        {
            found.Add(new(system, reason, ground));
        }
    }

    /// <summary>True where two systems put the layer on the same spot (EPSG:4326 and 4490, a 6° zone and its 3° twin).</summary>
    private bool IsSamePlace(CoordinateSystem a, CoordinateSystem b)
    {
        var (x, y) = ((range.MinX + range.MaxX) / 2, (range.MinY + range.MaxY) / 2);
        var ((lonA, latA), (lonB, latB)) = (a.ToWgs84(x, y), b.ToWgs84(x, y));
        return Math.Abs(lonA - lonB) < 1e-8 && Math.Abs(latA - latB) < 1e-8;
    }
}
