namespace SpatialPlanner.Engine.Siting;

/// <summary>Selection without sorting (quickselect, Hoare 1961).</summary>
internal static class Selection
{
    /// <summary>The k-th largest value; puts the k largest first.</summary>
    /// <param name="values">Values, reordered.</param>
    /// <param name="k">From 1 to the number of values.</param>
    public static double Largest(Span<double> values, int k)
    {
        var (low, high, place) = (0, values.Length - 1, k - 1);
        while (low < high)
        {
            var pivot = Median(values[low], values[(low + high) / 2], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] > pivot)
                {
                    i++;
                }

                while (values[j] < pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
            {
                high = j;
            }
            else if (place >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
