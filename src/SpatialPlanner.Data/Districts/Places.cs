using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Districts;

/// <summary>The point that stands for a geometry.</summary>
internal static class Places
{
    /// <summary>The point itself, the centroid where it lies inside, else a point inside.</summary>
    /// <param name="geometry">Not empty.</param>
    public static Coordinate Of(Geometry geometry)
    {
        if (geometry is Point point)
        {
            return point.Coordinate;
        }

        // The locator walks the rings once; Covers would build a whole topology graph for each building.
        var centroid = geometry.Centroid.Coordinate;
        return geometry is not (Polygon or MultiPolygon) || SimplePointInAreaLocator.IsContained(centroid, geometry)
            ? centroid
            : geometry.InteriorPoint.Coordinate;
    }
}
