namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// What a circle with the limit as its radius would have said: the 服务半径 of older practice. Straight lines are never
/// longer than walks, so a circle counts too many. With several places the circles count together.
/// </summary>
/// <param name="Uncovered">Buildings in the circle whose walk is beyond the limit, rising: wrongly counted.</param>
/// <param name="Missed">
/// Buildings outside the circle whose walk is within the limit, rising. Only where a place is reached at gates or
/// edges of its ground far from its point.
/// </param>
/// <param name="AreaM2">Area of the circles together, square metres.</param>
public sealed record CircleComparison(int[] Uncovered, int[] Missed, double AreaM2)
{
    /// <summary>Compares circles with the walks of all buildings.</summary>
    /// <param name="centres">The places, local metres.</param>
    /// <param name="radiusMetres">Radius; a building at exactly the radius counts.</param>
    /// <param name="x">Local east of each building, metres.</param>
    /// <param name="y">Local north of each building, metres.</param>
    /// <param name="costMm">Cost of each building's walk, paced millimetres.</param>
    /// <param name="limitMm">The limit; it counts.</param>
    public static CircleComparison Of(
        ReadOnlySpan<(double X, double Y)> centres, double radiusMetres, ReadOnlySpan<double> x, ReadOnlySpan<double> y,
        ReadOnlySpan<int> costMm, int limitMm)
    {
        var (uncovered, missed) = (new List<int>(), new List<int>());
        for (var b = 0; b < costMm.Length; b++)
        {
            var isCovered = costMm[b] <= limitMm;
            if (isCovered != IsInAny(centres, radiusMetres, x[b], y[b]))
            {
                (isCovered ? missed : uncovered).Add(b);
            }
        }

        return new CircleComparison([.. uncovered], [.. missed], CircleUnion.AreaM2(centres, radiusMetres));
    }

    private static bool IsInAny(ReadOnlySpan<(double X, double Y)> centres, double radius, double x, double y)
    {
        foreach (var (cx, cy) in centres)
        {
            if (((x - cx) * (x - cx)) + ((y - cy) * (y - cy)) <= radius * radius)
            {
                return true;
            }
        }

        return false;
    }
}
