namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// The relaxation with capacities: a column serves the rows that gain most above their price until it is full, a knapsack
/// whose items all have size 1, which is exact.
/// </summary>
internal sealed class LimitedRelaxation(ReducedProblem problem) : Relaxation(problem)
{
    private readonly double[] over = new double[LongestColumn(problem.Gains)];
    private readonly int[] order = new int[LongestColumn(problem.Gains)];

    /// <summary>What each column gains at some prices, without rewards.</summary>
    public double[] ProfitsAt(double[] price)
    {
        FindProfits(price);
        return Profit;
    }

    /// <inheritdoc/>
    protected override void FindProfits(double[] price)
    {
        for (var c = 0; c < Profit.Length; c++)
        {
            var (left, sum) = (Problem.Gains.Capacity![c], (double)Problem.Worth[c]);
            var count = Sort(c, price, left);
            for (var k = 0; k < count && left > 0; k++)
            {
                var units = Math.Min(left, Problem.Gains.Amount[order[k]]);
                sum -= over[k] * units;
                left -= units;
            }

            Profit[c] = sum;
        }
    }

    /// <inheritdoc/>
    protected override void FindUnserved(double[] price)
    {
        Array.Fill(Unserved, 1);
        for (var c = 0; c < Chosen.Length; c++)
        {
            if (Chosen[c] > 0)
            {
                var left = Problem.Gains.Capacity![c];
                var count = Sort(c, price, left);
                for (var k = 0; k < count && left > 0; k++)
                {
                    var units = Math.Min(left, Problem.Gains.Amount[order[k]]);
                    Unserved[order[k]] -= Chosen[c] * units / Problem.Gains.Amount[order[k]];
                    left -= units;
                }
            }
        }
    }

    private static int LongestColumn(GainMatrix gains)
    {
        var most = 0;
        for (var c = 0; c < gains.ColumnCount; c++)
        {
            most = Math.Max(most, gains.FirstOfColumn[c + 1] - gains.FirstOfColumn[c]);
        }

        return most;
    }

    /// <summary>
    /// Puts the rows that gain more than their price into <see cref="order"/> and what they gain more, negative, into
    /// <see cref="over"/>; sorted where not all of them have a place.
    /// </summary>
    private int Sort(int column, double[] price, long capacity)
    {
        var (matrix, count, units) = (Problem.Gains, 0, 0L);
        for (var k = matrix.FirstOfColumn[column]; k < matrix.FirstOfColumn[column + 1]; k++)
        {
            var r = matrix.Row[k];
            var more = matrix.GainByColumn[k] + Reward[r] - price[r];
            if (more > 0)
            {
                (over[count], order[count]) = (-more, r);
                units += matrix.Amount[r];
                count++;
            }
        }

        if (units > capacity)
        {
            Array.Sort(over, order, 0, count);
        }

        return count;
    }
}
