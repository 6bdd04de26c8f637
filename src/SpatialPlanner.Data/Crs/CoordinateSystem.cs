using NetTopologySuite.Geometries;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs;

/// <summary>
/// A coordinate system of files. x is always the easting or longitude and y the northing or latitude, whatever order
/// the system's definition has (but for those with <c>/yx</c>, made for files in the other order); geographic coordinates are degrees, projected ones are in the
/// system's own unit. A position outside the system's domain gives numbers that are not finite.
/// </summary>
public abstract class CoordinateSystem
{
    /// <summary>
    /// What is logged: <c>EPSG:4545</c>, <c>GCJ-02</c>, <c>BD-09</c>, else <c>WKT</c>; with <c>/yx</c> behind it where the
    /// file has northing or latitude first.
    /// </summary>
    public abstract string Code { get; }

    /// <summary>Name for people.</summary>
    public abstract LocalText Name { get; }

    /// <summary>EPSG code, or null where it has none.</summary>
    public abstract int? Epsg { get; }

    /// <summary>True where coordinates are degrees of longitude and latitude.</summary>
    public abstract bool IsGeographic { get; }

    /// <summary>WKT 1 as it is written to a .prj; null for GCJ-02 and BD-09, which no WKT can say.</summary>
    public abstract string? Wkt { get; }

    /// <summary>Parameters from its datum to WGS 84, to be logged with each conversion; null where none are applied.</summary>
    public virtual DatumShift? Shift => null;

    /// <summary>To WGS 84.</summary>
    /// <param name="x">Easting or longitude.</param>
    /// <param name="y">Northing or latitude.</param>
    /// <returns>Degrees.</returns>
    public abstract (double Lon, double Lat) ToWgs84(double x, double y);

    /// <summary>From WGS 84; the inverse of <see cref="ToWgs84(double, double)"/>.</summary>
    /// <param name="lon">Longitude, degrees.</param>
    /// <param name="lat">Latitude, degrees.</param>
    public abstract (double X, double Y) FromWgs84(double lon, double lat);

    /// <summary>A copy of a geometry in WGS 84; heights are kept as they are.</summary>
    /// <param name="geometry">Geometry in this system.</param>
    public Geometry ToWgs84(Geometry geometry) => CoordinateChange.Of(geometry, ToWgs84);

    /// <summary>A copy of a geometry in this system; heights are kept as they are.</summary>
    /// <param name="geometry">Geometry in WGS 84.</param>
    public Geometry FromWgs84(Geometry geometry) => CoordinateChange.Of(geometry, FromWgs84);

    /// <summary>The code.</summary>
    public sealed override string ToString() => Code;
}
