namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Fair prices from bad ones in a few long steps: a deflected subgradient (Camerini, Fratta and Maffioli 1975) goes on from
/// wherever it comes, where the volume algorithm returns to the best. Far from the goal that is several times quicker, near
/// it slower.
/// </summary>
internal static class FirstPrices
{
    private const double Deflection = 1.5;
    private const int FailuresBeforeShorter = 12;

    /// <summary>The prices of the lowest bound met in some steps.</summary>
    /// <param name="relaxation">The relaxation.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="start">Prices to begin with; not changed.</param>
    /// <param name="target">What the best set known gains; negative infinity where none is known.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="stop">Ends it early.</param>
    public static Prices Find(
        Relaxation relaxation, ColumnState[] state, Prices start, double target, int steps, CancellationToken stop)
    {
        var (at, best, bound) = (start.Copy(), start, double.PositiveInfinity);
        var (direction, step, failures) = (new double[at.OfRow.Length], 1.0, 0);
        for (var k = 0; k < steps && !stop.IsCancellationRequested; k++)
        {
            var value = relaxation.Evaluate(at.OfRow, at.OfFloor, state);
            if (double.IsNegativeInfinity(value))
            {
                return at;
            }

            failures = bound - value > 1e-3 * (bound - target) ? 0 : failures + 1;
            if (value < bound)
            {
                (best, bound) = (at.Copy(), value);
            }

            if (failures >= FailuresBeforeShorter)
            {
                (step, failures) = (step / 2, 0);
            }

            relaxation.FindSlack(at.OfRow);
            var length = Turn(relaxation, at.OfRow, direction);
            var towards = double.IsNegativeInfinity(target) ? value - (0.05 * Math.Abs(value)) : target;
            var distance = length > 0 ? step * Math.Max(value - towards, 0) / length : 0;
            for (var r = 0; r < direction.Length; r++)
            {
                at.OfRow[r] = Math.Clamp(at.OfRow[r] - (distance * direction[r]), 0, relaxation.HighestPrice(r));
            }

            for (var f = 0; f < at.OfFloor.Length; f++)
            {
                var share = relaxation.Lacking[f] / Math.Max(1.0, relaxation.Problem.Floors[f].Least);
                at.OfFloor[f] = Math.Max(0, at.OfFloor[f] + (distance * share));
            }
        }

        return best;
    }

    /// <summary>The new direction turns away from the last where the two oppose each other; returns its squared length.</summary>
    private static double Turn(Relaxation relaxation, double[] price, double[] direction)
    {
        var (amount, unserved) = (relaxation.Problem.Gains.Amount, relaxation.Unserved);
        var (product, square) = (0.0, 0.0);
        for (var r = 0; r < direction.Length; r++)
        {
            // A price that is 0 does not try to fall.
            unserved[r] = unserved[r] > 0 && price[r] <= 0 ? 0 : unserved[r];
            product += amount[r] * unserved[r] * direction[r];
            square += amount[r] * direction[r] * direction[r];
        }

        var (turn, length) = (product < 0 ? -Deflection * product / square : 0, 0.0);
        for (var r = 0; r < direction.Length; r++)
        {
            direction[r] = unserved[r] + (turn * direction[r]);
            length += amount[r] * direction[r] * direction[r];
        }

        return length;
    }
}
