namespace SpatialPlanner.Data.Crs;

/// <summary>Lengths on the WGS 84 ellipsoid.</summary>
public static class Geodesy
{
    private const double SemiMajorMetres = 6378137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>
    /// Length in metres of a short segment, by the radii of curvature at its middle latitude. The error is below
    /// (length / earth radius)² / 24: under a micrometre for a street segment of a kilometre.
    /// </summary>
    /// <param name="lon1">Longitude of the first end, degrees.</param>
    /// <param name="lat1">Latitude of the first end, degrees.</param>
    /// <param name="lon2">Longitude of the second end, degrees.</param>
    /// <param name="lat2">Latitude of the second end, degrees.</param>
    public static double SegmentMetres(double lon1, double lat1, double lon2, double lat2)
    {
        const double degree = Math.PI / 180;
        var (sin, cos) = Math.SinCos((lat1 + lat2) / 2 * degree);
        var w = 1 - (EccentricitySquared * sin * sin);
        var primeVertical = SemiMajorMetres / Math.Sqrt(w);
        var meridian = primeVertical * (1 - EccentricitySquared) / w;
        var east = primeVertical * cos * (lon2 - lon1) * degree;
        var north = meridian * (lat2 - lat1) * degree;
        return Math.Sqrt((east * east) + (north * north));
    }

    /// <summary>Length in metres of a line given in longitude/latitude.</summary>
    /// <param name="line">Coordinates, x = longitude, y = latitude, degrees.</param>
    public static double LengthMetres(NetTopologySuite.Geometries.Coordinate[] line)
    {
        var sum = 0.0;
        for (var i = 1; i < line.Length; i++)
        {
            sum += SegmentMetres(line[i - 1].X, line[i - 1].Y, line[i].X, line[i].Y);
        }

        return sum;
    }
}
