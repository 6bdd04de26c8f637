using System.Numerics;

namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>What a set of rooms still has to have, and the least that takes.</summary>
internal sealed class SpaceNeeds
{
    private readonly SpaceRules _rules;
    private readonly int[] _least;
    private readonly int[] _short;
    private readonly long[] _leastArea;
    private readonly long[] _leastCost;
    private readonly long[] _leastOpening;
    private readonly int[] _cheapestFirst;

    /// <summary>Works out what the rules ask for.</summary>
    public SpaceNeeds(RoomBlocks blocks)
    {
        _rules = blocks.Rules;
        _least = new SpaceSelection(blocks).Least.ToArray();
        _short = new int[_least.Length];
        Any = _rules.Spaces.Any(s => s.MustOpen) || _least.Any(l => l > 0);
        (_leastArea, _leastCost) = (new long[blocks.SpaceCount * 64], new long[blocks.SpaceCount * 64]);
        _leastOpening = new long[blocks.SpaceCount];
        _leastArea.AsSpan().Fill(SpaceRules.NoBound);
        _leastCost.AsSpan().Fill(SpaceRules.NoBound);
        _leastOpening.AsSpan().Fill(SpaceRules.NoBound);
        for (var c = 0; c < blocks.Columns.Length; c++)
        {
            var (room, at) = (blocks.Columns[c], (blocks.Columns[c].Space * 64) + blocks.Columns[c].Service);
            if (blocks.Possible[c])
            {
                _leastArea[at] = Math.Min(_leastArea[at], room.Area);
                _leastCost[at] = Math.Min(_leastCost[at], room.Cost);
                _leastOpening[room.Space] = Math.Min(_leastOpening[room.Space], room.Cost + _rules.Spaces[room.Space].OpeningCost);
            }
        }

        _cheapestFirst = [.. Enumerable.Range(0, blocks.SpaceCount).OrderBy(s => _leastOpening[s])];
    }

    /// <summary>True where something is asked for at all.</summary>
    public bool Any { get; }

    /// <summary>Least floor area of rooms of some services in a space.</summary>
    public long AreaOf(int space, ulong services) => Sum(_leastArea, space, services);

    /// <summary>Least cost of rooms of some services in a space.</summary>
    public long CostOf(int space, ulong services) => Sum(_leastCost, space, services);

    /// <summary>How many conditions are open: rooms of required services, required spaces, spaces of groups.</summary>
    public int Missing(ReadOnlySpan<ulong> services, ReadOnlySpan<int> rooms)
    {
        if (!Any)
        {
            return 0;
        }

        var missing = SpacesMissing(services, rooms);
        for (var s = 0; s < rooms.Length; s++)
        {
            missing += BitOperations.PopCount(_rules.Spaces[s].RequiredServices & ~services[s]);
        }

        return missing;
    }

    /// <summary>Spaces that still have to be opened at least.</summary>
    public int SpacesMissing(ReadOnlySpan<ulong> services, ReadOnlySpan<int> rooms) => Any ? Walk(services, rooms).Spaces : 0;

    /// <summary>Least cost of what is still asked for.</summary>
    public long CostMissing(ReadOnlySpan<ulong> services, ReadOnlySpan<int> rooms) => Any ? Walk(services, rooms).Cost : 0;

    private static long Sum(long[] least, int space, ulong services)
    {
        var sum = 0L;
        for (; services != 0; services &= services - 1)
        {
            sum = Math.Min(SpaceRules.NoBound, sum + least[(space * 64) + BitOperations.TrailingZeroCount(services)]);
        }

        return sum;
    }

    private (int Spaces, long Cost) Walk(ReadOnlySpan<ulong> services, ReadOnlySpan<int> rooms)
    {
        var (spaces, cost) = (0, 0L);
        _least.CopyTo(_short, 0);
        for (var s = 0; s < rooms.Length; s++)
        {
            var space = _rules.Spaces[s];
            var missing = space.RequiredServices & ~services[s];
            cost += missing == 0 ? 0 : CostOf(s, missing);
            if (rooms[s] == 0 && space.MustOpen)
            {
                spaces++;
                cost += missing == 0 ? _leastOpening[s] : space.OpeningCost;
            }

            if ((rooms[s] > 0 || space.MustOpen) && space.Group >= 0)
            {
                _short[space.Group]--;
            }
        }

        foreach (var s in _cheapestFirst)
        {
            var space = _rules.Spaces[s];
            if (rooms[s] == 0 && !space.MustOpen && space.Group >= 0 && _short[space.Group] > 0)
            {
                _short[space.Group]--;
                spaces++;
                cost += _leastOpening[s];
            }
        }

        return (spaces, Math.Min(cost, SpaceRules.NoBound));
    }
}
