using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Isochrones;

namespace SpatialPlanner.Data.Results;

/// <summary>The count by building within one limit of an isochrone, and how two drawings differ from it.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="LimitM">The limit in metres.</param>
/// <param name="LimitS">The limit in seconds.</param>
/// <param name="CoveredBuildings">Buildings whose walk to the nearest of the places keeps within the limit.</param>
/// <param name="CoveredPeople">People in them.</param>
/// <param name="AreaM2">Area of the polygon, square metres; null where streets are drawn.</param>
/// <param name="Polygon">What the polygon shows on the wrong side; null where streets are drawn.</param>
/// <param name="Circle">What a circle of the same limit would have counted.</param>
public sealed record IsochroneBand(
    CoverageLimit Limit, double LimitM, double LimitS, int CoveredBuildings, long CoveredPeople, double? AreaM2,
    AreaCertificate? Polygon, CircleComparison Circle)
{
    /// <summary>How many times as large as the polygon the circle is; null where there is no polygon.</summary>
    public double? CircleRatio => AreaM2 is > 0 and { } area ? Circle.AreaM2 / area : null;
}
