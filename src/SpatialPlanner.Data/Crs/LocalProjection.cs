using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace SpatialPlanner.Data.Crs;

/// <summary>
/// The metric plane of one district: a transverse Mercator centred on its data with scale 1 there. Within 50 km of the
/// centre lengths are true to 31 parts in a million; nothing is ever measured in Web Mercator.
/// </summary>
public sealed class LocalProjection
{
    private readonly MathTransform toLocal;
    private readonly MathTransform toLonLat;

    /// <summary>Makes the plane around a point.</summary>
    /// <param name="lon">Longitude of the centre, degrees.</param>
    /// <param name="lat">Latitude of the centre, degrees.</param>
    public LocalProjection(double lon, double lat)
    {
        var factory = new CoordinateSystemFactory();
        var projection = factory.CreateProjection("Local transverse Mercator", "Transverse_Mercator",
        [
            new ProjectionParameter("latitude_of_origin", lat),
            new ProjectionParameter("central_meridian", lon),
            new ProjectionParameter("scale_factor", 1),
            new ProjectionParameter("false_easting", 0),
            new ProjectionParameter("false_northing", 0),
        ]);
        var plane = factory.CreateProjectedCoordinateSystem(
            "Local plane", GeographicCoordinateSystem.WGS84, projection, LinearUnit.Metre,
            new AxisInfo("East", AxisOrientationEnum.East), new AxisInfo("North", AxisOrientationEnum.North));
        toLocal = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, plane).MathTransform;
        toLonLat = toLocal.Inverse();
    }

    /// <summary>The plane around the middle of an extent.</summary>
    /// <param name="extent">Extent in longitude/latitude.</param>
    public static LocalProjection Around(Envelope extent) =>
        extent.IsNull ? new(0, 0) : new(extent.Centre.X, extent.Centre.Y);

    /// <summary>From longitude/latitude to local metres.</summary>
    /// <param name="lon">Longitude, degrees.</param>
    /// <param name="lat">Latitude, degrees.</param>
    public (double X, double Y) ToLocal(double lon, double lat) => toLocal.Transform(lon, lat);

    /// <summary>From local metres to longitude/latitude, rounded to 1e-7 degrees (1 cm).</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    public (double Lon, double Lat) ToLonLat(double x, double y)
    {
        var (lon, lat) = toLonLat.Transform(x, y);
        return (Math.Round(lon, 7), Math.Round(lat, 7));
    }

    /// <summary>A copy of a geometry in local metres.</summary>
    /// <param name="lonLat">Geometry in longitude/latitude.</param>
    public Geometry ToLocal(Geometry lonLat) => Changed(lonLat, ToLocal);

    /// <summary>A copy of a geometry in longitude/latitude.</summary>
    /// <param name="local">Geometry in local metres.</param>
    public Geometry ToLonLat(Geometry local) => Changed(local, ToLonLat);

    private static Geometry Changed(Geometry geometry, Func<double, double, (double X, double Y)> change)
    {
        var copy = geometry.Copy();
        copy.Apply(new EachCoordinate(change));
        copy.GeometryChanged();
        return copy;
    }

    private sealed class EachCoordinate(Func<double, double, (double X, double Y)> change)
        : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = change(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
