namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Searches prices with a low bound by the volume algorithm (Barahona and Anbil 2000): steps go from the best prices known
/// along a running average of subgradients, as far as Polyak's rule says for the best set known. Beside a plain deflected
/// subgradient (Camerini, Fratta and Maffioli 1975) it took less than half the steps to the same bound on covering of a city, and the
/// average of the chosen sets, near the solution of the linear relaxation, comes for nothing.
/// <para>
/// A row's step does not grow with its units, so a merged row moves as each of its points would: merging changes no step.
/// </para>
/// </summary>
internal sealed class PriceSearch
{
    private const double MostWeight = 0.1;
    private const double LongestStep = 2;
    private const double Longer = 1.1;
    private const double Shorter = 0.66;
    private const int FailuresBeforeShorter = 20;

    private readonly Relaxation relaxation;
    private readonly Prices at;
    private readonly double[] direction;
    private readonly double[] floorDirection;
    private readonly bool isFirst;
    private int failures;

    /// <summary>Begins at some prices.</summary>
    /// <param name="relaxation">The relaxation.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="start">Prices to begin with; not changed.</param>
    /// <param name="step">Length of the first steps, as a share of Polyak's.</param>
    public PriceSearch(Relaxation relaxation, ColumnState[] state, Prices start, double step)
    {
        (this.relaxation, State, StepShare) = (relaxation, state, step);
        (at, Best) = (start.Copy(), start.Copy());
        direction = (double[]?)start.Unserved?.Clone() ?? new double[start.OfRow.Length];
        floorDirection = (double[]?)start.Lacking?.Clone() ?? new double[start.OfFloor.Length];
        isFirst = start.Unserved is null;
        Share = new double[state.Length];
        BestProfit = new double[state.Length];
    }

    /// <summary>What is settled.</summary>
    public ColumnState[] State { get; }

    /// <summary>The lowest bound so far.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>The prices that gave it.</summary>
    public Prices Best { get; }

    /// <summary>The same with the average reached, for a search that goes on.</summary>
    public Prices Reached => Best with { Unserved = direction, Lacking = floorDirection };

    /// <summary>What each column gains at those prices.</summary>
    public double[] BestProfit { get; }

    /// <summary>What is gained at those prices without any column.</summary>
    public double BestOffset { get; private set; }

    /// <summary>Running average of the chosen sets, 0..1 for each column.</summary>
    public double[] Share { get; }

    /// <summary>Length of the steps, as a share of Polyak's; short when more steps gain little.</summary>
    public double StepShare { get; private set; }

    /// <summary>Steps so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Evaluates the prices reached, and goes on from the best.</summary>
    /// <param name="target">What the best set known gains; negative infinity where none is known.</param>
    /// <returns>True where the bound fell.</returns>
    public bool Step(double target)
    {
        var value = relaxation.Evaluate(at.OfRow, at.OfFloor, State);
        if (double.IsNegativeInfinity(value))
        {
            Bound = value;
            return true;
        }

        relaxation.FindSlack(at.OfRow);
        var (weight, agree) = Weight();
        var isLower = Keep(value, agree);
        Average(weight);
        Move(double.IsNegativeInfinity(target) ? Bound - (0.05 * Math.Abs(Bound)) : target);
        Steps++;
        return isLower;
    }

    /// <summary>
    /// Weight of the new subgradient in the average: what makes the average shortest, within limits. And whether the two point
    /// the same way, so that longer steps would do.
    /// </summary>
    private (double Weight, bool Agree) Weight()
    {
        var (amount, unserved) = (relaxation.Problem.Gains.Amount, relaxation.Unserved);
        var (own, product, average) = (0.0, 0.0, 0.0);
        for (var r = 0; r < direction.Length; r++)
        {
            var (units, now, before) = ((double)amount[r], unserved[r], direction[r]);
            own += units * now * now;
            product += units * now * before;
            average += units * before * before;
        }

        var length = own - (2 * product) + average;
        var best = length > 0 ? (average - product) / length : 1;
        return (Steps == 0 && isFirst ? 1 : Math.Clamp(best, MostWeight / 10, MostWeight), product > 0);
    }

    private bool Keep(double value, bool agree)
    {
        if (value < Bound)
        {
            (Bound, BestOffset, failures) = (value, relaxation.Offset, 0);
            at.OfRow.CopyTo(Best.OfRow, 0);
            at.OfFloor.CopyTo(Best.OfFloor, 0);
            relaxation.Profit.CopyTo(BestProfit, 0);
            StepShare = agree && Steps > 0 ? Math.Min(LongestStep, StepShare * Longer) : StepShare;
            return true;
        }

        if (++failures >= FailuresBeforeShorter)
        {
            (StepShare, failures) = (StepShare * Shorter, 0);
        }

        return false;
    }

    private void Average(double weight)
    {
        for (var c = 0; c < Share.Length; c++)
        {
            Share[c] += (Steps == 0 ? 1 : weight) * (relaxation.Chosen[c] - Share[c]);
        }

        var unserved = relaxation.Unserved;
        for (var r = 0; r < direction.Length; r++)
        {
            direction[r] += weight * (unserved[r] - direction[r]);
        }

        // A floor's reward moves by the share of its people who lack, as a row's price does.
        for (var f = 0; f < floorDirection.Length; f++)
        {
            var lacking = relaxation.Lacking[f] / Math.Max(1.0, relaxation.Problem.Floors[f].Least);
            floorDirection[f] += weight * (lacking - floorDirection[f]);
        }
    }

    /// <summary>From the best prices along the average; a price at an end of its range does not count as moving out of it.</summary>
    private void Move(double target)
    {
        var (amount, from, length) = (relaxation.Problem.Gains.Amount, Best.OfRow, 0.0);
        for (var r = 0; r < direction.Length; r++)
        {
            var leaves = direction[r] > 0 ? from[r] <= 0 : from[r] >= relaxation.HighestPrice(r);
            length += leaves ? 0 : amount[r] * direction[r] * direction[r];
        }

        for (var f = 0; f < floorDirection.Length; f++)
        {
            var leaves = floorDirection[f] < 0 && Best.OfFloor[f] <= 0;
            length += leaves ? 0 : Math.Max(1, relaxation.Problem.Floors[f].Least) * floorDirection[f] * floorDirection[f];
        }

        var distance = length > 0 ? StepShare * Math.Max(Bound - target, 0) / length : 0;
        for (var r = 0; r < direction.Length; r++)
        {
            at.OfRow[r] = Math.Clamp(from[r] - (distance * direction[r]), 0, relaxation.HighestPrice(r));
        }

        for (var f = 0; f < floorDirection.Length; f++)
        {
            at.OfFloor[f] = Math.Max(0, Best.OfFloor[f] + (distance * floorDirection[f]));
        }
    }
}
