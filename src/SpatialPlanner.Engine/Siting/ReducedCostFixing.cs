namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Settles columns for which one of the two states can hold nothing better than the best set known (fixing by reduced cost;
/// for p-medians Beasley 1993).
/// </summary>
internal sealed class ReducedCostFixing(PriceSearch prices, Choices choices, Incumbent incumbent)
{
    private readonly double[] ifIn = new double[prices.State.Length];
    private readonly double[] ifOut = new double[prices.State.Length];

    /// <summary>Settles what the best prices allow.</summary>
    /// <returns>False where neither state of some column can hold anything better.</returns>
    public bool Fix()
    {
        if (incumbent.Value is null)
        {
            return true;
        }

        var state = prices.State;
        choices.Bounds(prices.BestProfit, state, ifIn, ifOut);
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] != ColumnState.Free)
            {
                continue;
            }

            var (isOut, isIn) = (incumbent.Beats(prices.BestOffset + ifIn[c]), incumbent.Beats(prices.BestOffset + ifOut[c]));
            if (isOut && isIn)
            {
                return false;
            }

            state[c] = isOut ? ColumnState.Out : isIn ? ColumnState.In : ColumnState.Free;
        }

        return true;
    }
}
