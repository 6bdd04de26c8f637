using SpatialPlanner.Data.Districts;

namespace SpatialPlanner.Data.Health;

/// <summary>What is known about the health of a workspace's data: one file a group of questions.</summary>
public static class HealthReport
{
    /// <summary>Looks at everything, in a fixed order.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="cancel">Cancels.</param>
    public static IReadOnlyList<HealthFinding> Make(LoadedDistrict loaded, CancellationToken cancel = default)
    {
        var findings = new List<HealthFinding>();
        foreach (var group in Groups)
        {
            cancel.ThrowIfCancellationRequested();
            findings.AddRange(group(loaded));
        }

        return new HealthPlaces(loaded).Put(findings);
    }

    private static readonly Func<LoadedDistrict, IEnumerable<HealthFinding>>[] Groups =
    [
        NetworkHealth.Find, NetworkFaultHealth.Find, LinkHealth.Find, GeometryHealth.Find, PositionHealth.Find,
        DuplicateHealth.Find, AreaHealth.Find, AttributeHealth.Find, AbsurdHealth.Find, NumberHealth.Find,
        ReferenceHealth.Find, SumHealth.Find, PopulationHealth.Find, SurveyHealth.Find,
    ];

    internal static HealthFinding Finding(
        HealthGrade grade, string code, string layer, IReadOnlyCollection<string> ids, string zh, string en) =>
        new(grade, code, layer, ids.Count, new(zh, en), [.. ids.Take(HealthFinding.IdLimit)]);
}
