using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Capacity;

namespace SpatialPlanner.Data.Results.Capacity;

/// <summary>The capacity of one service against its people: the split, the places for each, and the table.</summary>
/// <param name="Answer">The service's coverage, whose limit and walker count.</param>
/// <param name="Capacity">The split and the measures.</param>
/// <param name="Rows">Rows of the capacity table, of <see cref="Assessment.Areas"/>.</param>
public sealed record CapacityAnswer(ServiceAnswer Answer, ServiceCapacity Capacity, IReadOnlyList<CapacityRow> Rows)
{
    /// <summary>Answers every service, as many at a time as there are processors; the answer is the same for each number.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="measures">Parameters of the measures.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="cancel">Cancels between two facilities.</param>
    public static IReadOnlyList<CapacityAnswer> Find(
        Assessment assessment, AccessibilityMeasures measures, int threads, CancellationToken cancel)
    {
        var (loaded, services) = (assessment.Loaded, assessment.Answers);
        var (answers, areas) = (new CapacityAnswer[services.Count], assessment.Areas);
        var levels = areas.All.Select(a => a.Level).ToList();
        Workers.Run(answers.Length, threads, () => 0, (_, s) =>
        {
            var service = services[s];
            var capacity = ServiceCapacity.Find(
                loaded.District, loaded.Pack, loaded.Pack.IndexOfService(service.Service.Code), service.Limit,
                service.Profile.Pace, measures, cancel);
            answers[s] = new CapacityAnswer(
                service, capacity, CapacityTable.Make(levels, areas.OfBuildings, areas.OfFacilities, capacity));
        }, cancel);
        return answers;
    }
}
