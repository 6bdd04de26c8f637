using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Crs.Projections;

namespace SpatialPlanner.Data.Crs;

/// <summary>
/// The metric plane of one district: a transverse Mercator centred on its data with scale 1 there. Within 50 km of the
/// centre lengths are true to 31 parts in a million; nothing is ever measured in Web Mercator.
/// </summary>
public sealed class LocalProjection
{
    private readonly TransverseMercator plane;

    /// <summary>Makes the plane around a point.</summary>
    /// <param name="lon">Longitude of the centre, degrees.</param>
    /// <param name="lat">Latitude of the centre, degrees.</param>
    public LocalProjection(double lon, double lat) => plane = new TransverseMercator(Ellipsoid.Wgs84, lon, lat);

    /// <summary>The plane around the middle of an extent.</summary>
    /// <param name="extent">Extent in longitude/latitude.</param>
    public static LocalProjection Around(Envelope extent) =>
        extent.IsNull ? new(0, 0) : new(extent.Centre.X, extent.Centre.Y);

    /// <summary>From longitude/latitude to local metres.</summary>
    /// <param name="lon">Longitude, degrees.</param>
    /// <param name="lat">Latitude, degrees.</param>
    public (double X, double Y) ToLocal(double lon, double lat) => plane.ToPlane(lon, lat);

    /// <summary>From local metres to longitude/latitude, rounded to 1e-7 degrees (1 cm).</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    public (double Lon, double Lat) ToLonLat(double x, double y)
    {
        var (lon, lat) = plane.ToDegrees(x, y);
        return (Math.Round(lon, 7), Math.Round(lat, 7));
    }

    /// <summary>A copy of a geometry in local metres.</summary>
    /// <param name="lonLat">Geometry in longitude/latitude.</param>
    public Geometry ToLocal(Geometry lonLat) => CoordinateChange.Of(lonLat, ToLocal);

    /// <summary>A copy of a geometry in longitude/latitude.</summary>
    /// <param name="local">Geometry in local metres.</param>
    public Geometry ToLonLat(Geometry local) => CoordinateChange.Of(local, ToLonLat);
}
