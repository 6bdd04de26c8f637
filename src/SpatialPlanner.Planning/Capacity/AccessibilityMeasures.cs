using SpatialPlanner.Engine.Accessibility;

namespace SpatialPlanner.Planning.Capacity;

/// <summary>The measures of places for each person, with their parameters.</summary>
/// <param name="StepWeights">Weights of E2SFCA and 3SFCA for equal parts of the limit, from the nearest on.</param>
public sealed record AccessibilityMeasures(IReadOnlyList<double> StepWeights)
{
    /// <summary>
    /// Codes in the order of tables: 2SFCA, E2SFCA, Gaussian 2SFCA and 3SFCA. The last two differ from E2SFCA in one thing
    /// each: the shape of the decay, and that people choose.
    /// </summary>
    public static readonly IReadOnlyList<string> Codes = ["2sfca", "e2sfca", "gaussian", "3sfca"];

    /// <summary>Those of the papers.</summary>
    public static AccessibilityMeasures Default { get; } = new(DistanceDecay.LuoQiWeights);

    /// <summary>Works out all of them, in the order of <see cref="Codes"/>.</summary>
    /// <param name="catchments">The walks within the limit.</param>
    /// <param name="places">Places of each facility; those without a known capacity are left out.</param>
    /// <param name="people">People of each building.</param>
    public FloatingCatchment[] Of(Catchments catchments, ReadOnlySpan<int> places, ReadOnlySpan<int> people)
    {
        var steps = DistanceDecay.Steps(StepWeights);
        return
        [
            FloatingCatchment.TwoStep(catchments, places, people, DistanceDecay.None),
            FloatingCatchment.TwoStep(catchments, places, people, steps),
            FloatingCatchment.TwoStep(catchments, places, people, DistanceDecay.Gaussian),
            FloatingCatchment.ThreeStep(catchments, places, people, steps),
        ];
    }
}
