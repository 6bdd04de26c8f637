using SpatialPlanner.Data.Results.Capacity;
using SpatialPlanner.Planning.Capacity;

namespace SpatialPlanner.Data.Results;

/// <content>Capacity: who finds a place within reach.</content>
public sealed partial class Assessment
{
    /// <summary>The capacity of every service of the pack against its people, in the pack's order.</summary>
    public IReadOnlyList<CapacityAnswer> Capacity => Once(() => CapacityAnswer.Find(
        this, loaded.Pack.Catchment is { } catchment ? new(catchment.StepWeights) : AccessibilityMeasures.Default,
        Environment.ProcessorCount, CancellationToken.None));
}
