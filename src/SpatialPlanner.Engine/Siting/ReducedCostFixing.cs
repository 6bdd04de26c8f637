namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Settles columns for which one of the two states can hold nothing better than the best set known (fixing by reduced cost;
/// for p-medians Beasley 1993).
/// </summary>
internal static class ReducedCostFixing
{
    /// <summary>Settles what the profits at some prices allow.</summary>
    /// <param name="choices">Which sets are allowed.</param>
    /// <param name="profit">What each column gains at the prices.</param>
    /// <param name="offset">What is gained at the prices without any column.</param>
    /// <param name="state">What is settled; changed.</param>
    /// <param name="incumbent">The best set known.</param>
    /// <returns>False where neither state of some column can hold anything better.</returns>
    public static bool Fix(Choices choices, double[] profit, double offset, ColumnState[] state, Incumbent incumbent)
    {
        if (incumbent.Value is null)
        {
            return true;
        }

        var (ifIn, ifOut) = (new double[state.Length], new double[state.Length]);
        choices.Bounds(profit, state, ifIn, ifOut);
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] != ColumnState.Free)
            {
                continue;
            }

            var (isOut, isIn) = (incumbent.Beats(offset + ifIn[c]), incumbent.Beats(offset + ifOut[c]));
            if (isOut && isIn)
            {
                return false;
            }

            state[c] = isOut ? ColumnState.Out : isIn ? ColumnState.In : ColumnState.Free;
        }

        return true;
    }
}
