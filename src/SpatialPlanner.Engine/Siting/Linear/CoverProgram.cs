using SpatialPlanner.Engine.Siting.Covering;

namespace SpatialPlanner.Engine.Siting.Linear;

/// <summary>A set covering problem as a linear program: a column of 0 or 1 for each of its columns.</summary>
public static class CoverProgram
{
    /// <summary>Makes the program.</summary>
    /// <param name="problem">The problem.</param>
    public static LinearProgram Of(SetCoverProblem problem)
    {
        var program = new LinearProgram(isMaximum: false);
        for (var c = 0; c < problem.ColumnCount; c++)
        {
            var state = problem.Fixed?[c] ?? ColumnState.Free;
            program.AddColumn(
                problem.Cost?[c] ?? 1, state == ColumnState.In ? 1 : 0, state == ColumnState.Out ? 0 : 1, isWhole: true);
        }

        for (var r = 0; r < problem.RowCount; r++)
        {
            var columns = problem.Column[problem.First[r]..problem.First[r + 1]];
            program.AddRow([.. columns.Select(c => (c, 1.0))], problem.Need?[r] ?? 1, double.PositiveInfinity);
        }

        AddConflicts(program, problem.Conflicts);
        return program;
    }

    /// <summary>Adds a row for each pair that may not stand together.</summary>
    /// <param name="program">The program, whose first columns are those of the pairs.</param>
    /// <param name="conflicts">For each column those that may not be chosen beside it; null for none.</param>
    public static void AddConflicts(LinearProgram program, int[][]? conflicts)
    {
        for (var a = 0; a < (conflicts?.Length ?? 0); a++)
        {
            foreach (var b in conflicts![a])
            {
                if (a < b)
                {
                    program.AddRow([(a, 1), (b, 1)], double.NegativeInfinity, 1);
                }
            }
        }
    }
}
