namespace SpatialPlanner.Planning.Demand;

/// <summary>
/// Amounts as whole hundredths (m² as dm²), so that parts add up to their sum exactly in whatever order they are added.
/// </summary>
public static class Hundredths
{
    // 10^13 m² is a fiftieth of the globe; a hundred thousand of these still fit in a long.
    private const double Largest = 1e13;

    /// <summary>An amount in hundredths, half up; the largest that counts where it is larger.</summary>
    /// <param name="amount">The amount, 0 or more.</param>
    public static long Of(double amount) => (long)Math.Round(Math.Min(amount, Largest) * 100, MidpointRounding.AwayFromZero);

    /// <summary>An amount of the data in hundredths; null where there is none, or one that cannot be.</summary>
    /// <param name="amount">The amount as it was given.</param>
    public static long? Given(double? amount) => amount is { } a && double.IsFinite(a) && a >= 0 ? Of(a) : null;

    /// <summary>The amount itself.</summary>
    /// <param name="hundredths">Hundredths.</param>
    public static double Amount(long hundredths) => hundredths / 100.0;

    /// <summary>The amount itself, or null.</summary>
    /// <param name="hundredths">Hundredths, or null.</param>
    public static double? Amount(long? hundredths) => hundredths / 100.0;

    /// <summary>A part of a whole that is shared evenly: the first parts take what does not go in evenly.</summary>
    /// <param name="whole">The whole, 0 or more.</param>
    /// <param name="parts">Number of parts, at least 1.</param>
    /// <param name="part">Which part, from 0.</param>
    public static long EvenShare(long whole, int parts, int part) => (whole / parts) + (part < whole % parts ? 1 : 0);
}
