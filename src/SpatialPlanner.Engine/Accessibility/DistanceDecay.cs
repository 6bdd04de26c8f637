namespace SpatialPlanner.Engine.Accessibility;

/// <summary>
/// How much a facility counts for people at a distance: the weight of a walk within the limit. Beyond the limit every
/// weight is 0.
/// </summary>
/// <param name="WeightAt">
/// Weight, 0 or more and finite, of a cost within a limit; both in paced millimetres.
/// </param>
public sealed record DistanceDecay(Func<int, int, double> WeightAt)
{
    /// <summary>The step weights of Luo and Qi 2009 for the three thirds of the limit.</summary>
    public static readonly IReadOnlyList<double> LuoQiWeights = [1, 0.68, 0.22];

    /// <summary>Everybody within the limit counts the same (Radke and Mu 2000; Luo and Wang 2003).</summary>
    public static DistanceDecay None { get; } = new((_, _) => 1);

    /// <summary>The bell of Dai 2010: 1 at the facility, 0 at the limit.</summary>
    public static DistanceDecay Gaussian { get; } = new(BellAt);

    /// <summary>Steps: the limit is cut into equal parts, one for each weight; the upper end of a part counts to it.</summary>
    /// <param name="weights">Weights from the nearest part to the farthest, none negative.</param>
    /// <exception cref="ArgumentException">No weights, or one that is negative or not a number.</exception>
    public static DistanceDecay Steps(IReadOnlyList<double> weights)
    {
        if (weights.Count == 0 || !weights.All(w => w >= 0 && double.IsFinite(w)))
        {
            throw new ArgumentException("Give at least one weight, each 0 or more and finite.", nameof(weights));
        }

        double[] steps = [.. weights];
        return new((costMm, limitMm) =>
        {
            var step = 0;
            while (step < steps.Length - 1 && (long)costMm * steps.Length > (long)limitMm * (step + 1))
            {
                step++;
            }

            return steps[step];
        });
    }

    // (exp(-½ (d/d0)²) - exp(-½)) / (1 - exp(-½)).
    private static double BellAt(int costMm, int limitMm)
    {
        if (costMm == 0)
        {
            return 1;
        }

        var (share, end) = ((double)costMm / limitMm, Math.Exp(-0.5));
        return costMm >= limitMm ? 0 : (Math.Exp(-0.5 * share * share) - end) / (1 - end);
    }
}
