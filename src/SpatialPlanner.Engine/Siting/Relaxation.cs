namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// The Lagrangian relaxation of "every unit is served once at most" (Geoffrion 1974; for p-medians Cornuéjols, Fisher and
/// Nemhauser 1977; for covering Galvão and ReVelle 1996): a unit of a row costs whoever serves it the row's price. For any
/// prices of at least 0 the value is at least what the best set gains. What must be served at least has a reward instead.
/// </summary>
internal abstract class Relaxation(ReducedProblem problem)
{
    private readonly double[] reward = new double[problem.Gains.RowCount];
    private readonly double[] highest = HighestGains(problem);

    /// <summary>The problem that is relaxed.</summary>
    public ReducedProblem Problem { get; } = problem;

    /// <summary>What each column gains at the last prices, and its worth.</summary>
    public double[] Profit { get; } = new double[problem.Gains.ColumnCount];

    /// <summary>How much of each column the best set at the last prices has, 0..1.</summary>
    public double[] Chosen { get; } = new double[problem.Gains.ColumnCount];

    /// <summary>How much of each row's units (1 = all) the best set at the last prices leaves unserved; below 0: serves too often.</summary>
    public double[] Unserved { get; } = new double[problem.Gains.RowCount];

    /// <summary>How many units each floor lacks at the last prices; below 0: has too many.</summary>
    public double[] Lacking { get; } = new double[problem.Floors.Count];

    /// <summary>What is gained without any column: the prices of all rows, less what the floors ask for.</summary>
    public double Offset { get; private set; }

    /// <summary>Reward of a unit of each row, at the last prices.</summary>
    protected double[] Reward => reward;

    /// <summary>The relaxation that suits a problem.</summary>
    public static Relaxation Of(ReducedProblem problem) =>
        problem.Gains.Capacity is null ? new OpenRelaxation(problem) : new LimitedRelaxation(problem);

    /// <summary>The bound at some prices; negative infinity where no set is allowed.</summary>
    /// <param name="price">Price of a unit of each row, at least 0.</param>
    /// <param name="floorPrice">Reward of a unit of each floor, at least 0.</param>
    /// <param name="state">What is settled.</param>
    public double Evaluate(double[] price, double[] floorPrice, ReadOnlySpan<ColumnState> state)
    {
        Offset = Problem.Base + SetRewards(floorPrice);
        var amount = Problem.Gains.Amount;
        for (var r = 0; r < amount.Length; r++)
        {
            Offset += amount[r] * price[r];
        }

        FindProfits(price);
        return Offset + Problem.Choices.Maximise(Profit, state, Chosen);
    }

    /// <summary>Fills <see cref="Unserved"/> and <see cref="Lacking"/> for the prices of the last evaluation.</summary>
    /// <param name="price">The prices.</param>
    public void FindSlack(double[] price)
    {
        FindUnserved(price);
        for (var f = 0; f < Lacking.Length; f++)
        {
            Lacking[f] = Problem.Floors[f].Least;
            foreach (var r in Problem.Floors[f].Rows)
            {
                Lacking[f] -= (1 - Unserved[r]) * Problem.Gains.Amount[r];
            }
        }
    }

    /// <summary>Most that a unit of a row can gain, with its reward: no higher price helps.</summary>
    public double HighestPrice(int row) => highest[row] + reward[row];

    /// <summary>Fills <see cref="Profit"/>.</summary>
    protected abstract void FindProfits(double[] price);

    /// <summary>Fills <see cref="Unserved"/>.</summary>
    protected abstract void FindUnserved(double[] price);

    private static double[] HighestGains(ReducedProblem problem)
    {
        var (rows, highest) = (problem.Rows, new double[problem.Gains.RowCount]);
        for (var r = 0; r < highest.Length; r++)
        {
            highest[r] = rows.First[r] == rows.First[r + 1] ? 0 : rows.Gain[rows.First[r]];
        }

        return highest;
    }

    private double SetRewards(double[] floorPrice)
    {
        if (floorPrice.Length == 0)
        {
            return 0;
        }

        Array.Clear(reward);
        var sum = 0.0;
        for (var f = 0; f < floorPrice.Length; f++)
        {
            sum -= floorPrice[f] * Problem.Floors[f].Least;
            foreach (var r in Problem.Floors[f].Rows)
            {
                reward[r] += floorPrice[f];
            }
        }

        return sum;
    }
}
