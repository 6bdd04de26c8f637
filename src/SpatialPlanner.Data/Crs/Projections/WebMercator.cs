namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>The maps' Mercator (EPSG:3857): degrees of the ellipsoid as if they were of a sphere.</summary>
internal sealed class WebMercator : IMapProjection
{
    private const double Degree = Math.PI / 180;
    private const double RadiusMetres = 6378137;

    /// <inheritdoc/>
    public (double X, double Y) ToPlane(double lon, double lat) =>
        (RadiusMetres * lon * Degree, RadiusMetres * Math.Asinh(Math.Tan(lat * Degree)));

    /// <inheritdoc/>
    public (double Lon, double Lat) ToDegrees(double x, double y) =>
        (x / RadiusMetres / Degree, Math.Atan(Math.Sinh(y / RadiusMetres)) / Degree);
}
