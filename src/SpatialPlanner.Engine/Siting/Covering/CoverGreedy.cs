namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// A cover by the column with the least price for what it still covers (Chvátal 1979), where the price is the cost or the
/// Lagrangian one; then columns that nobody needs are taken out, dearest first.
/// </summary>
internal static class CoverGreedy
{
    /// <summary>Makes a cover, or gives null where the columns that exclude each other leave none.</summary>
    /// <param name="matrix">The problem.</param>
    /// <param name="price">Price of each column; what is 0 or less comes first.</param>
    public static int[]? Find(CoverMatrix matrix, double[] price)
    {
        var need = matrix.Need.AsSpan().ToArray();
        var gain = new int[matrix.ColumnCount];
        for (var c = 0; c < gain.Length; c++)
        {
            gain[c] = matrix.Columns[c].Length;
        }

        var (isIn, isOut, left) = (new bool[gain.Length], new bool[gain.Length], need.Sum());
        while (left > 0)
        {
            var best = Cheapest(price, gain, isIn, isOut);
            if (best < 0)
            {
                return null;
            }

            isIn[best] = true;
            foreach (var other in matrix.Conflicts is null ? [] : matrix.Conflicts[best])
            {
                isOut[other] = true;
            }

            foreach (var r in matrix.Columns[best])
            {
                if (need[r]-- > 0)
                {
                    left--;
                }

                if (need[r] == 0)
                {
                    foreach (var c in matrix.Rows[r])
                    {
                        gain[c]--;
                    }
                }
            }
        }

        return WithoutNeedless(matrix, isIn, need);
    }

    private static int Cheapest(double[] price, int[] gain, bool[] isIn, bool[] isOut)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var c = 0; c < gain.Length; c++)
        {
            if (gain[c] > 0 && !isIn[c] && !isOut[c])
            {
                var each = price[c] > 0 ? price[c] / gain[c] : price[c] * gain[c];
                if (each < least)
                {
                    (best, least) = (c, each);
                }
            }
        }

        return best;
    }

    // need is 0 or below by as much as a row has too many.
    private static int[] WithoutNeedless(CoverMatrix matrix, bool[] isIn, int[] need)
    {
        var chosen = Enumerable.Range(0, isIn.Length).Where(c => isIn[c]).ToList();
        foreach (var c in chosen.OrderByDescending(c => matrix.Cost[c]).ThenBy(c => matrix.Columns[c].Length).ThenBy(c => c).ToList())
        {
            if (matrix.Columns[c].All(r => need[r] < 0))
            {
                chosen.Remove(c);
                foreach (var r in matrix.Columns[c])
                {
                    need[r]++;
                }
            }
        }

        return [.. chosen];
    }
}
