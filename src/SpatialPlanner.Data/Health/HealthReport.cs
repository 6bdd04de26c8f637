using SpatialPlanner.Data.Districts;

namespace SpatialPlanner.Data.Health;

/// <summary>What is known about the health of a workspace's data: one file a group of questions.</summary>
public static class HealthReport
{
    /// <summary>Looks at everything, in a fixed order.</summary>
    /// <param name="loaded">The district.</param>
    public static IReadOnlyList<HealthFinding> Make(LoadedDistrict loaded) =>
    [
        .. NetworkHealth.Find(loaded),
        .. NetworkFaultHealth.Find(loaded),
        .. LinkHealth.Find(loaded),
        .. GeometryHealth.Find(loaded),
        .. PositionHealth.Find(loaded),
        .. AttributeHealth.Find(loaded),
        .. NumberHealth.Find(loaded),
        .. ReferenceHealth.Find(loaded),
        .. SumHealth.Find(loaded),
    ];

    internal static HealthFinding Finding(
        HealthGrade grade, string code, string layer, IReadOnlyCollection<string> ids, string zh, string en) =>
        new(grade, code, layer, ids.Count, new(zh, en), [.. ids.Take(HealthFinding.IdLimit)]);
}
