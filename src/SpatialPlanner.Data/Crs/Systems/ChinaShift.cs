namespace SpatialPlanner.Data.Crs.Systems;

/// <summary>
/// The obfuscation of web maps in China, as published with eviltransform (constants of the Krassowsky ellipsoid): AMap
/// and Tencent use GCJ-02, Baidu adds its own to it (BD-09). Outside the box around China nothing is moved.
/// </summary>
internal static class ChinaShift
{
    private const double SemiMajorMetres = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduPi = Math.PI * 3000 / 180;

    // The forward shift changes by less than 1 % of a step, so each round gains two digits: 6 reach 1e-12 degrees.
    private const int MostRounds = 20;
    private const double EnoughDegrees = 1e-13;

    /// <summary>True inside the box in which coordinates are moved.</summary>
    public static bool IsMoved(double lon, double lat) => lon is >= 72.004 and <= 137.8347 && lat is >= 0.8293 and <= 55.8271;

    /// <summary>WGS 84 to GCJ-02, wherever it lies.</summary>
    public static (double Lon, double Lat) ToGcj02(double lon, double lat)
    {
        var (x, y) = (lon - 105, lat - 35);
        var shared = 20 * (Math.Sin(6 * x * Math.PI) + Math.Sin(2 * x * Math.PI));
        var north = (2 / 3.0 * (shared + Waves(y, 20, 40, 160, 320, 30)))
            - 100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)));
        var east = (2 / 3.0 * (shared + Waves(x, 20, 40, 150, 300, 30)))
            + 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)));
        var (sin, cos) = Math.SinCos(lat * Math.PI / 180);
        var w = 1 - (EccentricitySquared * sin * sin);
        var root = Math.Sqrt(w);
        return (
            lon + (east * 180 / (SemiMajorMetres / root * cos * Math.PI)),
            lat + (north * 180 / (SemiMajorMetres * (1 - EccentricitySquared) / (w * root) * Math.PI)));
    }

    /// <summary>WGS 84 to BD-09, wherever it lies.</summary>
    public static (double Lon, double Lat) ToBd09(double lon, double lat)
    {
        var (x, y) = ToGcj02(lon, lat);
        var radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BaiduPi));
        var (sin, cos) = Math.SinCos(Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BaiduPi)));
        return ((radius * cos) + 0.0065, (radius * sin) + 0.006);
    }

    /// <summary>The position that a shift moves to (lon, lat), by fixed-point iteration.</summary>
    public static (double Lon, double Lat) Undo(
        double lon, double lat, Func<double, double, (double Lon, double Lat)> shift)
    {
        var (x, y) = (lon, lat);
        for (var i = 0; i < MostRounds; i++)
        {
            var (toX, toY) = shift(x, y);
            var (dx, dy) = (lon - toX, lat - toY);
            (x, y) = (x + dx, y + dy);
            if (Math.Abs(dx) < EnoughDegrees && Math.Abs(dy) < EnoughDegrees)
            {
                break;
            }
        }

        return (x, y);
    }

    private static double Waves(double t, double whole, double third, double twelfth, double slow, double slowest) =>
        (whole * Math.Sin(t * Math.PI)) + (third * Math.Sin(t * Math.PI / 3))
        + (twelfth * Math.Sin(t * Math.PI / 12)) + (slow * Math.Sin(t * Math.PI / slowest));
}
