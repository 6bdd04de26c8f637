using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>A projection that ProjNET knows. It does the projection only: units, datum and prime meridian are ours.</summary>
internal sealed class ProjNetProjection : IMapProjection
{
    private const double StepDegrees = 1e-5;

    // A longer step means a place where the formula ends (a pole, the other side of the earth).
    private const double MostDegrees = 1e-5;
    private readonly MathTransform toPlane;
    private readonly MathTransform toDegrees;

    /// <summary>Makes the projection.</summary>
    /// <param name="name">Name of the projection as in a WKT.</param>
    /// <param name="parameters">Parameters by lower-case name, degrees and metres.</param>
    /// <param name="ellipsoid">The ellipsoid.</param>
    /// <exception cref="NotSupportedException">ProjNET has no such projection, or misses a parameter of it.</exception>
    public ProjNetProjection(string name, IReadOnlyDictionary<string, double> parameters, Datums.Ellipsoid ellipsoid)
    {
        var factory = new CoordinateSystemFactory();
        var figure = factory.CreateFlattenedSphere(
            "figure", ellipsoid.SemiMajorMetres, ellipsoid.InverseFlattening, LinearUnit.Metre);
        var datum = factory.CreateHorizontalDatum("datum", DatumType.HD_Geocentric, figure, null);
        var (east, north) = (new AxisInfo("East", AxisOrientationEnum.East), new AxisInfo("North", AxisOrientationEnum.North));
        var degrees = factory.CreateGeographicCoordinateSystem(
            "degrees", AngularUnit.Degrees, datum, PrimeMeridian.Greenwich, east, north);
        var projection = factory.CreateProjection(
            name, name, [.. parameters.Select(p => new ProjectionParameter(p.Key, p.Value))]);
        var plane = factory.CreateProjectedCoordinateSystem("plane", degrees, projection, LinearUnit.Metre, east, north);
        try
        {
            toPlane = new CoordinateTransformationFactory().CreateFromCoordinateSystems(degrees, plane).MathTransform;
            toDegrees = toPlane.Inverse();
        }
        catch (Exception e)
        {
            // It makes projections by reflection, so their own exceptions come wrapped.
            throw new NotSupportedException((e.InnerException ?? e).Message, e);
        }
    }

    /// <inheritdoc/>
    public (double X, double Y) ToPlane(double lon, double lat) => Transformed(toPlane, lon, lat);

    /// <summary>
    /// The plane to degrees: ProjNET's inverse and one step of Newton's method against its forward formula. Some of its
    /// inverses are cut-off series (1.4 mm off for Lambert's azimuthal in the Canaries, where PROJ 9.1 has the same).
    /// </summary>
    public (double Lon, double Lat) ToDegrees(double x, double y)
    {
        var (lon, lat) = Transformed(toDegrees, x, y);
        var (atX, atY) = ToPlane(lon, lat);
        var (eastX, eastY) = ToPlane(lon + StepDegrees, lat);
        var (northX, northY) = ToPlane(lon, lat + StepDegrees);
        var (a, b, c, d) = (eastX - atX, northX - atX, eastY - atY, northY - atY);
        var (dx, dy, determinant) = (x - atX, y - atY, (a * d) - (b * c));
        var (dLon, dLat) = (StepDegrees * ((d * dx) - (b * dy)) / determinant, StepDegrees * ((a * dy) - (c * dx)) / determinant);
        return Math.Abs(dLon) + Math.Abs(dLat) < MostDegrees ? (lon + dLon, lat + dLat) : (lon, lat);
    }

    // ProjNET throws, also plain exceptions, where a formula does not converge: there is no such position then.
    private static (double X, double Y) Transformed(MathTransform transform, double x, double y)
    {
        try
        {
            return transform.Transform(x, y);
        }
        catch (Exception)
        {
            return (double.NaN, double.NaN);
        }
    }
}
