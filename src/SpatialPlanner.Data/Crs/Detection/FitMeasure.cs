namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>One share of a layer in one place, beside the same share where the layer is moved a little.</summary>
/// <param name="Here">Share in this place, 0 to 1.</param>
/// <param name="Moved">Average share of the moved copies.</param>
/// <param name="Spread">Standard deviation of the moved copies.</param>
/// <param name="Count">Number of features the share is of.</param>
internal readonly record struct FitMeasure(double Here, double Moved, double Spread, int Count)
{
    /// <summary>
    /// How many standard deviations this place is from the moved copies, either way: buildings keep off streets, gates
    /// are on them. The moved copies carry the layer's clusters; few features or rare events would make their deviation
    /// too small, so that of a draw of as many independent features is the least.
    /// </summary>
    public double Distinctness
    {
        get
        {
            if (Count == 0)
            {
                return 0;
            }

            var share = (Here + Moved) / 2;
            var draw = Math.Sqrt(((share * (1 - share)) + (1.0 / Count)) / Count);
            return Math.Abs(Here - Moved) / Math.Max(Spread, draw);
        }
    }

    /// <summary>The measure of the shares of a place and of moved copies.</summary>
    public static FitMeasure Of(double here, IReadOnlyList<double> moved, int count)
    {
        var mean = moved.Average();
        return new(here, mean, Math.Sqrt(moved.Sum(m => (m - mean) * (m - mean)) / (moved.Count - 1)), count);
    }
}
