using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The result layer <c>survey_left_out</c>: every answer that does not count, as it was given, with the reason.</summary>
public static class SurveyLeftOutLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("reason", ColumnType.Text), new("reason_zh", ColumnType.Text), new("reason_en", ColumnType.Text),
        new("community_code", ColumnType.Text), new("service", ColumnType.Text), new("age_group", ColumnType.Text),
        new("want", ColumnType.Whole), new("need_kind", ColumnType.Text), new("channel", ColumnType.Text), new("respondent", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "survey_left_out", new("未计入的答卷", "Answers left out"), LayerGeometry.None,
        assessment => (Columns,
        [
            .. assessment.Demand.Estimate.Intake.LeftOut.Select(l => new LayerRow(null,
            [
                l.Response.Id, DemandWords.NameOf(l.Reason), DemandWords.TextOf(l.Reason).Zh, DemandWords.TextOf(l.Reason).En,
                l.Response.Community, l.Response.Service, l.Response.AgeGroup, l.Response.Want, l.Response.NeedKind,
                l.Response.Channel, l.Response.Respondent,
            ])),
        ]));
}
