namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Puts columns out that another column can stand for and that gain no more than it in any row; of equal ones the first
/// stays. Some best set has none of them: where both are in a set, the one that gains no more is worth nothing. With
/// capacities both may be needed, so nothing is put out.
/// </summary>
internal static class ColumnDomination
{
    /// <summary>Changes the states of a problem.</summary>
    /// <returns>Number of columns put out.</returns>
    public static int Apply(ReducedProblem problem)
    {
        var (matrix, state, count) = (problem.Gains, problem.State, 0);
        for (var c = 0; matrix.Capacity is null && c < state.Length; c++)
        {
            if (state[c] == ColumnState.Free && problem.Worth[c] <= 0 && IsDominated(problem, matrix, c))
            {
                state[c] = ColumnState.Out;
                count++;
            }
        }

        return count;
    }

    private static bool IsDominated(ReducedProblem problem, GainMatrix matrix, int column)
    {
        var shortest = -1;
        for (var k = matrix.FirstOfColumn[column]; k < matrix.FirstOfColumn[column + 1]; k++)
        {
            var r = matrix.Row[k];
            if (shortest < 0 || Length(matrix, r) < Length(matrix, shortest))
            {
                shortest = r;
            }
        }

        if (shortest < 0)
        {
            // It serves nobody: any column stands for it that is worth as much.
            return AnyStandsFor(problem, matrix, column, Enumerable.Range(0, matrix.ColumnCount));
        }

        var others = matrix.Column.AsSpan(matrix.First[shortest], Length(matrix, shortest));
        foreach (var other in others)
        {
            if (StandsFor(problem, matrix, other, column))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyStandsFor(ReducedProblem problem, GainMatrix matrix, int column, IEnumerable<int> others) =>
        others.Any(other => StandsFor(problem, matrix, other, column));

    private static int Length(GainMatrix matrix, int row) => matrix.First[row + 1] - matrix.First[row];

    private static bool StandsFor(ReducedProblem problem, GainMatrix matrix, int better, int worse)
    {
        if (better == worse || problem.State[better] != ColumnState.Free || problem.Worth[better] < problem.Worth[worse] ||
            matrix.FirstOfColumn[better + 1] - matrix.FirstOfColumn[better] < matrix.FirstOfColumn[worse + 1] - matrix.FirstOfColumn[worse] ||
            !problem.Choices.CanStandFor(better, worse))
        {
            return false;
        }

        return GainsAsMuch(matrix, better, worse);
    }

    private static bool GainsAsMuch(GainMatrix matrix, int better, int worse)
    {
        var at = matrix.FirstOfColumn[better];
        var end = matrix.FirstOfColumn[better + 1];
        for (var k = matrix.FirstOfColumn[worse]; k < matrix.FirstOfColumn[worse + 1]; k++)
        {
            while (at < end && matrix.Row[at] < matrix.Row[k])
            {
                at++;
            }

            if (at == end || matrix.Row[at] != matrix.Row[k] || matrix.GainByColumn[at] < matrix.GainByColumn[k])
            {
                return false;
            }
        }

        return true;
    }
}
