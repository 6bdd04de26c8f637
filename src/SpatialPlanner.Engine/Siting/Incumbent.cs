namespace SpatialPlanner.Engine.Siting;

/// <summary>The best set found so far, and which bounds can still hide a better one.</summary>
internal sealed class Incumbent
{
    /// <summary>
    /// Error of a bound, as a share of it: sums of some million numbers in double precision are wrong by less.
    /// </summary>
    private const double BoundError = 1e-11;

    private readonly double unit;

    /// <summary>Knows nothing yet.</summary>
    /// <param name="problem">The whole problem.</param>
    public Incumbent(SitingProblem problem) => unit = Unit(problem);

    /// <summary>What the best set gains, or null.</summary>
    public long? Value { get; private set; }

    /// <summary>The best set, in columns of the whole problem, rising.</summary>
    public int[] Columns { get; private set; } = [];

    /// <summary>A number below any set's gain at first; then the best gain.</summary>
    public double Target => Value ?? double.NegativeInfinity;

    /// <summary>Takes a set if it gains more than the best so far.</summary>
    /// <returns>True where it does.</returns>
    public bool Offer(long value, int[] columns)
    {
        if (Value is { } best && value <= best)
        {
            return false;
        }

        (Value, Columns) = (value, columns);
        return true;
    }

    /// <summary>
    /// The bound as a number that a set can gain: all gains are multiples of a unit, so what lies between two of them is
    /// off. The error of the sums is on the safe side.
    /// </summary>
    public double Rounded(double bound) =>
        double.IsInfinity(bound) ? bound : Math.Floor((bound + (BoundError * Math.Abs(bound)) + 1e-6) / unit) * unit;

    /// <summary>True where nothing under the bound gains more than the best set.</summary>
    public bool Beats(double bound) => double.IsNegativeInfinity(bound) || (Value is { } best && Rounded(bound) <= best);

    /// <summary>True where a set is known and the bound is no further above it than a share of the bound.</summary>
    public bool IsClose(double bound, double gap) => Value is { } best && !double.IsInfinity(bound) && Rounded(bound) - best <= gap * Math.Abs(bound);

    /// <summary>Greatest number of which all gains are multiples: of a row's units at once, or of one of them where capacities split rows.</summary>
    private static long Unit(SitingProblem problem)
    {
        var (gains, unit) = (problem.Gains, 0L);
        for (var r = 0; r < gains.RowCount; r++)
        {
            for (var k = gains.First[r]; k < gains.First[r + 1] && unit != 1; k++)
            {
                unit = Divisor(unit, gains.Gain[k] * (gains.Capacity is null ? gains.Amount[r] : 1));
            }
        }

        foreach (var worth in problem.Worth ?? [])
        {
            unit = Divisor(unit, Math.Abs(worth));
        }

        return Math.Max(unit, 1);
    }

    private static long Divisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
