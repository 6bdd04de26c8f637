namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Successive best paths of the transportation problem (Tomizawa 1971; Edmonds and Karp 1972), for few columns and many
/// rows: rows come one after the other, and a path goes from column to column, each edge being the row that loses least by
/// moving. Prices of columns only rise as rows come, and hold until an edge of a best path is used up; only then are they
/// worked out again. A column that never fills has price 0 and keeps no edges.
/// </summary>
internal sealed class AssignmentPaths
{
    private const int ToFreeCapacity = -1;
    private const int ToNobody = -2;

    private readonly GainMatrix gains;
    private readonly int[] columns;
    private readonly int[] placeOf;
    private readonly long[] units;
    private readonly long[] priceOfColumn;
    private readonly long[] free;
    private readonly long[] price;
    private readonly int[] next;
    private readonly List<(int Entry, int Row)>[] served;
    private readonly Dictionary<int, MoveHeap>[] moves;

    public AssignmentPaths(GainMatrix gains, ReadOnlySpan<int> columns, long[] units, long[] priceOfColumn)
    {
        (this.gains, this.units, this.priceOfColumn, this.columns) = (gains, units, priceOfColumn, columns.ToArray());
        placeOf = new int[gains.ColumnCount];
        Array.Fill(placeOf, -1);
        (free, price, next) = (new long[columns.Length], new long[columns.Length], new int[columns.Length]);
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
        FindPrices();
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

        if (Move(entry, row, most))
        {
            FindPrices();
        }

        return most;
    }

    /// <summary>Moves units along the path; true where an edge of it is used up.</summary>
    private bool Move(int entry, int row, long amount)
    {
        var (usedUp, at) = (false, placeOf[gains.Column[entry]]);
        while (next[at] != ToFreeCapacity)
        {
            // Read before the new units come, which may stand first among equals.
            var leaving = moves[at][next[at]].Top(units);
            Put(entry, row, at, amount);
            units[leaving.Entry] -= amount;
            usedUp |= units[leaving.Entry] == 0;
            if (next[at] == ToNobody)
            {
                return usedUp;
            }

            (entry, row, at) = (leaving.Target, leaving.Row, next[at]);
        }

        Put(entry, row, at, amount);
        return (free[at] != GainMatrix.Unlimited && TakeCapacity(at, amount)) || usedUp;
    }

    private bool TakeCapacity(int place, long amount)
    {
        free[place] -= amount;
        if (free[place] > 0)
        {
            return false;
        }

        foreach (var (entry, row) in served[place])
        {
            List(entry, row, place);
        }

        served[place].Clear();
        return true;
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
    /// Least loss of one unit more in each column, by rounds of relaxation (Bellman 1958): a column with free capacity loses
    /// nothing, a full one loses what the cheapest of its rows loses.
    /// </summary>
    private void FindPrices()
    {
        for (var k = 0; k < columns.Length; k++)
        {
            (price[k], next[k]) = free[k] > 0 ? (0, ToFreeCapacity) : (long.MaxValue / 4, ToNobody);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            for (var k = 0; k < columns.Length; k++)
            {
                changed |= free[k] == 0 && Relax(k);
            }
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
