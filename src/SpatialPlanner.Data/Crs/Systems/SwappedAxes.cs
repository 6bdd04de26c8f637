using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Systems;

/// <summary>A coordinate system whose files give latitude or northing first.</summary>
/// <param name="inner">The system with x as easting or longitude.</param>
public sealed class SwappedAxes(CoordinateSystem inner) : CoordinateSystem
{
    /// <inheritdoc/>
    public override string Code => inner.Code;

    /// <inheritdoc/>
    public override LocalText Name { get; } = new($"{inner.Name.Zh}（纵坐标在前）", $"{inner.Name.En} (northing first)");

    /// <inheritdoc/>
    public override int? Epsg => inner.Epsg;

    /// <inheritdoc/>
    public override bool IsGeographic => inner.IsGeographic;

    /// <inheritdoc/>
    public override string? Wkt => inner.Wkt;

    /// <inheritdoc/>
    public override DatumShift? Shift => inner.Shift;

    /// <inheritdoc/>
    public override (double Lon, double Lat) ToWgs84(double x, double y) => inner.ToWgs84(y, x);

    /// <inheritdoc/>
    public override (double X, double Y) FromWgs84(double lon, double lat) =>
        inner.FromWgs84(lon, lat) is var (x, y) ? (y, x) : default;
}
