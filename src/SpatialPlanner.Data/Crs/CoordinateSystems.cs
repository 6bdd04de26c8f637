using SpatialPlanner.Planning;
namespace SpatialPlanner.Data.Crs;
/// <summary>Temp.</summary>
public static class CoordinateSystems
{
    /// <summary>Temp.</summary>
    public static CoordinateSystem Wgs84 { get; } = new W();
    /// <summary>Temp.</summary>
    public static CoordinateSystem Find(string text, DatumShift? shift = null) => text is "EPSG:4326" or "4326" ? Wgs84 : throw new NotSupportedException(text);
    private sealed class W : CoordinateSystem
    {
        public override string Code => "EPSG:4326";
        public override LocalText Name => new("WGS 84", "WGS 84");
        public override int? Epsg => 4326;
        public override bool IsGeographic => true;
        public override string? Wkt => "";
        public override (double Lon, double Lat) ToWgs84(double x, double y) => (x, y);
        public override (double X, double Y) FromWgs84(double lon, double lat) => (lon, lat);
    }
}
