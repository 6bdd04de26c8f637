using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The best rooms of one space beside what is chosen already. Rooms of different services serve different people, so what a space
/// adds is the sum of what its rooms add, and going through the services with what they can add at most is quick and exact.
/// </summary>
/// <param name="columns">The rooms.</param>
internal sealed class RoomFilling(PlanColumns columns)
{
    private readonly List<int> _now = [];
    private readonly List<int> _best = [];
    private int[][] _options = [];
    private long[] _rest = [];
    private long _most;

    /// <summary>Finds the rooms that add most to a set; the set is the same afterwards.</summary>
    /// <param name="set">What is chosen; nothing of the space.</param>
    /// <param name="space">Space.</param>
    /// <param name="gain">What each column adds; only those of the space are asked for.</param>
    /// <param name="year">Year in which it opens, or -1 for any.</param>
    /// <returns>The columns and what they add; none where nothing fits or adds anything.</returns>
    public (IReadOnlyList<int> Columns, long Gain) Best(ChosenSet set, int space, Func<int, long> gain, int year = -1)
    {
        (_most, _now.Capacity) = (0, 64);
        _best.Clear();
        var gains = new Dictionary<int, long>();
        var options = new List<int[]>();
        for (var service = 0; service < columns.Problem.Services.Count; service++)
        {
            var its = new List<int>();
            foreach (var c in columns.Of(space, service))
            {
                if ((year < 0 || columns.Columns[c].Year == year) && set.Fits(c) && gain(c) is var adds && adds > 0)
                {
                    its.Add(c);
                    gains[c] = adds;
                }
            }

            if (its.Count > 0)
            {
                options.Add([.. its]);
            }
        }

        _options = [.. options.OrderByDescending(o => o.Max(c => gains[c]))];
        _rest = new long[_options.Length + 1];
        for (var k = _options.Length - 1; k >= 0; k--)
        {
            _rest[k] = _rest[k + 1] + _options[k].Max(c => gains[c]);
        }

        Descend(set, 0, 0, gains);
        return ([.. _best], _most);
    }

    private void Descend(ChosenSet set, int at, long sum, Dictionary<int, long> gains)
    {
        if (sum > _most)
        {
            _most = sum;
            _best.Clear();
            _best.AddRange(_now);
        }

        if (at == _options.Length || sum + _rest[at] <= _most)
        {
            return;
        }

        foreach (var c in _options[at])
        {
            if (set.Fits(c))
            {
                set.Add(c);
                _now.Add(c);
                Descend(set, at + 1, sum + gains[c], gains);
                _now.RemoveAt(_now.Count - 1);
                set.Remove(c);
            }
        }

        Descend(set, at + 1, sum, gains);
    }
}
