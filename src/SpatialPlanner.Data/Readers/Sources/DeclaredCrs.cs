namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>The coordinate system that a file declares.</summary>
/// <param name="Text">A code (<c>EPSG:4545</c>) or WKT, as in the file.</param>
/// <param name="Where">What says so: ".prj", "crs member", "RFC 7946".</param>
public sealed record DeclaredCrs(string Text, string Where)
{
    /// <summary>WGS 84 longitude and latitude by the standard of the format.</summary>
    /// <param name="standard">Name of the standard.</param>
    public static DeclaredCrs ByStandard(string standard) => new("EPSG:4326", standard);
}
