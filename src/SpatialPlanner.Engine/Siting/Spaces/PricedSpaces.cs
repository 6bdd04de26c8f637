namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>The upper bound of a sum of profits at given prices of money: each space by itself, and then which spaces are opened.</summary>
internal sealed class PricedSpaces
{
    private readonly RoomBlocks _blocks;
    private readonly RoomSearch _search;
    private readonly SpaceSelection _selection;
    private readonly SpaceNeeds _needs;
    private readonly ulong[] _services;
    private readonly int[] _inRooms;
    private readonly int[] _block;
    private readonly int[][] _rooms;
    private readonly int[] _roomCount;
    private readonly double[] _value;
    private readonly double[] _blockValue;
    private readonly bool[] _mustOpen;
    private bool _isStale;

    /// <summary>Makes prices for some columns, all 0 at first.</summary>
    public PricedSpaces(RoomBlocks blocks)
    {
        (_blocks, _search, _selection, _needs) = (blocks, new RoomSearch(blocks), new SpaceSelection(blocks), new SpaceNeeds(blocks));
        var (spaces, count) = (blocks.SpaceCount, blocks.FirstBlock[^1]);
        (Price, Spent) = (new double[blocks.Years], new double[blocks.Years]);
        (_value, _block, _mustOpen) = (new double[spaces], new int[spaces], new bool[spaces]);
        (_services, _inRooms) = (new ulong[spaces], new int[spaces]);
        (_blockValue, _roomCount, _rooms) = (new double[count], new int[count], new int[count][]);
        for (var b = 0; b < count; b++)
        {
            _rooms[b] = new int[blocks.FirstSlot[b + 1] - blocks.FirstSlot[b]];
        }
    }

    /// <summary>Price of a unit of each year's money; whoever changes more than one says so by <see cref="Refresh"/>.</summary>
    public double[] Price { get; }

    /// <summary>Money spent in each year by the rooms of the last evaluation.</summary>
    public double[] Spent { get; }

    /// <summary>Value of each space in the last evaluation; negative infinity where it cannot be opened.</summary>
    public double[] Value => _value;

    /// <summary>Value of each block in the last evaluation.</summary>
    public double[] BlockValue => _blockValue;

    /// <summary>Spaces that must be open, as they were settled last.</summary>
    public bool[] MustOpen => _mustOpen;

    /// <summary>The search of one space, and which spaces are opened.</summary>
    public (RoomSearch Search, SpaceSelection Selection) Parts => (_search, _selection);

    /// <summary>The rooms of a block in the last evaluation.</summary>
    public ReadOnlySpan<int> Rooms(int block) => _rooms[block].AsSpan(0, _roomCount[block]);

    /// <summary>Makes the next evaluation look at every space again.</summary>
    public void Refresh() => _isStale = true;

    /// <summary>Takes up what is settled; false where that and what is asked for is too many spaces, or costs too much.</summary>
    public bool Settle(ReadOnlySpan<ColumnState> state)
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

    /// <summary>The bound at the prices as they are, what is chosen there, and how much of a year's money is left.</summary>
    /// <param name="year">The year whose price has changed since the last evaluation.</param>
    /// <param name="profit">Profit of each column.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="chosen">Filled with the rooms chosen.</param>
    public Tangent At(int year, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, bool[] chosen)
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
        Array.Clear(chosen);
        Array.Clear(Spent);
        for (var s = 0; s < _value.Length; s++)
        {
            if (_selection.Taken[s] && _block[s] >= 0)
            {
                Spend(s, chosen);
            }
        }

        var spent = 0.0;
        for (var y = 0; y < Price.Length; y++)
        {
            spent += Counts(y, year) ? Spent[y] : 0;
        }

        return new Tangent(Price[year], bound, Money(year) - spent);
    }

    /// <summary>True where another year of the space is settled already.</summary>
    public bool HasIn(int space, int block, ReadOnlySpan<ColumnState> state)
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

    private void Spend(int space, bool[] chosen)
    {
        var block = _block[space];
        var year = _blocks.Columns[_blocks.ColumnsOf(block).From].Year;
        Spent[year] += _blocks.Rules.Spaces[space].OpeningCost;
        foreach (var c in _rooms[block].AsSpan(0, _roomCount[block]))
        {
            chosen[c] = true;
            Spent[year] += _blocks.Columns[c].Cost;
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
        for (var y = 0; y < Price.Length; y++)
        {
            money += Counts(y, year) ? _blocks.Rules.Budgets[y] : 0;
        }

        return money;
    }

    /// <summary>What a unit of money costs that is spent in a year.</summary>
    public double PriceOf(int year)
    {
        var price = 0.0;
        for (var y = 0; y < Price.Length; y++)
        {
            price += Counts(year, y) ? Price[y] : 0;
        }

        return price;
    }

    /// <summary>What all money is worth at the prices.</summary>
    public double Rent()
    {
        var rent = 0.0;
        for (var y = 0; y < Price.Length; y++)
        {
            rent += Price[y] == 0 ? 0 : Price[y] * Money(y);
        }

        return rent;
    }
}
