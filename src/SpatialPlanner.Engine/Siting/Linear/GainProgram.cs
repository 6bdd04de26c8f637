namespace SpatialPlanner.Engine.Siting.Linear;

/// <summary>
/// A siting problem as a linear program: a column of 0 or 1 for each column of the problem, which come first, then who is
/// served by what. Where all entries of a row gain alike and nothing is limited, one column a row says whether it is served
/// (Church and ReVelle 1974); else one an entry (ReVelle and Swain 1970). What sets are allowed is for the caller to add.
/// </summary>
public static class GainProgram
{
    /// <summary>Makes the program without conditions on the sets.</summary>
    /// <param name="problem">The problem; its choices are not looked at.</param>
    public static LinearProgram Of(SitingProblem problem)
    {
        var (gains, program) = (problem.Gains, new LinearProgram(isMaximum: true));
        for (var c = 0; c < gains.ColumnCount; c++)
        {
            var state = problem.Fixed?[c] ?? ColumnState.Free;
            program.AddColumn(
                problem.Worth?[c] ?? 0, state == ColumnState.In ? 1 : 0, state == ColumnState.Out ? 0 : 1, isWhole: true);
        }

        var served = new List<(int Column, double Factor)>[gains.RowCount];
        var load = new List<(int Column, double Factor)>[gains.ColumnCount];
        for (var r = 0; r < gains.RowCount; r++)
        {
            served[r] = AddRow(program, gains, r, load);
        }

        AddCapacities(program, gains, load);
        foreach (var floor in problem.Floors)
        {
            program.AddRow([.. floor.Rows.SelectMany(r => served[r])], floor.Least, double.PositiveInfinity);
        }

        return program;
    }

    // The terms that add up to the units of the row that are served.
    private static List<(int Column, double Factor)> AddRow(
        LinearProgram program, GainMatrix gains, int row, List<(int Column, double Factor)>[] load)
    {
        var (from, to, amount) = (gains.First[row], gains.First[row + 1], (double)gains.Amount[row]);
        if (from == to || amount == 0)
        {
            return [];
        }

        if (gains.Capacity is null && gains.Gain.AsSpan()[from..to].Count(gains.Gain[from]) == to - from)
        {
            var served = program.AddColumn(amount * gains.Gain[from], 0, 1);
            List<(int, double)> covers = [(served, 1)];
            covers.AddRange(gains.Column[from..to].Select(c => (c, -1.0)));
            program.AddRow(covers, double.NegativeInfinity, 0);
            return [(served, amount)];
        }

        var terms = new List<(int Column, double Factor)>();
        for (var k = from; k < to; k++)
        {
            var part = program.AddColumn(amount * gains.Gain[k], 0, 1);
            program.AddRow([(part, 1), (gains.Column[k], -1)], double.NegativeInfinity, 0);
            terms.Add((part, 1));
            (load[gains.Column[k]] ??= []).Add((part, amount));
        }

        program.AddRow(terms, double.NegativeInfinity, 1);
        return terms.ConvertAll(t => (t.Column, amount));
    }

    private static void AddCapacities(LinearProgram program, GainMatrix gains, List<(int Column, double Factor)>[] load)
    {
        for (var c = 0; gains.Capacity is not null && c < load.Length; c++)
        {
            if (gains.Capacity[c] != GainMatrix.Unlimited && load[c] is { } terms)
            {
                program.AddRow([.. terms, (c, -(double)gains.Capacity[c])], double.NegativeInfinity, 0);
            }
        }
    }
}
