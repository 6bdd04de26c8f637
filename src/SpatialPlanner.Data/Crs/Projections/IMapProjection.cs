namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>Degrees on one ellipsoid to a plane and back.</summary>
internal interface IMapProjection
{
    /// <summary>Degrees to the plane.</summary>
    (double X, double Y) ToPlane(double lon, double lat);

    /// <summary>The plane to degrees.</summary>
    (double Lon, double Lat) ToDegrees(double x, double y);
}
