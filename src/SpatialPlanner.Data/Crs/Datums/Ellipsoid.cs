namespace SpatialPlanner.Data.Crs.Datums;

/// <summary>An ellipsoid of revolution.</summary>
/// <param name="SemiMajorMetres">Half of the equatorial diameter.</param>
/// <param name="InverseFlattening">1/f; 0 for a sphere, as WKT writes it.</param>
internal readonly record struct Ellipsoid(double SemiMajorMetres, double InverseFlattening)
{
    public static readonly Ellipsoid Wgs84 = new(6378137, 298.257223563);
    public static readonly Ellipsoid Cgcs2000 = new(6378137, 298.257222101);
    public static readonly Ellipsoid Xian80 = new(6378140, 298.257);
    public static readonly Ellipsoid Krassowsky = new(6378245, 298.3);

    /// <summary>f.</summary>
    public double Flattening => InverseFlattening == 0 ? 0 : 1 / InverseFlattening;

    /// <summary>e².</summary>
    public double EccentricitySquared => Flattening * (2 - Flattening);

    /// <summary>
    /// True for WGS 84, CGCS2000 and GRS 80, whose surfaces are 0.1 mm apart: the modern datums on them (CGCS2000,
    /// ETRS89, REGCAN95, …) count as WGS 84 in planning, as GDAL has it too.
    /// </summary>
    public bool IsLikeWgs84 => Math.Abs(SemiMajorMetres - 6378137) < 0.01 && Math.Abs(InverseFlattening - 298.2572225) < 2e-5;

    /// <summary>True where two definitions say the same, but for the digits written.</summary>
    public bool IsSameAs(Ellipsoid other) =>
        Math.Abs(SemiMajorMetres - other.SemiMajorMetres) < 0.01
        && Math.Abs(InverseFlattening - other.InverseFlattening) < 1e-6;
}
