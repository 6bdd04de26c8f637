using System.Buffers;

namespace SpatialPlanner.Engine.Siting;

/// <summary>Choices among some columns of others, the rest being settled.</summary>
internal sealed class RestrictedChoices : Choices
{
    private readonly Choices whole;
    private readonly int[] kept;
    private readonly ColumnState[] settled;

    /// <summary>Settles the columns that are not kept.</summary>
    /// <param name="whole">The choices among all columns.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="kept">Columns that stay, rising.</param>
    public RestrictedChoices(Choices whole, ReadOnlySpan<ColumnState> state, int[] kept)
    {
        (this.whole, this.kept, settled) = (whole, kept, new ColumnState[state.Length]);
        for (var c = 0; c < settled.Length; c++)
        {
            settled[c] = state[c] == ColumnState.In ? ColumnState.In : ColumnState.Out;
        }
    }

    /// <inheritdoc/>
    public override int ColumnCount => kept.Length;

    /// <inheritdoc/>
    public override double Maximise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen)
    {
        var (all, states) = Spread(profit, state);
        var choice = ArrayPool<double>.Shared.Rent(settled.Length);
        var sum = whole.Maximise(all.AsSpan(0, settled.Length), states, choice.AsSpan(0, settled.Length));
        for (var k = 0; k < kept.Length; k++)
        {
            chosen[k] = choice[kept[k]];
        }

        Return(all, choice);
        return sum;
    }

    /// <inheritdoc/>
    public override void Bounds(
        ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        var (all, states) = Spread(profit, state);
        var (wholeIn, wholeOut) = (ArrayPool<double>.Shared.Rent(settled.Length), ArrayPool<double>.Shared.Rent(settled.Length));
        whole.Bounds(all.AsSpan(0, settled.Length), states, wholeIn.AsSpan(0, settled.Length), wholeOut.AsSpan(0, settled.Length));
        for (var k = 0; k < kept.Length; k++)
        {
            (ifIn[k], ifOut[k]) = (wholeIn[kept[k]], wholeOut[kept[k]]);
        }

        Return(all, wholeIn, wholeOut);
    }

    /// <inheritdoc/>
    public override ChosenSet Begin()
    {
        var set = whole.Begin();
        var isKept = new bool[settled.Length];
        foreach (var c in kept)
        {
            isKept[c] = true;
        }

        for (var c = 0; c < settled.Length; c++)
        {
            if (settled[c] == ColumnState.In && !isKept[c])
            {
                set.Add(c);
            }
        }

        return new Renumbered(set, kept);
    }

    /// <inheritdoc/>
    public override bool CanStandFor(int better, int worse) => whole.CanStandFor(kept[better], kept[worse]);

    /// <inheritdoc/>
    public override Choices Restrict(ReadOnlySpan<ColumnState> state, int[] kept)
    {
        var states = (ColumnState[])settled.Clone();
        for (var k = 0; k < this.kept.Length; k++)
        {
            states[this.kept[k]] = state[k];
        }

        return new RestrictedChoices(whole, states, [.. kept.Select(k => this.kept[k])]);
    }

    private static void Return(params ReadOnlySpan<double[]> rented)
    {
        foreach (var array in rented)
        {
            ArrayPool<double>.Shared.Return(array);
        }
    }

    private (double[] Profit, ColumnState[] State) Spread(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        var (all, states) = (ArrayPool<double>.Shared.Rent(settled.Length), (ColumnState[])settled.Clone());
        all.AsSpan(0, settled.Length).Clear();
        for (var k = 0; k < kept.Length; k++)
        {
            (all[kept[k]], states[kept[k]]) = (profit[k], state[k]);
        }

        return (all, states);
    }

    private sealed class Renumbered(ChosenSet whole, int[] kept) : ChosenSet
    {
        public override bool IsComplete => whole.IsComplete;

        public override bool Fits(int column) => whole.Fits(kept[column]);

        public override bool FitsFor(int column, int leaving) => whole.FitsFor(kept[column], kept[leaving]);

        public override double Price(int column) => whole.Price(kept[column]);

        public override void Add(int column) => whole.Add(kept[column]);

        public override void Remove(int column) => whole.Remove(kept[column]);
    }
}
