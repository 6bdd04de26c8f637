using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The result layer <c>survey_sample</c>: who answered, by area and age, beside who lives there.</summary>
public static class SurveySampleLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("age_group", ColumnType.Text), new("people", ColumnType.Whole), new("people_share", ColumnType.Real),
        new("respondents", ColumnType.Whole), new("response_rate", ColumnType.Real), new("sample_share", ColumnType.Real),
        new("ratio", ColumnType.Real), new("online", ColumnType.Whole), new("offline", ColumnType.Whole), new("skewed", ColumnType.Flag),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "survey_sample", new("问卷样本与人口对照", "Survey sample against the people"), LayerGeometry.None,
        assessment => (Columns, Rows(assessment)));

    private static List<LayerRow> Rows(Assessment assessment)
    {
        var (loaded, demand) = (assessment.Loaded, assessment.Demand);
        return demand.HasSurvey ? [.. demand.Estimate.Sample.Select(Row)] : [];

        LayerRow Row(SampleRow row)
        {
            var age = row.Stratum is { } a ? demand.Estimate.Intake.Strata.Codes[a] : "all";
            return new(null,
            [
                .. DemandWords.Head(loaded, demand.Areas, row.Level, row.Area, age), age, row.People, DemandWords.Rounded(row.PeopleShare, 6),
                (long)row.Respondents, DemandWords.Rounded(row.ResponseRate, 6), DemandWords.Rounded(row.SampleShare, 6),
                DemandWords.Rounded(row.Ratio, 4), (long)row.Online, (long)row.Offline, row.IsSkewed,
            ]);
        }
    }
}
