namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Exchange search with weights on the rows that stay uncovered (Gao, Weise and Li 2015, "RWLS"): take a column out of a
/// cover, repair what that uncovers, and let rows that are hard to keep covered gain weight.
/// </summary>
internal sealed class CoverExchange
{
    private readonly CoverMatrix _matrix;
    private readonly long[] _weight;
    private readonly int[] _covered;
    private readonly long[] _score;
    private readonly bool[] _isIn;
    private readonly bool[] _mayEnter;
    private readonly long[] _since;
    private readonly List<int> _chosen = [];
    private readonly List<int> _uncovered = [];
    private readonly int[] _placeOfUncovered;
    private readonly int[] _blockers;
    private readonly Random _random;
    private long _cost;

    public CoverExchange(CoverMatrix matrix, ulong seed)
    {
        _matrix = matrix;
        _random = new Random(unchecked((int)(seed ^ (seed >> 32))));
        (_weight, _covered, _placeOfUncovered) = (new long[matrix.RowCount], new int[matrix.RowCount], new int[matrix.RowCount]);
        (_score, _since) = (new long[matrix.ColumnCount], new long[matrix.ColumnCount]);
        (_isIn, _mayEnter, _blockers) = (new bool[matrix.ColumnCount], new bool[matrix.ColumnCount], new int[matrix.ColumnCount]);
        Array.Fill(_weight, 1);
        Array.Fill(_mayEnter, true);
        for (var r = 0; r < matrix.RowCount; r++)
        {
            Remember(r, true);
        }

        for (var c = 0; c < matrix.ColumnCount; c++)
        {
            _score[c] = matrix.Columns[c].Length;
        }
    }

    /// <summary>Improves a cover.</summary>
    /// <param name="start">A cover.</param>
    /// <param name="enough">Ends with a cover that costs no more than this.</param>
    /// <param name="steps">Exchanges at most.</param>
    /// <param name="stop">Stops early.</param>
    public int[] Improve(int[] start, long enough, int steps, CancellationToken stop)
    {
        foreach (var c in start)
        {
            Enter(c);
        }

        var (best, bestCost) = (start, _cost);
        for (var step = 1; step <= steps && !stop.IsCancellationRequested; step++)
        {
            while (_uncovered.Count == 0)
            {
                if (_cost < bestCost)
                {
                    (best, bestCost) = ([.. _chosen], _cost);
                }

                if (bestCost <= enough || _chosen.Count == 0)
                {
                    return best;
                }

                Leave(Loosest(-1));
            }

            Exchange(step, bestCost);
        }

        return best;
    }

    private void Exchange(int step, long bestCost)
    {
        if (_chosen.Count > 0)
        {
            var leaving = Loosest(step);
            Leave(leaving);
            _since[leaving] = step;
            _mayEnter[leaving] = false;
        }

        var row = _uncovered[_random.Next(_uncovered.Count)];
        var entering = BestFor(row, bestCost);
        if (entering >= 0)
        {
            Enter(entering);
            _since[entering] = step;
        }

        foreach (var r in _uncovered)
        {
            _weight[r]++;
            foreach (var c in _matrix.Rows[r])
            {
                _score[c]++;
            }
        }
    }

    // The column of the cover that is missed least for what it costs; not the one that has just come in.
    private int Loosest(int step)
    {
        var best = -1;
        foreach (var c in _chosen)
        {
            if (_since[c] == step - 1 && step > 1 && _chosen.Count > 1)
            {
                continue;
            }

            if (best < 0 || IsLooser(c, best))
            {
                best = c;
            }
        }

        return best < 0 ? _chosen[0] : best;
    }

    private bool IsLooser(int c, int best)
    {
        // loss / cost, compared without dividing.
        var (a, b) = ((double)_score[c] * Math.Max(_matrix.Cost[best], 1), (double)_score[best] * Math.Max(_matrix.Cost[c], 1));
        return a < b || (a == b && (_since[c] < _since[best] || (_since[c] == _since[best] && c < best)));
    }

    private int BestFor(int row, long bestCost)
    {
        var best = -1;
        foreach (var c in _matrix.Rows[row])
        {
            if (_isIn[c] || !_mayEnter[c] || _blockers[c] > 0 || _cost + _matrix.Cost[c] >= bestCost)
            {
                continue;
            }

            if (best < 0 || IsLooser(best, c))
            {
                best = c;
            }
        }

        return best;
    }

    private void Enter(int column)
    {
        (_isIn[column], _score[column]) = (true, 0);
        _cost += _matrix.Cost[column];
        _chosen.Add(column);
        foreach (var other in _matrix.Conflicts is null ? [] : _matrix.Conflicts[column])
        {
            _blockers[other]++;
        }

        foreach (var r in _matrix.Columns[column])
        {
            _covered[r]++;
            if (_covered[r] == _matrix.Need[r])
            {
                Remember(r, false);
                Count(r, inside: 0, outside: -1, except: column);
                _score[column] += _weight[r];
            }
            else if (_covered[r] == _matrix.Need[r] + 1)
            {
                // One too many now: none of them is missed by the row alone.
                Count(r, inside: -1, outside: 0, except: column);
            }
            else if (_covered[r] < _matrix.Need[r])
            {
                _score[column] += _weight[r];
            }

            Allow(r);
        }
    }

    private void Leave(int column)
    {
        _chosen.Remove(column);
        (_isIn[column], _score[column]) = (false, 0);
        _cost -= _matrix.Cost[column];
        foreach (var other in _matrix.Conflicts is null ? [] : _matrix.Conflicts[column])
        {
            _blockers[other]--;
        }

        foreach (var r in _matrix.Columns[column])
        {
            _covered[r]--;
            if (_covered[r] == _matrix.Need[r] - 1)
            {
                Remember(r, true);
                Count(r, inside: 0, outside: +1, except: column);
                _score[column] += _weight[r];
            }
            else if (_covered[r] < _matrix.Need[r])
            {
                _score[column] += _weight[r];
            }
            else if (_covered[r] == _matrix.Need[r])
            {
                Count(r, inside: +1, outside: 0);
            }

            Allow(r);
        }
    }

    private void Count(int row, int inside, int outside, int except = -1)
    {
        foreach (var c in _matrix.Rows[row])
        {
            if (c != except)
            {
                _score[c] += (_isIn[c] ? inside : outside) * _weight[row];
            }
        }
    }

    private void Allow(int row)
    {
        foreach (var c in _matrix.Rows[row])
        {
            _mayEnter[c] = true;
        }
    }

    private void Remember(int row, bool isUncovered)
    {
        if (isUncovered)
        {
            _placeOfUncovered[row] = _uncovered.Count;
            _uncovered.Add(row);
            return;
        }

        var (place, last) = (_placeOfUncovered[row], _uncovered[^1]);
        (_uncovered[place], _placeOfUncovered[last]) = (last, place);
        _uncovered.RemoveAt(_uncovered.Count - 1);
    }
}
