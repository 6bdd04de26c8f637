using System.Buffers;

namespace SpatialPlanner.Engine.Siting;

/// <summary>At most (and at least) so many columns, all alike: the p of a p-median or of maximal covering.</summary>
public sealed class SiteCount : Choices
{
    /// <summary>Any number of columns up to a most.</summary>
    /// <param name="columnCount">Number of columns.</param>
    /// <param name="most">Most columns to choose, required ones counted; <see cref="int.MaxValue"/> for any number.</param>
    /// <param name="least">Fewest columns to choose.</param>
    public SiteCount(int columnCount, int most, int least = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        (ColumnCount, Most, Least) = (columnCount, most, least);
    }

    /// <inheritdoc/>
    public override int ColumnCount { get; }

    /// <summary>Most columns to choose.</summary>
    public int Most { get; }

    /// <summary>Fewest columns to choose.</summary>
    public int Least { get; }

    /// <inheritdoc/>
    public override double Maximise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen)
    {
        var rented = ArrayPool<double>.Shared.Rent(ColumnCount);
        var (sum, required, free, positive) = (0.0, 0, 0, 0);
        for (var c = 0; c < ColumnCount; c++)
        {
            chosen[c] = state[c] == ColumnState.In ? 1 : 0;
            if (state[c] == ColumnState.In)
            {
                sum += profit[c];
                required++;
            }
            else if (state[c] == ColumnState.Free)
            {
                rented[free++] = profit[c];
                positive += profit[c] > 0 ? 1 : 0;
            }
        }

        var (low, high) = Range(required, free);
        if (low <= high)
        {
            var take = Math.Clamp(positive, low, high);
            var least = take == 0 ? double.PositiveInfinity : Selection.Largest(rented.AsSpan(0, free), take);
            sum += Take(profit, state, chosen, least, take);
        }

        ArrayPool<double>.Shared.Return(rented);
        return low <= high ? sum : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    public override void Bounds(
        ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        var (free, order, prefix) = (0, ArrayPool<int>.Shared.Rent(ColumnCount), ArrayPool<double>.Shared.Rent(ColumnCount + 1));
        var fall = ArrayPool<double>.Shared.Rent(ColumnCount);
        var (sum, required, positive) = (0.0, 0, 0);
        for (var c = 0; c < ColumnCount; c++)
        {
            sum += state[c] == ColumnState.In ? profit[c] : 0;
            required += state[c] == ColumnState.In ? 1 : 0;
            if (state[c] == ColumnState.Free)
            {
                positive += profit[c] > 0 ? 1 : 0;
                (order[free], fall[free]) = (c, -profit[c]);
                free++;
            }
        }

        Array.Sort(fall, order, 0, free);
        prefix[0] = sum;
        for (var k = 0; k < free; k++)
        {
            prefix[k + 1] = prefix[k] - fall[k];
        }

        var (low, high) = (Math.Max(0, Least - required), Most - required);
        for (var k = 0; k < free; k++)
        {
            var own = profit[order[k]];
            var others = positive - (own > 0 ? 1 : 0);
            ifIn[order[k]] = own + Others(prefix, k, own, others, Math.Max(0, low - 1), Math.Min(high - 1, free - 1));
            ifOut[order[k]] = Others(prefix, k, own, others, low, Math.Min(high, free - 1));
        }

        ArrayPool<int>.Shared.Return(order);
        ArrayPool<double>.Shared.Return(prefix);
        ArrayPool<double>.Shared.Return(fall);
    }

    /// <inheritdoc/>
    public override ChosenSet Begin() => new SiteSet(this);

    /// <inheritdoc/>
    public override bool CanStandFor(int better, int worse) => Least == 0;

    /// <inheritdoc/>
    public override Choices Restrict(ReadOnlySpan<ColumnState> state, int[] kept)
    {
        // Required columns that are not kept are chosen already.
        var chosen = state.Count(ColumnState.In) - CountKept(state, kept);
        return chosen > Most || Least > chosen + kept.Length
            ? base.Restrict(state, kept)
            : new SiteCount(kept.Length, Most == int.MaxValue ? Most : Most - chosen, Math.Max(0, Least - chosen));
    }

    private static int CountKept(ReadOnlySpan<ColumnState> state, int[] kept)
    {
        var count = 0;
        foreach (var c in kept)
        {
            count += state[c] == ColumnState.In ? 1 : 0;
        }

        return count;
    }

    /// <summary>Sum of the best columns other than the one at a place of the order, from <paramref name="low"/> to <paramref name="high"/> of them.</summary>
    private static double Others(double[] prefix, int place, double own, int positive, int low, int high)
    {
        if (low > high)
        {
            return double.NegativeInfinity;
        }

        var take = Math.Clamp(positive, low, high);
        return take <= place ? prefix[take] : prefix[take + 1] - own;
    }

    /// <summary>Chooses those above the least profit that is taken, then as many that equal it as are left to take, by number.</summary>
    private static double Take(
        ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen, double least, int take)
    {
        var sum = 0.0;
        for (var c = 0; c < profit.Length; c++)
        {
            if (state[c] == ColumnState.Free && profit[c] > least)
            {
                chosen[c] = 1;
                sum += profit[c];
                take--;
            }
        }

        for (var c = 0; take > 0 && c < profit.Length; c++)
        {
            if (state[c] == ColumnState.Free && profit[c] == least)
            {
                chosen[c] = 1;
                sum += least;
                take--;
            }
        }

        return sum;
    }

    private (int Low, int High) Range(int required, int free) =>
        Least - required > free ? (1, 0) : (Math.Max(0, Least - required), Math.Min(Most - required, free));
}
