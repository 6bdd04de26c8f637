using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>Small siting problems by lot, and their answers by trying every set.</summary>
internal static class SmallSiting
{
    /// <summary>A problem of up to 9 columns and 12 rows.</summary>
    public static SitingProblem Random(Random random, bool limited, bool floors, bool worth, bool settled)
    {
        var (columns, rows) = (1 + random.Next(9), random.Next(13));
        var (column, gain, first) = (new List<int>(), new List<long>(), new List<int> { 0 });
        var even = random.Next(2) == 0;
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (random.Next(3) == 0)
                {
                    column.Add(c);
                    gain.Add(even ? 3 : 1 + random.Next(9));
                }
            }

            first.Add(column.Count);
        }

        var matrix = new GainMatrix(
            [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(8))], [.. first], [.. column], [.. gain], columns,
            limited ? [.. Enumerable.Range(0, columns).Select(_ => random.Next(4) == 0 ? GainMatrix.Unlimited : (long)random.Next(16))] : null);
        var most = random.Next(5) == 0 ? int.MaxValue : random.Next(columns + 1);
        return new SitingProblem(matrix, new SiteCount(columns, most, random.Next(4) == 0 ? Math.Min(most, random.Next(3)) : 0))
        {
            Worth = worth ? [.. Enumerable.Range(0, columns).Select(_ => (long)random.Next(-25, 10))] : null,
            Fixed = settled ? [.. Enumerable.Range(0, columns).Select(_ => (ColumnState)Math.Max(0, random.Next(8) - 5))] : null,
            Floors = floors ? [Floor(random, rows), Floor(random, rows)] : [],
        };
    }

    /// <summary>The best over all sets, or null where none is allowed.</summary>
    public static long? Best(SitingProblem problem)
    {
        long? best = null;
        var columns = problem.Gains.ColumnCount;
        for (var mask = 0; mask < 1 << columns; mask++)
        {
            int[] set = [.. Enumerable.Range(0, columns).Where(c => (mask >> c & 1) == 1)];
            if (Value(problem, set) is { } value && (best is null || value > best))
            {
                best = value;
            }
        }

        return best;
    }

    /// <summary>What a set gains, or null where it is not allowed.</summary>
    public static long? Value(SitingProblem problem, int[] set)
    {
        var count = (SiteCount)problem.Choices;
        if (set.Length > count.Most || set.Length < count.Least || !Fits(problem.Fixed, set))
        {
            return null;
        }

        var matrix = problem.Gains;
        foreach (var floor in problem.Floors)
        {
            var served = floor.Rows.Where(r => Entries(matrix, r).Any(k => set.Contains(matrix.Column[k]))).Sum(r => matrix.Amount[r]);
            if (served < floor.Least)
            {
                return null;
            }
        }

        var worth = set.Sum(c => problem.Worth?[c] ?? 0);
        return worth + (matrix.Capacity is null ? ByBest(matrix, set) : SlowAssignment.Value(matrix, set));
    }

    private static long ByBest(GainMatrix matrix, int[] set) => Enumerable.Range(0, matrix.RowCount).Sum(r =>
        matrix.Amount[r] * Entries(matrix, r).Where(k => set.Contains(matrix.Column[k])).Select(k => matrix.Gain[k]).DefaultIfEmpty(0).Max());

    private static IEnumerable<int> Entries(GainMatrix matrix, int row) =>
        Enumerable.Range(matrix.First[row], matrix.First[row + 1] - matrix.First[row]);

    private static bool Fits(ColumnState[]? state, int[] set) => state is null ||
        Enumerable.Range(0, state.Length).All(c => state[c] == ColumnState.Free || (state[c] == ColumnState.In) == set.Contains(c));

    private static ServedFloor Floor(Random random, int rows)
    {
        int[] some = [.. Enumerable.Range(0, rows).Where(_ => random.Next(2) == 0)];
        return new ServedFloor(some, random.Next(12));
    }
}
