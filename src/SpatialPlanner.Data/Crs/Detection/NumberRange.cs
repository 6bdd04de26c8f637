using SpatialPlanner.Data.Crs.Epsg;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>
/// The range of a layer's numbers, x as the file's first and y as its second coordinate, without the outermost fiftieth
/// at each side: a few features at (0, 0) are not evidence.
/// </summary>
/// <param name="MinX">Least x.</param>
/// <param name="MaxX">Largest x.</param>
/// <param name="MinY">Least y.</param>
/// <param name="MaxY">Largest y.</param>
internal readonly record struct NumberRange(double MinX, double MaxX, double MinY, double MaxY)
{
    private const double OutermostShare = 0.02;

    // Farther from its meridian nobody draws a zone; on the equator a 6° zone reaches 334 km.
    private const double HalfZoneMetres = 400_000;

    /// <summary>True where all could be degrees, in either order.</summary>
    public bool AreDegrees => Within(-180, 180, -90, 90) || Swapped.Within(-180, 180, -90, 90);

    /// <summary>True where all are longitude and latitude in China and its seas, in this order.</summary>
    public bool AreInChina => Within(73, 135.5, 3, 54);

    /// <summary>True where the eastings have a zone's number in front, and the northings are those of China.</summary>
    public bool HavePrefix =>
        Zone is (>= 13 and <= 23) or (>= 25 and <= 45) && Math.Floor(MinX / 1e6) == Zone
        && MinX - (Zone * 1e6) >= 500_000 - HalfZoneMetres && MaxX - (Zone * 1e6) <= 500_000 + HalfZoneMetres && AreNorthings;

    /// <summary>True where they are eastings without a number in front, and northings.</summary>
    public bool HaveNoPrefix =>
        Within(500_000 - HalfZoneMetres, 500_000 + HalfZoneMetres, 100, 10_000_000);

    /// <summary>Number before the last six digits of the eastings.</summary>
    public int Zone => (int)Math.Floor(MaxX / 1e6);

    /// <summary>The range with x and y exchanged.</summary>
    public NumberRange Swapped => new(MinY, MaxY, MinX, MaxX);

    private bool AreNorthings => MinY >= 300_000 && MaxY <= 6_200_000;

    /// <summary>The range of a sample; a sample without features has none.</summary>
    public static NumberRange Of(LayerSample sample)
    {
        var (minX, maxX) = Range([.. sample.Shapes.Select(s => s.Middle.X)]);
        var (minY, maxY) = Range([.. sample.Shapes.Select(s => s.Middle.Y)]);
        return new(minX, maxX, minY, maxY);
    }

    /// <summary>True where the numbers can be coordinates of a system.</summary>
    public bool CanBe(CoordinateSystem system)
    {
        if (system is Systems.SwappedSystem swapped)
        {
            return Swapped.CanBe(swapped.Inner);
        }

        if (system.IsGeographic)
        {
            // Latitudes of 73° and more beside longitudes of 18° to 54°: China with its axes exchanged.
            var isShifted = system.Wkt is null;
            return Within(-180, 180, -90, 90) && !Within(18, 54, 73, 135.5) && (!isShifted || AreInChina);
        }

        if (system.Epsg is not { } code)
        {
            return IsOnEarth(system);
        }

        return !AreDegrees && (EpsgTable.Find(code) is { Kind: EpsgRow.TransverseMercator } row
            ? Within(row.FalseEasting - HalfZoneMetres, row.FalseEasting + HalfZoneMetres, 0, 1e7)
            : IsOnEarth(system));
    }

    private bool Within(double minX, double maxX, double minY, double maxY) =>
        MinX >= minX && MaxX <= maxX && MinY >= minY && MaxY <= maxY;

    private bool IsOnEarth(CoordinateSystem system) =>
        IsOnEarth(system.ToWgs84(MinX, MinY)) && IsOnEarth(system.ToWgs84(MaxX, MaxY));

    private static bool IsOnEarth((double Lon, double Lat) place) => Math.Abs(place.Lon) <= 180 && Math.Abs(place.Lat) <= 85.1;

    private static (double Min, double Max) Range(double[] values)
    {
        Array.Sort(values);
        var outermost = (int)(values.Length * OutermostShare);
        return (values[outermost], values[values.Length - 1 - outermost]);
    }
}
