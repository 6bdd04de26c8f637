namespace SpatialPlanner.Planning.Rules;

/// <summary>How much a facility counts with the walk to it, in the floating catchments that count by steps (E2SFCA, 3SFCA).</summary>
/// <param name="StepWeights">Weights for equal parts of a service's limit, from the nearest on; 0..1, none above the one before.</param>
/// <param name="Source">Where the weights come from.</param>
/// <param name="Verification">How sure they are.</param>
public sealed record CatchmentRule(IReadOnlyList<double> StepWeights, LocalText Source, Verification Verification);
