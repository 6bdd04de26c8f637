namespace SpatialPlanner.Planning.Indicators;

/// <summary>What is within the limit of a rule.</summary>
/// <param name="Buildings">True for each building within.</param>
/// <param name="Land">True for each point of land within.</param>
public sealed record IndicatorReach(bool[] Buildings, bool[] Land)
{
    /// <summary>The places within a distance of some centres in a straight line; exactly the distance counts.</summary>
    /// <param name="centres">The centres, metres.</param>
    /// <param name="radius">Distance, metres.</param>
    /// <param name="x">Local east of each place, metres.</param>
    /// <param name="y">Local north of each place, metres.</param>
    public static bool[] InCircles(IReadOnlyList<(double X, double Y)> centres, double radius, double[] x, double[] y)
    {
        // By east, so that only the centres in the strip of the circle are looked at.
        (double X, double Y)[] sorted = [.. centres.Order()];
        var east = Array.ConvertAll(sorted, c => c.X);
        var inside = new bool[x.Length];
        for (var p = 0; p < inside.Length; p++)
        {
            for (var c = FirstFrom(east, x[p] - radius); c < sorted.Length && east[c] <= x[p] + radius && !inside[p]; c++)
            {
                var (dx, dy) = (sorted[c].X - x[p], sorted[c].Y - y[p]);
                inside[p] = (dx * dx) + (dy * dy) <= radius * radius;
            }
        }

        return inside;
    }

    private static int FirstFrom(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
