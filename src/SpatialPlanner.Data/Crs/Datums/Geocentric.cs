namespace SpatialPlanner.Data.Crs.Datums;

/// <summary>Longitude, latitude and height as metres from the centre of the earth (as EPSG:4479), and back.</summary>
internal static class Geocentric
{
    private const double Degree = Math.PI / 180;

    /// <summary>Geocentric metres of a position.</summary>
    public static (double X, double Y, double Z) Of(Ellipsoid ellipsoid, double lon, double lat, double height = 0)
    {
        var (sin, cos) = Math.SinCos(lat * Degree);
        var (sinLon, cosLon) = Math.SinCos(lon * Degree);
        var e2 = ellipsoid.EccentricitySquared;
        var normal = ellipsoid.SemiMajorMetres / Math.Sqrt(1 - (e2 * sin * sin));
        return ((normal + height) * cos * cosLon, (normal + height) * cos * sinLon, ((normal * (1 - e2)) + height) * sin);
    }

    /// <summary>
    /// Position of geocentric metres. Iterates the latitude (Heiskanen and Moritz 1967): near the surface each step
    /// gains over two digits.
    /// </summary>
    public static (double Lon, double Lat, double Height) ToPosition(Ellipsoid ellipsoid, double x, double y, double z)
    {
        var e2 = ellipsoid.EccentricitySquared;
        var axis = Math.Sqrt((x * x) + (y * y));
        var lat = Math.Atan2(z, axis * (1 - e2));
        var normal = ellipsoid.SemiMajorMetres;
        for (var i = 0; i < 10; i++)
        {
            var sin = Math.Sin(lat);
            normal = ellipsoid.SemiMajorMetres / Math.Sqrt(1 - (e2 * sin * sin));
            lat = Math.Atan2(z + (e2 * normal * sin), axis);
        }

        var (s, c) = Math.SinCos(lat);
        var height = (axis * c) + (z * s) - (ellipsoid.SemiMajorMetres * ellipsoid.SemiMajorMetres / normal);
        return (Math.Atan2(y, x) / Degree, lat / Degree, height);
    }
}
