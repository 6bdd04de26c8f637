namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// What follows without a search: columns that a row cannot do without, rows that are covered whenever another one is,
/// columns that another one beats (Toregas and ReVelle 1973).
/// </summary>
internal sealed class CoverReduction
{
    private CoverMatrix _matrix;
    private int[] _need;
    private ColumnState[] _state;

    private CoverReduction(CoverMatrix matrix, ColumnState[] state) =>
        (_matrix, _need, _state) = (matrix, [.. matrix.Need], state);

    /// <summary>Columns of the whole problem that are in by now.</summary>
    private List<int> Taken { get; } = [];

    /// <summary>Reduces a problem; null where nothing covers it.</summary>
    /// <param name="matrix">The problem.</param>
    /// <param name="state">State of each column.</param>
    public static (CoverMatrix Left, List<int> Taken)? Of(CoverMatrix matrix, ColumnState[] state)
    {
        var reduction = new CoverReduction(matrix, state);
        return reduction.Run() ? (reduction._matrix, reduction.Taken) : null;
    }

    private bool Run()
    {
        while (true)
        {
            if (!Settle())
            {
                return false;
            }

            var before = (_matrix.RowCount, _matrix.ColumnCount);
            if (_matrix.RowCount == 0)
            {
                return true;
            }

            DropRows();
            DropColumns();
            Shrink();
            if (before == (_matrix.RowCount, _matrix.ColumnCount))
            {
                return true;
            }
        }
    }

    // Takes what is in, drops what is out, until no row forces anything more.
    private bool Settle()
    {
        do
        {
            if (!TakeIn())
            {
                return false;
            }

            DropUseless();
            Shrink();
            if (!Force())
            {
                return false;
            }
        }
        while (_state.Contains(ColumnState.In));
        return true;
    }

    private bool TakeIn()
    {
        for (var c = 0; c < _state.Length; c++)
        {
            if (_state[c] != ColumnState.In)
            {
                continue;
            }

            Taken.Add(_matrix.ColumnOrigin[c]);
            foreach (var r in _matrix.Columns[c])
            {
                _need[r]--;
            }

            foreach (var other in _matrix.Conflicts is null ? [] : _matrix.Conflicts[c])
            {
                if (_state[other] == ColumnState.In)
                {
                    return false;
                }

                _state[other] = ColumnState.Out;
            }
        }

        return true;
    }

    private void DropUseless()
    {
        for (var c = 0; c < _state.Length; c++)
        {
            if (_state[c] == ColumnState.Free && !_matrix.Columns[c].Any(r => _need[r] > 0))
            {
                _state[c] = ColumnState.Out;
            }
        }
    }

    private void Shrink()
    {
        if (!_state.Any(s => s != ColumnState.Free) && !_need.Any(n => n <= 0))
        {
            return;
        }

        _matrix = _matrix.Left(_need, [.. _state.Select(s => s == ColumnState.Free)]);
        _need = [.. _matrix.Need];
        _state = new ColumnState[_matrix.ColumnCount];
    }

    // A row with as many columns as it needs takes them all; with fewer there is no cover.
    private bool Force()
    {
        for (var r = 0; r < _matrix.RowCount; r++)
        {
            var row = _matrix.Rows[r];
            if (row.Length < _need[r])
            {
                return false;
            }

            if (row.Length == _need[r])
            {
                foreach (var c in row)
                {
                    _state[c] = ColumnState.In;
                }
            }
        }

        return true;
    }

    // Whoever covers the inner row often enough covers the outer one.
    private void DropRows()
    {
        var bits = new BitRows(_matrix.Rows, _matrix.ColumnCount);
        for (var inner = 0; inner < _matrix.RowCount; inner++)
        {
            if (_need[inner] <= 0)
            {
                continue;
            }

            var length = _matrix.Rows[inner].Length;
            foreach (var outer in Shortest(_matrix.Rows[inner], _matrix.Columns))
            {
                if (outer != inner && _need[outer] > 0 && _need[outer] <= _need[inner]
                    && _matrix.Rows[outer].Length >= length && bits.IsWithin(inner, outer))
                {
                    _need[outer] = 0;
                }
            }
        }
    }

    // A column goes where another covers all of its rows that are left, costs no more and excludes no more. Not where a row
    // needs several: it may need both.
    private void DropColumns()
    {
        Shrink();
        if (_matrix.RowCount == 0)
        {
            return;
        }

        var bits = new BitRows(_matrix.Columns, _matrix.RowCount);
        var conflicts = _matrix.Conflicts is null ? null : new BitRows(_matrix.Conflicts, _matrix.ColumnCount);
        for (var c = 0; c < _matrix.ColumnCount; c++)
        {
            if (_matrix.Columns[c].Length == 0 || _matrix.Columns[c].Any(r => _need[r] > 1))
            {
                continue;
            }

            foreach (var better in Shortest(_matrix.Columns[c], _matrix.Rows))
            {
                if (better != c && _state[better] == ColumnState.Free && _matrix.Cost[better] <= _matrix.Cost[c]
                    && bits.IsWithin(c, better) && (conflicts is null || ExcludesNoMore(better, c, conflicts)))
                {
                    _state[c] = ColumnState.Out;
                    break;
                }
            }
        }
    }

    private bool ExcludesNoMore(int better, int column, BitRows conflicts)
    {
        // That the two exclude each other does not matter: one takes the other's place.
        if (!_matrix.Conflicts![better].Contains(column))
        {
            return conflicts.IsWithin(better, column);
        }

        return _matrix.Conflicts[better].All(o => o == column || _matrix.Conflicts[column].Contains(o));
    }

    private static int[] Shortest(int[] members, int[][] lists)
    {
        var best = lists[members[0]];
        foreach (var m in members)
        {
            best = lists[m].Length < best.Length ? lists[m] : best;
        }

        return best;
    }
}
