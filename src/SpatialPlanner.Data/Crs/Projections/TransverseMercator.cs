using SpatialPlanner.Data.Crs.Datums;

namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>
/// Transverse Mercator (Gauss–Krüger, UTM) by Krüger's series in the third flattening to its sixth power, as Karney
/// (2011), "Transverse Mercator with an accuracy of a few nanometers", gives it: exact to nanometres within 30° of the
/// central meridian. ProjNET's own series is 4 mm off at the edge of a zone.
/// </summary>
internal sealed class TransverseMercator : IMapProjection
{
    private const double Degree = Math.PI / 180;
    private readonly double[] alpha;
    private readonly double[] beta;
    private readonly double eccentricity;
    private readonly double e2;
    private readonly double centralMeridian;
    private readonly double falseEasting;
    private readonly double northingOfEquator;

    // Metres on the plane to a radian of the conformal sphere.
    private readonly double radius;

    /// <summary>Makes the projection.</summary>
    /// <param name="ellipsoid">The ellipsoid.</param>
    /// <param name="centralMeridian">Longitude of true scale, degrees.</param>
    /// <param name="originLatitude">Latitude with the false northing, degrees.</param>
    /// <param name="scale">Scale on the central meridian.</param>
    /// <param name="falseEasting">Easting of the central meridian, metres.</param>
    /// <param name="falseNorthing">Northing of the origin, metres.</param>
    public TransverseMercator(
        Ellipsoid ellipsoid, double centralMeridian, double originLatitude = 0, double scale = 1,
        double falseEasting = 0, double falseNorthing = 0)
    {
        var n = ellipsoid.Flattening / (2 - ellipsoid.Flattening);
        var n2 = n * n;
        (alpha, beta) = (KruegerSeries.Forward(n), KruegerSeries.Inverse(n));
        (e2, eccentricity) = (ellipsoid.EccentricitySquared, Math.Sqrt(ellipsoid.EccentricitySquared));
        (this.centralMeridian, this.falseEasting) = (centralMeridian, falseEasting);
        radius = scale * ellipsoid.SemiMajorMetres / (1 + n) * (1 + (n2 * ((1 / 4.0) + (n2 * ((1 / 64.0) + (n2 / 256))))));
        northingOfEquator = 0;
        northingOfEquator = falseNorthing - ToPlane(centralMeridian, originLatitude).Y;
    }

    /// <inheritdoc/>
    public (double X, double Y) ToPlane(double lon, double lat)
    {
        var dLon = Math.IEEERemainder(lon - centralMeridian, 360) * Degree;
        var tau = Math.Tan(lat * Degree);
        var conformal = Conformal(tau);
        var (sin, cos) = Math.SinCos(dLon);
        var xi = Math.Atan2(conformal, cos);
        var eta = Math.Asinh(sin / Math.Sqrt((conformal * conformal) + (cos * cos)));
        var (dXi, dEta) = KruegerSeries.Sum(alpha, xi, eta);
        return (falseEasting + (radius * (eta + dEta)), northingOfEquator + (radius * (xi + dXi)));
    }

    /// <inheritdoc/>
    public (double Lon, double Lat) ToDegrees(double x, double y)
    {
        var (eta, xi) = ((x - falseEasting) / radius, (y - northingOfEquator) / radius);
        var (dXi, dEta) = KruegerSeries.Sum(beta, xi, eta);
        (xi, eta) = (xi - dXi, eta - dEta);
        var sinh = Math.Sinh(eta);
        var (sin, cos) = Math.SinCos(xi);
        var tau = FromConformal(sin / Math.Sqrt((sinh * sinh) + (cos * cos)));
        var lon = centralMeridian + (Math.Atan2(sinh, cos) / Degree);
        return (lon is > 180 or < -180 ? Math.IEEERemainder(lon, 360) : lon, Math.Atan(tau) / Degree);
    }

    /// <summary>Tangent of the conformal latitude (Karney's equation 7).</summary>
    private double Conformal(double tau)
    {
        var secant = Math.Sqrt(1 + (tau * tau));
        var sigma = Math.Sinh(eccentricity * Math.Atanh(eccentricity * tau / secant));
        return (tau * Math.Sqrt(1 + (sigma * sigma))) - (sigma * secant);
    }

    /// <summary>Tangent of the latitude by Newton's method (equations 19 to 21): three steps reach the last digit.</summary>
    private double FromConformal(double conformal)
    {
        var tau = conformal / (1 - e2);
        for (var i = 0; i < 5; i++)
        {
            var at = Conformal(tau);
            var step = (conformal - at) / Math.Sqrt(1 + (at * at))
                * (1 + ((1 - e2) * tau * tau)) / ((1 - e2) * Math.Sqrt(1 + (tau * tau)));
            tau += step;
            if (Math.Abs(step) <= 1e-15 * Math.Max(1, Math.Abs(tau)))
            {
                break;
            }
        }

        return tau;
    }
}
