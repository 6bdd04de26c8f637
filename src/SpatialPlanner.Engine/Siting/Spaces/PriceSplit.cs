namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>What the bound at given prices becomes with a column in and with it out: the column's space is searched again, all others are as they were.</summary>
internal sealed class PriceSplit(RoomBlocks blocks, PricedSpaces spaces)
{
    private readonly bool[] _chosen = new bool[blocks.Columns.Length];

    /// <summary>The bound at the prices as they are, with each free column in and out.</summary>
    public void Run(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        ifIn.Fill(double.NegativeInfinity);
        ifOut.Fill(double.NegativeInfinity);
        if (!spaces.Settle(state))
        {
            return;
        }

        spaces.Refresh();
        _ = spaces.At(0, profit, state, _chosen);
        var (rent, selection) = (spaces.Rent(), spaces.Parts.Selection);
        for (var s = 0; s < blocks.SpaceCount; s++)
        {
            // What all others bring with this space open and with it shut does not hang on which of its rooms is asked about.
            var open = rent + selection.Run(spaces.Value, spaces.MustOpen, s, isOpen: true);
            var shut = spaces.MustOpen[s] ? double.NegativeInfinity : rent + selection.Run(spaces.Value, spaces.MustOpen, s);
            for (var b = blocks.FirstBlock[s]; b < blocks.FirstBlock[s + 1]; b++)
            {
                SplitBlock(s, b, open, shut, profit, state, ifIn, ifOut);
            }
        }
    }

    private void SplitBlock(
        int space, int block, double open, double shut, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        var (from, to) = blocks.ColumnsOf(block);
        var (price, required) = (spaces.PriceOf(blocks.Columns[from].Year), blocks.Rules.Spaces[space].RequiredServices);
        var others = double.NegativeInfinity;
        for (var b = blocks.FirstBlock[space]; b < blocks.FirstBlock[space + 1]; b++)
        {
            others = b == block ? others : Math.Max(others, spaces.BlockValue[b]);
        }

        var settled = spaces.HasIn(space, block, state);
        for (var c = from; c < to; c++)
        {
            if (state[c] != ColumnState.Free)
            {
                continue;
            }

            ifIn[c] = settled ? double.NegativeInfinity : open + spaces.Parts.Search.Run(block, price, profit, state, required, more: c);
            var isBest = !double.IsNegativeInfinity(spaces.BlockValue[block]) && spaces.Rooms(block).Contains(c);
            var without = isBest ? spaces.Parts.Search.Run(block, price, profit, state, required, less: c) : spaces.BlockValue[block];
            ifOut[c] = Math.Max(open + Math.Max(others, without), shut);
        }
    }
}
