namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Successive best paths of the transportation problem (Tomizawa 1971; Edmonds and Karp 1972), for few columns and many
/// rows: rows come one after the other, and a path goes from column to column, each edge being the row that loses least by
/// moving. Prices of columns only rise as rows come, and hold until an edge of a best path is used up and no other row is as
/// good; only then are they worked out again, for the columns whose paths led that way. A column that never fills has price 0
/// and keeps no edges.
/// </summary>
internal sealed class AssignmentPaths
{
    private const int ToFreeCapacity = -1;
    private const int ToNobody = -2;

    /// <summary>More than any unit loses.</summary>
    private const long Unpriced = long.MaxValue / 4;

    private readonly GainMatrix gains;
    private readonly int[] columns;
    private readonly int[] placeOf;
    private readonly long[] units;
    private readonly long[] priceOfColumn;
    private readonly long[] free;
    private readonly long[] price;
    private readonly int[] next;
    private readonly List<(int Place, long Loss)> path = [];
    private readonly List<int> stale = [];
    private readonly List<int> behind = [];
    private readonly bool[] isStale;
    private readonly List<(int Entry, int Row)>[] served;
    private readonly Dictionary<int, MoveHeap>[] moves;

    public AssignmentPaths(GainMatrix gains, ReadOnlySpan<int> columns, long[] units, long[] priceOfColumn)
    {
        (this.gains, this.units, this.priceOfColumn, this.columns) = (gains, units, priceOfColumn, columns.ToArray());
        placeOf = new int[gains.ColumnCount];
        Array.Fill(placeOf, -1);
        (free, price, next) = (new long[columns.Length], new long[columns.Length], new int[columns.Length]);
        isStale = new bool[columns.Length];
        (served, moves) = (new List<(int, int)>[columns.Length], new Dictionary<int, MoveHeap>[columns.Length]);
        for (var k = 0; k < columns.Length; k++)
        {
            placeOf[columns[k]] = k;
            free[k] = gains.Capacity![columns[k]];
            (served[k], moves[k]) = ([], []);
        }
    }

    /// <summary>Assigns every row and returns the gain.</summary>
    public long Run()
    {
        for (var k = 0; k < columns.Length; k++)
        {
            (price[k], next[k]) = free[k] > 0 ? (0, ToFreeCapacity) : (Unpriced, ToNobody);
        }

        for (var r = 0; r < gains.RowCount; r++)
        {
            var left = gains.Amount[r];
            for (var entry = BestEntry(r); left > 0 && entry >= 0; entry = BestEntry(r))
            {
                left -= Send(entry, r, left);
            }
        }

        var value = 0L;
        for (var k = 0; k < units.Length; k++)
        {
            value += units[k] * gains.Gain[k];
        }

        for (var k = 0; k < columns.Length; k++)
        {
            priceOfColumn[columns[k]] = price[k];
        }

        return value;
    }

    private int BestEntry(int row)
    {
        var (best, most) = (-1, 0L);
        for (var k = gains.First[row]; k < gains.First[row + 1]; k++)
        {
            var place = placeOf[gains.Column[k]];
            if (place >= 0 && gains.Gain[k] - price[place] > most)
            {
                (best, most) = (k, gains.Gain[k] - price[place]);
            }
        }

        return best;
    }

    /// <summary>Sends up to so many units of a row along the best path that begins with its entry.</summary>
    private long Send(int entry, int row, long most)
    {
        var at = placeOf[gains.Column[entry]];
        while (at >= 0 && next[at] != ToFreeCapacity)
        {
            most = Math.Min(most, units[moves[at][next[at]].Top(units).Entry]);
            at = next[at];
        }

        if (at >= 0)
        {
            most = Math.Min(most, free[at]);
        }

        path.Clear();
        Move(entry, row, most);
        FindPrices();
        return most;
    }

    /// <summary>Moves units along the path, and lists its columns.</summary>
    private void Move(int entry, int row, long amount)
    {
        var at = placeOf[gains.Column[entry]];
        while (next[at] != ToFreeCapacity)
        {
            // Read before the new units come, which may stand first among equals.
            var heap = moves[at][next[at]];
            var leaving = heap.Top(units);
            path.Add((at, heap.Loss));
            Put(entry, row, at, amount);
            units[leaving.Entry] -= amount;
            if (next[at] == ToNobody)
            {
                return;
            }

            (entry, row, at) = (leaving.Target, leaving.Row, next[at]);
        }

        path.Add((at, 0));
        Put(entry, row, at, amount);
        if (free[at] != GainMatrix.Unlimited)
        {
            TakeCapacity(at, amount);
        }
    }

    private void TakeCapacity(int place, long amount)
    {
        free[place] -= amount;
        if (free[place] > 0)
        {
            return;
        }

        foreach (var (entry, row) in served[place])
        {
            List(entry, row, place);
        }

        served[place].Clear();
    }

    private void Put(int entry, int row, int place, long amount)
    {
        var isNew = units[entry] == 0;
        units[entry] += amount;
        if (isNew && free[place] > 0)
        {
            served[place].Add((entry, row));
        }
        else if (isNew)
        {
            List(entry, row, place);
        }
    }

    /// <summary>Lists the ways in which units of a row could leave a full column.</summary>
    private void List(int entry, int row, int place)
    {
        if (units[entry] == 0)
        {
            return;
        }

        Heap(place, ToNobody).Add(gains.Gain[entry], new(entry, -1, row));
        for (var k = gains.First[row]; k < gains.First[row + 1]; k++)
        {
            var other = placeOf[gains.Column[k]];
            if (other >= 0 && other != place)
            {
                Heap(place, other).Add(gains.Gain[entry] - gains.Gain[k], new(entry, k, row));
            }
        }
    }

    private MoveHeap Heap(int from, int to)
    {
        if (!moves[from].TryGetValue(to, out var heap))
        {
            moves[from][to] = heap = new MoveHeap();
        }

        return heap;
    }

    /// <summary>
    /// Least loss of one unit more in the columns whose path an edge of the last path has closed, by rounds of relaxation
    /// (Bellman 1958). The paths of all others are as they were, and no path has become cheaper.
    /// </summary>
    private void FindPrices()
    {
        stale.Clear();
        foreach (var (at, loss) in path)
        {
            if (next[at] == ToFreeCapacity ? free[at] == 0 : !moves[at][next[at]].Has(units) || moves[at][next[at]].Loss != loss)
            {
                isStale[at] = true;
                stale.Add(at);
            }
        }

        if (stale.Count == 0)
        {
            return;
        }

        AddThoseBehind();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var k in stale)
            {
                changed |= Relax(k);
            }
        }

        foreach (var k in stale)
        {
            isStale[k] = false;
        }
    }

    /// <summary>Adds the columns whose paths lead through stale ones, and takes the prices of all stale ones away.</summary>
    private void AddThoseBehind()
    {
        for (var k = 0; k < columns.Length; k++)
        {
            var at = k;
            while (!isStale[at] && next[at] >= 0)
            {
                at = next[at];
            }

            if (isStale[at] && !isStale[k])
            {
                behind.Add(k);
            }
        }

        foreach (var k in behind)
        {
            isStale[k] = true;
            stale.Add(k);
        }

        behind.Clear();
        foreach (var k in stale)
        {
            (price[k], next[k]) = (Unpriced, ToNobody);
        }
    }

    private bool Relax(int place)
    {
        var changed = false;
        foreach (var (to, heap) in moves[place])
        {
            if (heap.Has(units))
            {
                var loss = heap.Loss + (to == ToNobody ? 0 : price[to]);
                if (loss < price[place])
                {
                    (price[place], next[place], changed) = (loss, to, true);
                }
            }
        }

        return changed;
    }
}
