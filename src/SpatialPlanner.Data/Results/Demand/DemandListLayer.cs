using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>
/// The result layer <c>demand_list</c> (需求清单): what is wanted, by area, service and kind of need, with how sure it is, and beside
/// it, worked out apart, who is served already. Only common needs enter siting.
/// </summary>
public static class DemandListLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("service", ColumnType.Text), new("need_kind", ColumnType.Text), new("people", ColumnType.Whole),
        new("demand_people", ColumnType.Whole), new("demand_share", ColumnType.Real), new("rank", ColumnType.Whole),
        new("enters_siting", ColumnType.Flag), new("both_kinds_people", ColumnType.Whole), new("both_kinds_share", ColumnType.Real),
        new("margin", ColumnType.Real), new("answers", ColumnType.Whole), new("respondents", ColumnType.Whole),
        new("response_rate", ColumnType.Real), new("design_effect", ColumnType.Real), new("largest_weight", ColumnType.Real),
        new("basis", ColumnType.Text), new("borrowed_people", ColumnType.Whole), new("warnings", ColumnType.Text),
        new("open_facilities", ColumnType.Whole), new("group", ColumnType.Text), new("group_people", ColumnType.Whole),
        new("covered_people", ColumnType.Whole), new("covered_share", ColumnType.Real),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } =
        new("demand_list", new("需求清单", "Demand list"), LayerGeometry.None, assessment => (Columns, Rows(assessment)));

    private static List<LayerRow> Rows(Assessment assessment)
    {
        var (loaded, demand, rows) = (assessment.Loaded, assessment.Demand, new List<LayerRow>());
        if (!demand.HasSurvey)
        {
            return rows;
        }

        var open = demand.Areas.OpenFacilities();
        var covered = assessment.Answers.Select(a => a.Gaps
            .Where(g => g.Group == a.Service.Group && g.Denominator == Denominator.People).ToDictionary(g => g.Area)).ToList();
        var sample = demand.Estimate.Sample.Where(r => r.Stratum is null).ToDictionary(r => (r.Level, r.Area));
        foreach (var (row, commonRank, individualRank) in demand.Ranked())
        {
            var area = demand.Areas.AreaOf(row.Level, row.Area);
            var (code, who) = (loaded.Pack.Services[row.Service].Code, sample[(row.Level, row.Area)]);
            foreach (var (kind, people, rank) in new[] { ("common", row.Common, commonRank), ("individual", row.Individual, individualRank) })
            {
                rows.Add(new(null,
                [
                    .. DemandWords.Head(loaded, demand.Areas, row.Level, row.Area, $"{code}/{kind}"),
                    code, kind, .. Estimate(row, people), people > 0 ? (long)rank : null, kind == "common" && people > 0, .. Sureness(row, who),
                    .. Supply(open[area][row.Service], covered[row.Service][area]),
                ]));
            }
        }

        return rows;
    }

    private static object?[] Estimate(DemandRow row, long? people) =>
        [row.People, people, row.People > 0 && people is { } p ? Math.Round((double)p / row.People, 6) : null];

    private static object?[] Sureness(DemandRow row, SampleRow who) =>
    [
        row.Demand, DemandWords.Rounded(row.Share, 6), DemandWords.Rounded(row.Margin, 6), (long)row.Answers, (long)who.Respondents,
        DemandWords.Rounded(who.ResponseRate, 6), DemandWords.Rounded(row.DesignEffect, 4), DemandWords.Rounded(row.LargestWeight, 3),
        DemandWords.NameOf(row.Basis), row.BorrowedPeople, DemandWords.CodesOf(row.Warnings),
    ];

    private static object?[] Supply(int open, GapRow covered) =>
        [(long)open, covered.Group, covered.Total, covered.Covered, DemandWords.Rounded(covered.Share, 6)];
}
