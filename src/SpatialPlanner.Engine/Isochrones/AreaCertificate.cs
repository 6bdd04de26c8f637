using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Where a drawn polygon and the count by building differ. Coverage is a number of each building; a polygon is a
/// drawing of it, and this says which buildings it shows on the wrong side. A building is its point; a point on the
/// border is inside.
/// </summary>
/// <param name="Covered">Number of buildings whose walk keeps within the limit.</param>
/// <param name="CoveredOutside">Buildings within the limit that lie outside the polygon, rising.</param>
/// <param name="UncoveredInside">Buildings beyond the limit that lie inside the polygon, rising.</param>
public sealed record AreaCertificate(int Covered, int[] CoveredOutside, int[] UncoveredInside)
{
    /// <summary>Compares a polygon with the walks of all buildings.</summary>
    /// <param name="area">The polygon as it is handed out.</param>
    /// <param name="x">East or longitude of each building, as the polygon has it.</param>
    /// <param name="y">North or latitude of each building.</param>
    /// <param name="costMm">Cost of each building's walk, paced millimetres.</param>
    /// <param name="limitMm">The limit; it counts.</param>
    public static AreaCertificate Of(
        Geometry area, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> costMm, int limitMm)
    {
        var inside = new PointsInArea(area);
        var covered = 0;
        var (coveredOutside, uncoveredInside) = (new List<int>(), new List<int>());
        for (var b = 0; b < costMm.Length; b++)
        {
            var isCovered = costMm[b] <= limitMm;
            covered += isCovered ? 1 : 0;
            if (isCovered != inside.Holds(x[b], y[b]))
            {
                (isCovered ? coveredOutside : uncoveredInside).Add(b);
            }
        }

        return new AreaCertificate(covered, [.. coveredOutside], [.. uncoveredInside]);
    }
}
