namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Makes a siting problem smaller without changing its best: settled columns go, rows that the same columns serve alike are
/// merged, a row with one column left becomes worth of that column, and columns that another can stand for are out.
/// </summary>
internal sealed class Reduction
{
    private readonly ReducedProblem given;
    private readonly ColumnState[] state;
    private readonly int[] newColumn;
    private readonly List<int> kept = [];
    private readonly int[] rowOf;
    private readonly long[] worth;
    private readonly long[] floorServed;
    private readonly bool folds;
    private readonly int[]? groupOf;
    private long gained;

    private Reduction(ReducedProblem given, bool folds)
    {
        (this.given, state, this.folds) = (given, given.State, folds && given.Gains.Capacity is null);
        (newColumn, rowOf) = (new int[state.Length], new int[given.Gains.RowCount]);
        Array.Fill(newColumn, -1);
        (worth, floorServed) = ((long[])given.Worth.Clone(), new long[given.Floors.Count]);
        groupOf = given.Floors.Count == 0 ? null : FloorGroups(given);
        for (var c = 0; c < state.Length; c++)
        {
            if (state[c] == ColumnState.Free || (state[c] == ColumnState.In && IsLimited))
            {
                newColumn[c] = kept.Count;
                kept.Add(c);
            }
        }
    }

    private bool IsLimited => given.Gains.Capacity is not null;

    /// <summary>The problem without what its state settles, and without columns that another can stand for.</summary>
    public static ReducedProblem Of(ReducedProblem given)
    {
        var reduced = new Reduction(given, folds: true).Build();
        return ColumnDomination.Apply(reduced) > 0 ? Compose(reduced, new Reduction(reduced, folds: true).Build()) : reduced;
    }

    /// <summary>
    /// The problem without columns that are out, every row kept that a column left serves: prices of its rows mean something
    /// in the whole problem too.
    /// </summary>
    public static ReducedProblem Core(ReducedProblem given) => new Reduction(given, folds: false).Build();

    private static ReducedProblem Compose(ReducedProblem first, ReducedProblem second) =>
        second with { Beyond = first.Beyond, RowOf = [.. first.RowOf.Select(r => r < 0 ? -1 : second.RowOf[r])] };

    /// <summary>A number for each row that rows of the same floors share.</summary>
    private static int[] FloorGroups(ReducedProblem given)
    {
        var group = new int[given.Gains.RowCount];
        var numbers = new Dictionary<(int, int), int>();
        for (var f = 0; f < given.Floors.Count; f++)
        {
            foreach (var r in given.Floors[f].Rows)
            {
                var key = (group[r], f);
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers[key] = number = numbers.Count + 1;
                }

                group[r] = number;
            }
        }

        return group;
    }

    private ReducedProblem Build()
    {
        var merge = new DemandMerge(kept.Count);
        var beyond = IsLimited ? new long[rowOf.Length] : GainOfTaken();
        var (columns, gains) = (new int[kept.Count], new long[kept.Count]);
        for (var r = 0; r < rowOf.Length; r++)
        {
            rowOf[r] = AddRow(merge, r, beyond[r], columns, gains);
        }

        int[] taken = IsLimited ? [] : [.. Enumerable.Range(0, state.Length).Where(c => state[c] == ColumnState.In)];
        var matrix = merge.Build(given.Gains.Capacity is { } capacity ? [.. kept.Select(c => capacity[c])] : null);
        return new ReducedProblem
        {
            Gains = matrix,
            Choices = kept.Count == state.Length ? given.Choices : given.Choices.Restrict(state, [.. kept]),
            Worth = [.. kept.Select(c => worth[c])],
            State = [.. kept.Select(c => state[c])],
            Original = [.. kept.Select(c => given.Original[c])],
            Taken = [.. given.Taken, .. taken.Select(c => given.Original[c])],
            Base = given.Base + gained + taken.Sum(c => given.Worth[c]),
            Floors = [.. given.Floors.Select((floor, f) => Left(floor, floorServed[f]))],
            RowOf = rowOf,
            Beyond = beyond,
            Rows = new RowOrder(matrix),
        };
    }

    /// <summary>What a unit of each row gains by the columns that are in.</summary>
    private long[] GainOfTaken()
    {
        var most = new long[rowOf.Length];
        var matrix = given.Gains;
        for (var c = 0; c < state.Length; c++)
        {
            for (var k = matrix.FirstOfColumn[c]; state[c] == ColumnState.In && k < matrix.FirstOfColumn[c + 1]; k++)
            {
                most[matrix.Row[k]] = Math.Max(most[matrix.Row[k]], matrix.GainByColumn[k]);
            }
        }

        for (var f = 0; f < floorServed.Length; f++)
        {
            foreach (var r in given.Floors[f].Rows)
            {
                floorServed[f] += most[r] > 0 ? matrix.Amount[r] : 0;
            }
        }

        return most;
    }

    private int AddRow(DemandMerge merge, int row, long beyond, int[] columns, long[] gains)
    {
        var (matrix, count) = (given.Gains, 0);
        for (var k = matrix.First[row]; k < matrix.First[row + 1]; k++)
        {
            var c = newColumn[matrix.Column[k]];
            if (c >= 0 && matrix.Gain[k] > beyond)
            {
                (columns[count], gains[count]) = (c, matrix.Gain[k] - beyond);
                count++;
            }
        }

        gained += matrix.Amount[row] * beyond;
        if (count == 0 || matrix.Amount[row] == 0)
        {
            return -1;
        }

        // A row that is served already counts for no floor any more.
        var group = beyond > 0 || groupOf is null ? 0 : groupOf[row];
        if (count == 1 && group == 0 && folds)
        {
            worth[kept[columns[0]]] += matrix.Amount[row] * gains[0];
            return -1;
        }

        return merge.Add(matrix.Amount[row], columns.AsSpan(0, count), gains.AsSpan(0, count), group);
    }

    private ServedFloor Left(ServedFloor floor, long served)
    {
        var beyond = floorServed.Length > 0 && !IsLimited;
        int[] rows = [.. floor.Rows.Where(r => rowOf[r] >= 0 && !(beyond && IsServed(r))).Select(r => rowOf[r]).Distinct().Order()];
        return new ServedFloor(rows, floor.Least - served);
    }

    private bool IsServed(int row)
    {
        for (var k = given.Gains.First[row]; k < given.Gains.First[row + 1]; k++)
        {
            if (state[given.Gains.Column[k]] == ColumnState.In)
            {
                return true;
            }
        }

        return false;
    }
}
