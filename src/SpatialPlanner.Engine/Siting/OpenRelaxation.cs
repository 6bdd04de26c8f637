namespace SpatialPlanner.Engine.Siting;

/// <summary>The relaxation where no column is limited: a column serves every row that gains more than its price.</summary>
internal sealed class OpenRelaxation(ReducedProblem problem) : Relaxation(problem)
{
    private readonly int[] above = new int[problem.Gains.RowCount];

    /// <inheritdoc/>
    protected override void FindProfits(double[] price)
    {
        var (first, column, gain, amount) = (Problem.Rows.First, Problem.Rows.Column, Problem.Rows.Gain, Problem.Gains.Amount);
        var (profit, reward) = (Profit, Reward);
        for (var c = 0; c < profit.Length; c++)
        {
            profit[c] = Problem.Worth[c];
        }

        var isEven = Problem.Rows.IsEven;
        for (var r = 0; r < amount.Length; r++)
        {
            var (start, end) = (first[r], first[r + 1]);
            var (least, units) = (price[r] - reward[r], (double)amount[r]);
            if (start < end && isEven[r])
            {
                AddEven(column.AsSpan(start, end - start), profit, units * (gain[start] - least));
                continue;
            }

            for (var k = start; k < end && gain[k] > least; k++)
            {
                profit[column[k]] += units * (gain[k] - least);
            }
        }
    }

    private static void AddEven(ReadOnlySpan<int> columns, double[] profit, double value)
    {
        if (value > 0)
        {
            foreach (var c in columns)
            {
                profit[c] += value;
            }
        }
    }

    /// <inheritdoc/>
    protected override void FindUnserved(double[] price)
    {
        var (matrix, reward, unserved) = (Problem.Gains, Reward, Unserved);
        Array.Fill(unserved, 1);
        Array.Clear(above);
        for (var c = 0; c < Chosen.Length; c++)
        {
            var share = Chosen[c];
            for (var k = matrix.FirstOfColumn[c]; share > 0 && k < matrix.FirstOfColumn[c + 1]; k++)
            {
                var r = matrix.Row[k];
                var over = matrix.GainByColumn[k] - (price[r] - reward[r]);
                if (over > 0)
                {
                    unserved[r] -= share;
                }

                // At a gain that equals the price the column may serve any part, so as much as is wanted.
                above[r] |= over == 0 ? 1 : 0;
            }
        }

        for (var r = 0; r < above.Length; r++)
        {
            unserved[r] = above[r] != 0 && unserved[r] > 0 ? 0 : unserved[r];
        }
    }
}
