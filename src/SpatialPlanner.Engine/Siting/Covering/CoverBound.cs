namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Lower bound by Lagrangian relaxation of the rows (Beasley 1990), whose multipliers climb by the volume algorithm (Barahona
/// and Anbil 2000): steps from the best point along subgradients that are averaged over the rounds. Plain subgradients end a
/// twentieth below the linear bound where sites and demand lie in a plane and many columns are alike.
/// The multipliers are kept by rows of the whole problem, so that a node of the tree begins where its parent ended.
/// Pairs that exclude each other are left out: the bound holds all the same.
/// </summary>
internal sealed class CoverBound
{
    private const int PatienceOfStep = 20, LookBack = 100, PatienceOfClimb = 4;
    private const double ShortestStep = 5e-4, LongestStep = 2, Shrink = 0.66, Grow = 1.1;
    private const double FirstMemory = 0.1, LeastMemory = 0.001, LittleProgress = 0.01;

    private readonly CoverMatrix _matrix;
    private readonly double[] _price;
    private readonly double[] _best;
    private readonly double[] _slope;
    private readonly double[] _direction;

    /// <summary>Begins with the multipliers of the whole problem's rows.</summary>
    public CoverBound(CoverMatrix matrix, ReadOnlySpan<double> priceOfRow)
    {
        _matrix = matrix;
        (_price, _slope, _direction) = (new double[matrix.RowCount], new double[matrix.RowCount], new double[matrix.RowCount]);
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
    /// <param name="firstStep">Share of the way to the target that the first step takes.</param>
    /// <param name="stop">Stops early.</param>
    public void Climb(double target, double enough, int rounds, double firstStep, CancellationToken stop)
    {
        Value = Evaluate();
        _slope.CopyTo(_direction, 0);
        var (step, memory, idle, still, before) = (firstStep, FirstMemory, 0, 0, Value);
        for (var round = 1; round <= rounds && step > ShortestStep && still < PatienceOfClimb && Value <= enough && !stop.IsCancellationRequested; round++)
        {
            if (!Step(step * Math.Max(target - Value, 1e-3 * Math.Max(1, Math.Abs(target)))))
            {
                return;
            }

            var value = Evaluate();
            var isForward = Remember(memory) >= 0;
            if (value > Value)
            {
                (Value, idle, step) = (value, 0, isForward ? Math.Min(LongestStep, step * Grow) : step);
                _price.CopyTo(_best, 0);
            }
            else if (++idle >= PatienceOfStep)
            {
                (step, idle) = (step * Shrink, 0);
            }

            if (round % LookBack == 0)
            {
                var isLittle = Value - before < LittleProgress * Math.Abs(target - Value);
                memory = Value - before < LittleProgress * Math.Abs(Value) ? Math.Max(LeastMemory, memory / 2) : memory;
                (still, before) = (isLittle ? still + 1 : 0, Value);
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

    // A step from the best point along the averaged subgradient; false where that is nought, at the top.
    private bool Step(double length)
    {
        var (price, best, direction) = (_price, _best, _direction);
        var square = 0.0;
        for (var r = 0; r < price.Length; r++)
        {
            square += best[r] > 0 || direction[r] > 0 ? direction[r] * direction[r] : 0;
        }

        if (square < 1e-12)
        {
            return false;
        }

        for (var r = 0; r < price.Length; r++)
        {
            price[r] = Math.Max(0, best[r] + (length / square * direction[r]));
        }

        return true;
    }

    // Takes the new subgradient into the average; gives whether it points the same way.
    private double Remember(double share)
    {
        var product = 0.0;
        for (var r = 0; r < _slope.Length; r++)
        {
            product += _slope[r] * _direction[r];
            _direction[r] += share * (_slope[r] - _direction[r]);
        }

        return product;
    }
}
