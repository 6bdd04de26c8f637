namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Searches prices with a low bound by a deflected subgradient (Camerini, Fratta and Maffioli 1975) with Polyak's steps
/// towards the best set known (Held, Wolfe and Crowder 1974). A row's step does not grow with its units, so a merged row
/// moves as each of its points would: merging changes no step.
/// </summary>
internal sealed class PriceSearch
{
    private const double Deflection = 1.5;
    private const double FirstStep = 1;
    private const double Notable = 1e-3;
    private const int StallBeforeShorter = 12;

    private readonly Relaxation relaxation;
    private readonly Prices at;
    private readonly double[] direction;
    private readonly double[] floorDirection;
    private double step = FirstStep;
    private int stall;

    /// <summary>Begins at some prices.</summary>
    public PriceSearch(Relaxation relaxation, ColumnState[] state, Prices start, double bound)
    {
        (this.relaxation, State, Bound) = (relaxation, state, bound);
        (at, Best) = (start.Copy(), start);
        direction = new double[start.OfRow.Length];
        floorDirection = new double[start.OfFloor.Length];
        Share = new double[state.Length];
        BestProfit = new double[state.Length];
    }

    /// <summary>What is settled.</summary>
    public ColumnState[] State { get; }

    /// <summary>The lowest bound so far.</summary>
    public double Bound { get; private set; }

    /// <summary>The prices that gave it.</summary>
    public Prices Best { get; private set; }

    /// <summary>What each column gains at those prices.</summary>
    public double[] BestProfit { get; }

    /// <summary>What is gained at those prices without any column.</summary>
    public double BestOffset { get; private set; }

    /// <summary>How often each column was in the best sets of late, 0..1: near the solution of the linear relaxation.</summary>
    public double[] Share { get; }

    /// <summary>Length of the steps, as a share of Polyak's; short when more steps gain little.</summary>
    public double StepShare => step;

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Evaluates the prices reached, and goes on from there.</summary>
    /// <param name="target">What the best set known gains.</param>
    /// <returns>The bound at these prices; negative infinity where no set is allowed.</returns>
    public double Step(double target)
    {
        var value = relaxation.Evaluate(at.OfRow, at.OfFloor, State);
        Steps++;
        target = double.IsNegativeInfinity(target) ? value - (0.05 * Math.Abs(value)) : target;
        if (double.IsNegativeInfinity(value))
        {
            Bound = value;
            return value;
        }

        Keep(value, target);
        Average();
        relaxation.FindSlack(at.OfRow);
        Move(value, target);
        return value;
    }

    private void Keep(double value, double target)
    {
        stall++;
        if (value < Bound || Steps == 1)
        {
            stall = Bound - value > Notable * (Bound - target) ? 0 : stall;
            Bound = value;
            Best = at.Copy();
            BestOffset = relaxation.Offset;
            relaxation.Profit.CopyTo(BestProfit, 0);
        }

        if (stall >= StallBeforeShorter)
        {
            step /= 2;
            stall = 0;
        }
    }

    private void Average()
    {
        var weight = Steps == 1 ? 1 : 0.1;
        for (var c = 0; c < Share.Length; c++)
        {
            Share[c] += weight * (relaxation.Chosen[c] - Share[c]);
        }
    }

    /// <summary>
    /// A step down: the new direction turns away from the last where the two oppose each other. A price that is 0, or at
    /// its row's highest gain, does not try to leave its range.
    /// </summary>
    private void Move(double value, double target)
    {
        var amount = relaxation.Problem.Gains.Amount;
        var (unserved, lacking) = (relaxation.Unserved, relaxation.Lacking);
        var (product, square) = (0.0, 0.0);
        for (var r = 0; r < direction.Length; r++)
        {
            unserved[r] = unserved[r] > 0 && at.OfRow[r] <= 0 ? 0 : unserved[r];
            product += amount[r] * unserved[r] * direction[r];
            square += amount[r] * direction[r] * direction[r];
        }

        var turn = product < 0 && square > 0 ? -Deflection * product / square : 0;
        var length = 0.0;
        for (var r = 0; r < direction.Length; r++)
        {
            direction[r] = unserved[r] + (turn * direction[r]);
            length += amount[r] * direction[r] * direction[r];
        }

        length += FloorLength(lacking);
        var distance = length > 0 ? step * Math.Max(value - target, 0) / length : 0;
        for (var r = 0; r < direction.Length; r++)
        {
            at.OfRow[r] = Math.Clamp(at.OfRow[r] - (distance * direction[r]), 0, relaxation.HighestPrice(r));
        }

        for (var f = 0; f < floorDirection.Length; f++)
        {
            at.OfFloor[f] = Math.Max(0, at.OfFloor[f] + (distance * floorDirection[f]));
        }
    }

    /// <summary>A floor's reward rises by the share of its people who are not served, so that it moves as a row's price does.</summary>
    private double FloorLength(double[] lacking)
    {
        var length = 0.0;
        for (var f = 0; f < floorDirection.Length; f++)
        {
            var rows = relaxation.Problem.Floors[f];
            var people = Math.Max(1.0, rows.Least);
            floorDirection[f] = (lacking[f] > 0 || at.OfFloor[f] > 0 ? lacking[f] : 0) / people;
            length += people * floorDirection[f] * floorDirection[f];
        }

        return length;
    }
}
