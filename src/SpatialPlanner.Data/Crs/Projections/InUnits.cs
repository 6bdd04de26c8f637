namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>A projection, or plain degrees, in the units and from the prime meridian of a WKT.</summary>
/// <param name="inner">The projection in metres; null for geographic coordinates.</param>
/// <param name="unit">Metres (degrees where there is no projection) in a unit of the file.</param>
/// <param name="primeMeridian">Longitude of the prime meridian, degrees east of Greenwich.</param>
internal sealed class InUnits(IMapProjection? inner, double unit, double primeMeridian) : IMapProjection
{
    /// <inheritdoc/>
    public (double X, double Y) ToPlane(double lon, double lat)
    {
        var (x, y) = inner?.ToPlane(lon - primeMeridian, lat) ?? (lon - primeMeridian, lat);
        return (x / unit, y / unit);
    }

    /// <inheritdoc/>
    public (double Lon, double Lat) ToDegrees(double x, double y)
    {
        var (lon, lat) = inner?.ToDegrees(x * unit, y * unit) ?? (x * unit, y * unit);
        return (lon + primeMeridian, lat);
    }
}
