using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The demand of a district as its survey tells it.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Estimate">The survey, weighted.</param>
public sealed record DemandAnswer(DemandAreas Areas, SurveyEstimate Estimate)
{
    /// <summary>True where there is a survey: without one there is no demand to list.</summary>
    public bool HasSurvey => Estimate.Intake.Counted.Count + Estimate.Intake.LeftOut.Count > 0;

    /// <summary>The rows of each area, with the rank of each kind of need within the area, from 1: the larger, then the service first in the pack.</summary>
    public IEnumerable<(DemandRow Row, int CommonRank, int IndividualRank)> Ranked() =>
        Estimate.Rows.GroupBy(r => (r.Level, r.Area)).SelectMany(area =>
        {
            DemandRow[] rows = [.. area];
            var (common, individual) = (Ranks(rows, r => r.Common), Ranks(rows, r => r.Individual));
            return rows.Select((r, i) => (r, common[i], individual[i]));
        });

    /// <summary>Common demand of each community of the frame, all services together; null where nothing is known.</summary>
    public IReadOnlyList<long?> CommonByCommunity()
    {
        var sums = new long?[Areas.Frame.Communities.Count];
        foreach (var row in Estimate.Rows.Where(r => r.Level == AreaLevel.Community && r.Common is not null))
        {
            sums[row.Area] = (sums[row.Area] ?? 0) + row.Common;
        }

        return sums;
    }

    private static int[] Ranks(DemandRow[] rows, Func<DemandRow, long?> demand)
    {
        var ranks = new int[rows.Length];
        foreach (var (place, i) in Enumerable.Range(0, rows.Length).OrderByDescending(i => demand(rows[i]) ?? -1).Index())
        {
            ranks[i] = place + 1;
        }

        return ranks;
    }
}
