using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Systems;

/// <summary>
/// A system whose file has the northing or latitude first, as surveyors in China write it (X is north) and as EPSG
/// orders 4326 and 4490. Code: that of the system with <see cref="Suffix"/>.
/// </summary>
internal sealed class SwappedSystem(CoordinateSystem inner) : CoordinateSystem
{
    /// <summary>What stands behind the code: first y, then x.</summary>
    public const string Suffix = "/yx";

    /// <summary>The system with the axes in their usual order.</summary>
    public CoordinateSystem Inner => inner;

    /// <inheritdoc/>
    public override string Code => inner.Code + Suffix;

    /// <inheritdoc/>
    public override LocalText Name => inner.IsGeographic
        ? new($"{inner.Name.Zh}，纬度在前", $"{inner.Name.En}, latitude first")
        : new($"{inner.Name.Zh}，北坐标在前", $"{inner.Name.En}, northing first");

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
    public override (double X, double Y) FromWgs84(double lon, double lat)
    {
        var (x, y) = inner.FromWgs84(lon, lat);
        return (y, x);
    }
}
