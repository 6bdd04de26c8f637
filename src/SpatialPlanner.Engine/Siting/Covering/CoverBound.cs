namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Lower bound by Lagrangian relaxation of the rows with subgradient steps (Beasley 1990; Caprara, Fischetti and Toth 1999).
/// The multipliers are kept by rows of the whole problem, so that a node of the tree begins where its parent ended.
/// Pairs that exclude each other are left out: the bound holds all the same.
/// </summary>
internal sealed class CoverBound
{
    private const int PatienceOfStep = 15;
    private const double FirstStep = 1.0, LastStep = 0.002;

    private readonly CoverMatrix _matrix;
    private readonly double[] _price;
    private readonly double[] _best;
    private readonly double[] _slope;

    /// <summary>Begins with the multipliers of the whole problem's rows.</summary>
    public CoverBound(CoverMatrix matrix, ReadOnlySpan<double> priceOfRow)
    {
        _matrix = matrix;
        (_price, _slope) = (new double[matrix.RowCount], new double[matrix.RowCount]);
        ReducedCost = new double[matrix.ColumnCount];
        for (var r = 0; r < _price.Length; r++)
        {
            _price[r] = priceOfRow[matrix.RowOrigin[r]];
        }

        _best = [.. _price];
    }

    /// <summary>Reduced cost of each column at the best multipliers, after <see cref="Close"/>.</summary>
    public double[] ReducedCost { get; }

    /// <summary>The best bound.</summary>
    public double Value { get; private set; } = double.NegativeInfinity;

    /// <summary>Price of each row at which the bound is best.</summary>
    public ReadOnlySpan<double> Price => _best;

    /// <summary>Multipliers to begin with: each row pays its cheapest column's share.</summary>
    public static double[] FirstPrices(CoverMatrix matrix, int rowsOfAll)
    {
        var prices = new double[rowsOfAll];
        for (var r = 0; r < matrix.RowCount; r++)
        {
            var least = double.MaxValue;
            foreach (var c in matrix.Rows[r])
            {
                least = Math.Min(least, (double)matrix.Cost[c] / matrix.Columns[c].Length);
            }

            prices[matrix.RowOrigin[r]] = least;
        }

        return prices;
    }

    /// <summary>Climbs until the bound is above what matters, the steps get small, or the rounds are over.</summary>
    /// <param name="target">Cost of a cover that is hoped for, to measure the steps by.</param>
    /// <param name="enough">A bound above this is as good as any.</param>
    /// <param name="rounds">Steps at most.</param>
    /// <param name="stop">Stops early.</param>
    public void Climb(double target, double enough, int rounds, CancellationToken stop)
    {
        var (step, idle) = (FirstStep, 0);
        for (var round = 0; round < rounds && step > LastStep && !stop.IsCancellationRequested; round++)
        {
            var value = Evaluate();
            if (value > Value + (1e-7 * Math.Max(1, Math.Abs(Value))) || round == 0)
            {
                idle = 0;
                if (value > Value)
                {
                    Value = value;
                    _price.CopyTo(_best, 0);
                }
            }
            else if (++idle >= PatienceOfStep)
            {
                (step, idle) = (step / 2, 0);
                _best.CopyTo(_price, 0);
                Evaluate();
            }

            if (Value > enough || !Step(step * Math.Max(target - value, 1e-3 * Math.Max(1, Math.Abs(target)))))
            {
                return;
            }
        }
    }

    /// <summary>Puts the reduced costs of the best multipliers in place.</summary>
    public void Close()
    {
        _best.CopyTo(_price, 0);
        Value = Math.Max(Value, Evaluate());
    }

    // The relaxed problem at the prices: each column of negative reduced cost is in.
    private double Evaluate()
    {
        var value = 0.0;
        var (price, slope, need) = (_price, _slope, _matrix.Need);
        for (var r = 0; r < price.Length; r++)
        {
            value += need[r] * price[r];
            slope[r] = need[r];
        }

        for (var c = 0; c < ReducedCost.Length; c++)
        {
            var rows = _matrix.Columns[c];
            double reduced = _matrix.Cost[c];
            foreach (var r in rows)
            {
                reduced -= price[r];
            }

            ReducedCost[c] = reduced;
            if (reduced < 0)
            {
                value += reduced;
                foreach (var r in rows)
                {
                    slope[r]--;
                }
            }
        }

        return value;
    }

    // A step along the subgradient; false where it is nought, that is at the top.
    private bool Step(double length)
    {
        var (price, slope) = (_price, _slope);
        var square = 0.0;
        for (var r = 0; r < price.Length; r++)
        {
            if (price[r] > 0 || slope[r] > 0)
            {
                square += slope[r] * slope[r];
            }
        }

        if (square == 0)
        {
            return false;
        }

        for (var r = 0; r < price.Length; r++)
        {
            price[r] = Math.Max(0, price[r] + (length / square * slope[r]));
        }

        return true;
    }
}
