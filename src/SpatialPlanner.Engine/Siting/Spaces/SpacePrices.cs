namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// The upper bound of a sum of profits at prices of money, and the prices at which it is least. The bound is convex and piecewise
/// linear in each price with the money left over as its slope, so a price is found by cutting tangents: exactly, in a few steps from the price before.
/// </summary>
internal sealed class SpacePrices
{
    private const int MostSteps = 24;
    private const int MostSweeps = 6;
    private readonly RoomBlocks _blocks;
    private readonly RoomSearch _search;
    private readonly SpaceSelection _selection;
    private readonly double[] _price;
    private readonly double[] _before;
    private readonly double[] _way;
    private readonly double[] _value;
    private readonly int[] _block;
    private readonly double[] _blockValue;
    private readonly bool[] _mustOpen;
    private readonly int[][] _rooms;
    private readonly int[] _roomCount;
    private readonly double[] _spent;
    private readonly SpaceNeeds _needs;
    private readonly ulong[] _services;
    private readonly int[] _inRooms;
    private bool[] _now;
    private bool[] _low;
    private bool[] _high;
    private double _shareOfHigh;
    private bool _isStale;

    /// <summary>Makes prices for some columns, all 0 at first.</summary>
    public SpacePrices(RoomBlocks blocks)
    {
        (_blocks, _search, _selection) = (blocks, new RoomSearch(blocks), new SpaceSelection(blocks));
        var (spaces, count) = (blocks.SpaceCount, blocks.FirstBlock[^1]);
        (_before, _way) = (new double[blocks.Years], new double[blocks.Years]);
        (_price, _spent) = (new double[blocks.Years], new double[blocks.Years]);
        (_value, _block, _mustOpen) = (new double[spaces], new int[spaces], new bool[spaces]);
        (_blockValue, _roomCount, _rooms) = (new double[count], new int[count], new int[count][]);
        for (var b = 0; b < count; b++)
        {
            _rooms[b] = new int[blocks.FirstSlot[b + 1] - blocks.FirstSlot[b]];
        }

        (_needs, _services, _inRooms) = (new SpaceNeeds(blocks), new ulong[spaces], new int[spaces]);
        (_now, _low, _high) = (new bool[blocks.Columns.Length], new bool[blocks.Columns.Length], new bool[blocks.Columns.Length]);
    }

    /// <summary>The least bound over the prices.</summary>
    /// <returns>The bound, or negative infinity where no set is allowed.</returns>
    public double Minimise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        if (!Settle(state))
        {
            return double.NegativeInfinity;
        }

        _isStale = true;
        if (_price.Length == 1)
        {
            return MinimiseYear(0, profit, state);
        }

        var bound = double.PositiveInfinity;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var before = bound;
            _price.CopyTo(_before, 0);
            for (var year = 0; year < _price.Length && !double.IsNegativeInfinity(bound); year++)
            {
                bound = Math.Min(bound, MinimiseYear(year, profit, state));
            }

            // One price at a time creeps along edges of the bound: a step along the whole way of the sweep (Powell 1964) cuts that short.
            bound = double.IsNegativeInfinity(bound) ? bound : Math.Min(bound, MinimiseOnward(bound, profit, state));
            if (before - bound <= 1e-5 * Math.Abs(bound))
            {
                break;
            }
        }

        return bound;
    }

    /// <summary>The columns of the least bound: those of the sets on both sides of the price, mixed so that the money is spent.</summary>
    public void CopyChosen(Span<double> chosen)
    {
        for (var c = 0; c < chosen.Length; c++)
        {
            chosen[c] = (_low[c] ? 1 - _shareOfHigh : 0) + (_high[c] ? _shareOfHigh : 0);
        }
    }

    /// <summary>The bound at the prices found last, with each free column in and out.</summary>
    public void Split(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        ifIn.Fill(double.NegativeInfinity);
        ifOut.Fill(double.NegativeInfinity);
        if (!Settle(state))
        {
            return;
        }

        for (var b = 0; b < _blockValue.Length; b++)
        {
            Search(b, profit, state);
        }

        BestBlocks();
        _selection.Sort(_value);
        var rent = Rent();
        for (var s = 0; s < _value.Length; s++)
        {
            // What all others bring with this space open and with it shut does not hang on which of its rooms is asked about.
            var open = rent + _selection.Run(_value, _mustOpen, s, isOpen: true);
            var shut = _mustOpen[s] ? double.NegativeInfinity : rent + _selection.Run(_value, _mustOpen, s);
            for (var b = _blocks.FirstBlock[s]; b < _blocks.FirstBlock[s + 1]; b++)
            {
                SplitBlock(s, b, open, shut, profit, state, ifIn, ifOut);
            }
        }
    }

    private void SplitBlock(
        int space, int block, double open, double shut, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        var (from, to) = _blocks.ColumnsOf(block);
        var (price, required) = (PriceOf(_blocks.Columns[from].Year), _blocks.Rules.Spaces[space].RequiredServices);
        var others = double.NegativeInfinity;
        for (var b = _blocks.FirstBlock[space]; b < _blocks.FirstBlock[space + 1]; b++)
        {
            others = b == block ? others : Math.Max(others, _blockValue[b]);
        }

        var settled = HasIn(space, block, state);
        for (var c = from; c < to; c++)
        {
            if (state[c] != ColumnState.Free)
            {
                continue;
            }

            ifIn[c] = settled ? double.NegativeInfinity : open + _search.Run(block, price, profit, state, required, more: c);
            var isBest = !double.IsNegativeInfinity(_blockValue[block]) && _rooms[block].AsSpan(0, _roomCount[block]).Contains(c);
            var without = isBest ? _search.Run(block, price, profit, state, required, less: c) : _blockValue[block];
            ifOut[c] = Math.Max(open + Math.Max(others, without), shut);
        }
    }

    // True where another year of the space is settled already.
    private bool HasIn(int space, int block, ReadOnlySpan<ColumnState> state)
    {
        for (var b = _blocks.FirstBlock[space]; b < _blocks.FirstBlock[space + 1]; b++)
        {
            var (from, to) = _blocks.ColumnsOf(b);
            if (b != block && state[from..to].Contains(ColumnState.In))
            {
                return true;
            }
        }

        return false;
    }

    // Which spaces must be open; false where what is settled and asked for is too many spaces, or costs too much.
    private bool Settle(ReadOnlySpan<ColumnState> state)
    {
        Array.Clear(_services);
        Array.Clear(_inRooms);
        var (open, cost) = (0, 0L);
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] == ColumnState.In)
            {
                ref readonly var room = ref _blocks.Columns[c];
                var isFirst = _inRooms[room.Space]++ == 0;
                _services[room.Space] |= 1UL << room.Service;
                cost += room.Cost + (isFirst ? _blocks.Rules.Spaces[room.Space].OpeningCost : 0);
                open += isFirst ? 1 : 0;
            }
        }

        for (var s = 0; s < _mustOpen.Length; s++)
        {
            _mustOpen[s] = _inRooms[s] > 0 || _blocks.Rules.Spaces[s].MustOpen;
        }

        return open + _needs.SpacesMissing(_services, _inRooms) <= _blocks.Rules.MostSpaces
            && cost + _needs.CostMissing(_services, _inRooms) <= _blocks.Rules.Budgets.Sum();
    }

    // Cuts tangents from both sides of the price at which the money just lasts.
    private double MinimiseYear(int year, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        var (low, high) = (default(Tangent?), default(Tangent?));
        for (var step = 0; step < MostSteps; step++)
        {
            var here = At(year, profit, state);
            if (double.IsNegativeInfinity(here.Bound))
            {
                return here.Bound;
            }

            if (here.Left < 0)
            {
                (low, _now, _low) = (here, _low, _now);
            }
            else
            {
                (high, _now, _high) = (here, _high, _now);
            }

            var next = Tangent.Next(low, high, _spent[year]);
            if (next is null)
            {
                break;
            }

            _price[year] = next.Value;
        }

        var isHigh = low is null || (high is { } h && h.Bound <= low.Value.Bound);

        // The price taken may not be the one looked at last: the next year begins with all spaces anew.
        _isStale = true;
        _price[year] = isHigh ? high!.Value.Price : low!.Value.Price;
        _shareOfHigh = low is null ? 1 : high is null ? 0 : -low.Value.Left / (high.Value.Left - low.Value.Left);
        return isHigh ? high!.Value.Bound : low!.Value.Bound;
    }

    // Goes on along the way from the prices before to the prices now, as long as the bound falls; each step doubles.
    private double MinimiseOnward(double bound, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        for (var y = 0; y < _way.Length; y++)
        {
            _way[y] = _price[y] - _before[y];
        }

        for (var step = 1.0; step <= 1024 && _way.AsSpan().ContainsAnyExcept(0.0); step *= 2)
        {
            _price.CopyTo(_before, 0);
            for (var y = 0; y < _way.Length; y++)
            {
                _price[y] = Math.Max(0, _price[y] + (step * _way[y]));
            }

            _isStale = true;
            var here = At(0, profit, state);
            if (here.Bound >= bound)
            {
                _before.CopyTo(_price, 0);
                _isStale = true;
                break;
            }

            bound = here.Bound;
            (_now, _high, _shareOfHigh) = (_high, _now, 1);
        }

        return bound;
    }

    // The bound at the prices as they are, what is chosen there, and how much of the year's money is left.
    private Tangent At(int year, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        for (var b = 0; b < _blockValue.Length; b++)
        {
            if (_isStale || Counts(_blocks.Columns[_blocks.ColumnsOf(b).From].Year, year))
            {
                Search(b, profit, state);
            }
        }

        _isStale = false;
        BestBlocks();
        _selection.Sort(_value);
        var bound = Rent() + _selection.Run(_value, _mustOpen);
        Array.Clear(_now);
        Array.Clear(_spent);
        for (var s = 0; s < _value.Length; s++)
        {
            if (_selection.Taken[s] && _block[s] >= 0)
            {
                Spend(s);
            }
        }

        var spent = 0.0;
        for (var y = 0; y < _price.Length; y++)
        {
            spent += Counts(y, year) ? _spent[y] : 0;
        }

        return new Tangent(_price[year], bound, Money(year) - spent);
    }

    private void Spend(int space)
    {
        var block = _block[space];
        var year = _blocks.Columns[_blocks.ColumnsOf(block).From].Year;
        _spent[year] += _blocks.Rules.Spaces[space].OpeningCost;
        foreach (var c in _rooms[block].AsSpan(0, _roomCount[block]))
        {
            _now[c] = true;
            _spent[year] += _blocks.Columns[c].Cost;
        }
    }

    private void Search(int block, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        var at = _blocks.Columns[_blocks.ColumnsOf(block).From];
        _blockValue[block] = HasIn(at.Space, block, state) ? double.NegativeInfinity
            : _search.Run(block, PriceOf(at.Year), profit, state, _blocks.Rules.Spaces[at.Space].RequiredServices);
        if (!double.IsNegativeInfinity(_blockValue[block]))
        {
            _roomCount[block] = _search.Found.Length;
            _search.Found.CopyTo(_rooms[block]);
        }
    }

    private void BestBlocks()
    {
        _value.AsSpan().Fill(double.NegativeInfinity);
        _block.AsSpan().Fill(-1);
        for (var s = 0; s < _value.Length; s++)
        {
            for (var b = _blocks.FirstBlock[s]; b < _blocks.FirstBlock[s + 1]; b++)
            {
                (_value[s], _block[s]) = _blockValue[b] > _value[s] ? (_blockValue[b], b) : (_value[s], _block[s]);
            }
        }
    }

    // True where what is spent in one year counts against the money of another: with carry-over, that of all years up to it.
    private bool Counts(int spentIn, int year) => _blocks.Rules.CarryOver ? spentIn <= year : spentIn == year;

    private double Money(int year)
    {
        var money = 0.0;
        for (var y = 0; y < _price.Length; y++)
        {
            money += Counts(y, year) ? _blocks.Rules.Budgets[y] : 0;
        }

        return money;
    }

    private double PriceOf(int year)
    {
        var price = 0.0;
        for (var y = 0; y < _price.Length; y++)
        {
            price += Counts(year, y) ? _price[y] : 0;
        }

        return price;
    }

    private double Rent()
    {
        var rent = 0.0;
        for (var y = 0; y < _price.Length; y++)
        {
            rent += _price[y] == 0 ? 0 : _price[y] * Money(y);
        }

        return rent;
    }
}
