using System.Globalization;

namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// How long people wait on average at a crossing of a class: given, or that of a signal with a cycle C and a green g for
/// people on foot. Who comes at any moment alike waits (C - g)² / 2C (Highway Capacity Manual, pedestrian delay).
/// </summary>
/// <param name="Class">Class of the column <c>crossing</c>, one of <see cref="Classes"/>.</param>
/// <param name="CycleS">Cycle C in seconds; null where the wait is given.</param>
/// <param name="GreenS">Green g in seconds; null where the wait is given.</param>
/// <param name="GivenWaitS">The wait in seconds; null where it follows from the signal.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Verification">How sure they are.</param>
public sealed record CrossingRule(
    string Class, double? CycleS, double? GreenS, double? GivenWaitS, LocalText Source, Verification Verification)
{
    /// <summary>The classes of crossings.</summary>
    public static readonly IReadOnlyList<string> Classes = ["signals", "marked", "unmarked"];

    /// <summary>The wait in seconds.</summary>
    public double WaitS => GivenWaitS ?? Math.Pow(CycleS!.Value - GreenS!.Value, 2) / (2 * CycleS.Value);

    /// <summary>The wait as it was worked out, e.g. <c>(90 - 30)² / (2 × 90)</c>; null where it was given.</summary>
    public string? Derivation => GivenWaitS is not null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"({CycleS} - {GreenS})² / (2 × {CycleS})");
}
