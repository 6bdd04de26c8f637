using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The need as rows of the solver: buildings of one service that the same spaces reach, merged. Where people are to be told
/// apart by community (floors) or counted one by one (capacities), only buildings of equal value merge.
/// </summary>
internal sealed class PlanRows
{
    private readonly PlanColumns _columns;
    private readonly bool _countsPeople;
    private readonly bool _byCommunity;
    private readonly bool _isPlain;
    private readonly List<long> _amount = [];
    private readonly List<int> _first = [0];
    private readonly List<int> _column = [];
    private readonly List<long> _gain = [];
    private readonly List<int> _service = [];
    private readonly List<int> _community = [];
    private readonly List<int[]> _buildings = [];

    /// <summary>Makes the rows.</summary>
    /// <param name="columns">The rooms.</param>
    /// <param name="countsPeople">True where units of rows are people; else they are people × value.</param>
    /// <param name="byCommunity">True where rows stay within communities.</param>
    /// <param name="isPlain">True where everybody counts alike, as for a required coverage.</param>
    public PlanRows(PlanColumns columns, bool countsPeople, bool byCommunity, bool isPlain = false)
    {
        (_columns, _countsPeople, _byCommunity, _isPlain) = (columns, countsPeople, byCommunity, isPlain);
        for (var service = 0; service < columns.Problem.Services.Count; service++)
        {
            if (columns.Asked[service])
            {
                AddService(service);
            }
        }

        long[]? capacity = null;
        if (columns.Question.CountCapacity)
        {
            capacity = [.. Enumerable.Range(0, columns.Columns.Length).Select(c => columns.CapacityOf(c) ?? GainMatrix.Unlimited)];
        }

        Gains = new GainMatrix([.. _amount], [.. _first], [.. _column], [.. _gain], columns.Columns.Length, capacity);
    }

    /// <summary>The rows as the solver takes them.</summary>
    public GainMatrix Gains { get; }

    /// <summary>Service of each row.</summary>
    public IReadOnlyList<int> Service => _service;

    /// <summary>Community of each row, or -1; only where rows stay within communities.</summary>
    public IReadOnlyList<int> Community => _community;

    /// <summary>Buildings of each row, rising.</summary>
    public IReadOnlyList<int[]> Buildings => _buildings;

    // Refining a partition space by space is linear in the pairs of reach, and each part remembers from which it came.
    private void AddService(int service)
    {
        var problem = _columns.Problem;
        var (part, cameFrom) = FirstParts(service);
        var firstParts = cameFrom.Count;
        var (splitTo, touched) = (new List<int>(Enumerable.Repeat(-1, firstParts)), new List<int>());
        for (var s = 0; s < problem.Spaces.Count; s++)
        {
            foreach (var b in _columns.Of(s, service).Length > 0 ? problem.Reach[service].Columns(s) : [])
            {
                if (part[b] < 0)
                {
                    continue;
                }

                if (splitTo[part[b]] < 0)
                {
                    touched.Add(part[b]);
                    splitTo[part[b]] = cameFrom.Count;
                    cameFrom.Add((part[b], s));
                    splitTo.Add(-1);
                }

                part[b] = splitTo[part[b]];
            }

            touched.ForEach(p => splitTo[p] = -1);
            touched.Clear();
        }

        AddRows(service, part, firstParts, cameFrom);
    }

    // Rows in the order of their first building; parts that no space has split off are out of every reach.
    private void AddRows(int service, int[] part, int firstParts, List<(int Part, int Space)> cameFrom)
    {
        var (rowOf, rows) = (new int[cameFrom.Count], new List<(int Part, List<int> Buildings)>());
        for (var b = 0; b < part.Length; b++)
        {
            if (part[b] >= firstParts)
            {
                if (rowOf[part[b]] == 0)
                {
                    rows.Add((part[b], []));
                    rowOf[part[b]] = rows.Count;
                }

                rows[rowOf[part[b]] - 1].Buildings.Add(b);
            }
        }

        foreach (var (last, buildings) in rows)
        {
            var spaces = new List<int>();
            for (var p = last; p >= firstParts; p = cameFrom[p].Part)
            {
                spaces.Add(cameFrom[p].Space);
            }

            spaces.Reverse();
            AddRow(service, [.. buildings], spaces);
        }
    }

    // Buildings without need or value are in no part; the others are apart where they may not merge.
    private (int[] Part, List<(int Part, int Space)> CameFrom) FirstParts(int service)
    {
        var problem = _columns.Problem;
        var (kinds, cameFrom) = (new Dictionary<(long, int), int>(), new List<(int, int)>());
        var part = new int[problem.Need[service].Length];
        for (var b = 0; b < part.Length; b++)
        {
            var kind = (_countsPeople && !_isPlain ? problem.Value[service][b] : 0, _byCommunity ? problem.Community[b] : 0);
            if (problem.Need[service][b] <= 0 || problem.Value[service][b] <= 0)
            {
                part[b] = -1;
            }
            else if (!kinds.TryGetValue(kind, out part[b]))
            {
                kinds.Add(kind, part[b] = kinds.Count);
                cameFrom.Add((-1, -1));
            }
        }

        return (part, cameFrom);
    }

    private void AddRow(int service, int[] buildings, List<int> spaces)
    {
        var problem = _columns.Problem;
        var (need, value) = (problem.Need[service], problem.Value[service]);
        _amount.Add(buildings.Sum(b => _countsPeople ? need[b] : need[b] * value[b]));
        _service.Add(service);
        _community.Add(_byCommunity ? problem.Community[buildings[0]] : -1);
        _buildings.Add(buildings);
        foreach (var s in spaces)
        {
            foreach (var c in _columns.Of(s, service))
            {
                // A room of an earlier year serves for more years: what is built first gains first.
                _column.Add(c);
                _gain.Add((_countsPeople && !_isPlain ? value[buildings[0]] : 1) * (_columns.Years - _columns.Columns[c].Year));
            }
        }

        _first.Add(_column.Count);
    }
}
