using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Systems;

/// <summary>GCJ-02 or BD-09. The way back is iterated to 1e-12 degrees; there is no official one.</summary>
/// <param name="code"><c>GCJ-02</c> or <c>BD-09</c>.</param>
/// <param name="name">Name for people.</param>
/// <param name="shift">From WGS 84, wherever the position lies.</param>
internal sealed class ShiftedSystem(
    string code, LocalText name, Func<double, double, (double Lon, double Lat)> shift) : CoordinateSystem
{
    public static readonly ShiftedSystem Gcj02 = new(
        "GCJ-02", new("GCJ-02（火星坐标：高德、腾讯）", "GCJ-02 (AMap, Tencent)"), ChinaShift.ToGcj02);

    public static readonly ShiftedSystem Bd09 = new("BD-09", new("BD-09（百度）", "BD-09 (Baidu)"), ChinaShift.ToBd09);

    /// <inheritdoc/>
    public override string Code => code;

    /// <inheritdoc/>
    public override LocalText Name => name;

    /// <inheritdoc/>
    public override int? Epsg => null;

    /// <inheritdoc/>
    public override bool IsGeographic => true;

    /// <inheritdoc/>
    public override string? Wkt => null;

    /// <inheritdoc/>
    public override (double Lon, double Lat) ToWgs84(double x, double y)
    {
        // A position up to 1.5 km outside the box may come from one inside.
        var (lon, lat) = ChinaShift.Undo(x, y, shift);
        return ChinaShift.IsMoved(lon, lat) ? (lon, lat) : (x, y);
    }

    /// <inheritdoc/>
    public override (double X, double Y) FromWgs84(double lon, double lat) =>
        ChinaShift.IsMoved(lon, lat) ? shift(lon, lat) : (lon, lat);
}
