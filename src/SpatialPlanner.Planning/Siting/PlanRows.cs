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

    private void AddService(int service)
    {
        var problem = _columns.Problem;
        var (need, value) = (problem.Need[service], problem.Value[service]);
        var part = FirstParts(service);
        var reach = problem.Reach[service];
        var spaces = Enumerable.Range(0, problem.Spaces.Count).Where(s => _columns.Of(s, service).Length > 0).ToList();

        // Refining a partition space by space is linear in the pairs of reach; lists of spaces as keys would be hashed whole.
        var next = part.Max() + 1;
        var (isReached, split) = (new bool[need.Length], new Dictionary<int, int>());
        foreach (var s in spaces)
        {
            split.Clear();
            foreach (var b in reach.Columns(s))
            {
                if (part[b] >= 0)
                {
                    if (!split.TryGetValue(part[b], out var to))
                    {
                        split.Add(part[b], to = next++);
                    }

                    (part[b], isReached[b]) = (to, true);
                }
            }
        }

        var lists = new List<int>[need.Length];
        foreach (var s in spaces)
        {
            foreach (var b in reach.Columns(s))
            {
                (lists[b] ??= []).Add(s);
            }
        }

        foreach (var row in Enumerable.Range(0, need.Length).Where(b => isReached[b]).GroupBy(b => part[b]))
        {
            AddRow(service, [.. row], lists[row.First()]);
        }
    }

    // Buildings without need or value are in no part; the others are apart where they may not merge.
    private int[] FirstParts(int service)
    {
        var problem = _columns.Problem;
        var kinds = new Dictionary<(long, int), int>();
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
            }
        }

        return part;
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
