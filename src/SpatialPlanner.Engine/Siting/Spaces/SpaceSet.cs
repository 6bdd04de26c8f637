namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>A set of rooms under change. What is still asked for (required spaces and rooms, groups) has its money, floor area and number of spaces kept back.</summary>
internal sealed class SpaceSet : ChosenSet
{
    private readonly RoomBlocks _blocks;
    private readonly SpaceRules _rules;
    private readonly bool[] _isIn;
    private readonly int[] _rooms;
    private readonly int[] _year;
    private readonly long[] _area;
    private readonly long[] _cost;
    private readonly ulong[] _services;
    private readonly int[] _shut;
    private readonly long[] _spent;
    private readonly SpaceNeeds _needs;
    private readonly double _costUnit;
    private readonly double _areaUnit;
    private int _open;

    /// <summary>An empty set.</summary>
    public SpaceSet(RoomBlocks blocks)
    {
        (_blocks, _rules, _needs) = (blocks, blocks.Rules, new SpaceNeeds(blocks));
        var count = blocks.SpaceCount;
        (_isIn, _rooms, _year) = (new bool[blocks.Columns.Length], new int[count], new int[count]);
        (_area, _cost, _services) = (new long[count], new long[count], new ulong[count]);
        (_shut, _spent) = (new int[count * 64], new long[blocks.Years]);
        var money = _rules.Budgets.Sum();
        _costUnit = money < SpaceRules.NoBound ? 1.0 / Math.Max(money, 1) : 0;
        _areaUnit = 0.1 / Math.Max(1, _rules.Spaces.Sum(s => (double)s.Area));
    }

    /// <inheritdoc/>
    public override bool IsComplete => _needs.Missing(_services, _rooms) == 0;

    /// <inheritdoc/>
    public override bool Fits(int column)
    {
        if (_isIn[column] || !FitsSpace(column))
        {
            return false;
        }

        Add(column);
        var fits = _open + _needs.SpacesMissing(_services, _rooms) <= _rules.MostSpaces && FitsMoney();
        Remove(column);
        return fits;
    }

    /// <inheritdoc/>
    public override bool FitsFor(int column, int leaving)
    {
        var before = _needs.Missing(_services, _rooms);
        Remove(leaving);
        var fits = Fits(column);
        if (fits && before == 0 && _needs.Any)
        {
            Add(column);
            fits = IsComplete;
            Remove(column);
        }

        Add(leaving);
        return fits;
    }

    /// <inheritdoc/>
    public override double Price(int column)
    {
        ref readonly var room = ref _blocks.Columns[column];
        var space = _rules.Spaces[room.Space];
        var isNew = _rooms[room.Space] == 0;

        // The opening is shared among the rooms that are likely to follow, by floor area; later rooms find it paid for.
        var share = space.Area > 0 ? (double)room.Area / space.Area : 1;
        var cost = room.Cost + (isNew ? space.OpeningCost * share : 0);
        var sites = isNew && _rules.MostSpaces < _rules.Spaces.Count ? share / Math.Max(_rules.MostSpaces, 1) : 0;
        return (cost * _costUnit) + sites + (room.Area * _areaUnit) + 1e-12;
    }

    /// <inheritdoc/>
    public override void Add(int column)
    {
        ref readonly var room = ref _blocks.Columns[column];
        var opening = _rooms[room.Space]++ == 0 ? _rules.Spaces[room.Space].OpeningCost : 0;
        _open += _rooms[room.Space] == 1 ? 1 : 0;
        _isIn[column] = true;
        _year[room.Space] = room.Year;
        _area[room.Space] += room.Area;
        _cost[room.Space] += room.Cost + opening;
        _services[room.Space] |= 1UL << room.Service;
        _spent[room.Year] += room.Cost + opening;
        Shut(room, 1);
    }

    /// <inheritdoc/>
    public override void Remove(int column)
    {
        ref readonly var room = ref _blocks.Columns[column];
        var opening = --_rooms[room.Space] == 0 ? _rules.Spaces[room.Space].OpeningCost : 0;
        _open -= _rooms[room.Space] == 0 ? 1 : 0;
        _isIn[column] = false;
        _area[room.Space] -= room.Area;
        _cost[room.Space] -= room.Cost + opening;
        _services[room.Space] &= ~(1UL << room.Service);
        _spent[room.Year] -= room.Cost + opening;
        Shut(room, -1);
    }

    private void Shut(in SpaceColumn room, int by)
    {
        for (var shut = _blocks.Exclusive[room.Service]; shut != 0; shut &= shut - 1)
        {
            _shut[(room.Space * 64) + System.Numerics.BitOperations.TrailingZeroCount(shut)] += by;
        }
    }

    private bool FitsSpace(int column)
    {
        ref readonly var room = ref _blocks.Columns[column];
        var s = room.Space;
        var isNew = _rooms[s] == 0;
        var missing = _rules.Spaces[s].RequiredServices & ~_services[s] & ~(1UL << room.Service);
        return _blocks.Possible[column]
            && (isNew || _year[s] == room.Year)
            && (_services[s] >> room.Service & 1) == 0
            && _shut[(s * 64) + room.Service] == 0
            && _area[s] + room.Area + _needs.AreaOf(s, missing) <= _rules.Spaces[s].Area
            && _cost[s] + room.Cost + (isNew ? _rules.Spaces[s].OpeningCost : 0) + _needs.CostOf(s, missing) <= _blocks.YearLimit[room.Year];
    }

    private bool FitsMoney()
    {
        var (spent, money) = (0L, 0L);
        for (var y = 0; y < _spent.Length; y++)
        {
            (spent, money) = (spent + _spent[y], money + _rules.Budgets[y]);
            if (_rules.CarryOver ? spent > money : _spent[y] > _rules.Budgets[y])
            {
                return false;
            }
        }

        return spent + _needs.CostMissing(_services, _rooms) <= money;
    }
}
