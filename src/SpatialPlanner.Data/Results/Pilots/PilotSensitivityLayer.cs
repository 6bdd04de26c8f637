using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>
/// The result layer <c>pilot_sensitivity</c>: for each criterion its weight, and how far that can be moved before the choice changes.
/// </summary>
public static class PilotSensitivityLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("name_zh", ColumnType.Text), new("name_en", ColumnType.Text), new("unit_zh", ColumnType.Text),
        new("unit_en", ColumnType.Text), new("direction", ColumnType.Text), new("weight", ColumnType.Real),
        new("lower_weight", ColumnType.Real), new("higher_weight", ColumnType.Real), new("smallest_change", ColumnType.Real),
        new("leaves", ColumnType.Text), new("enters", ColumnType.Text),
    ];

    /// <summary>The layer, by the default weights and number.</summary>
    public static ResultLayer Layer { get; } = new(
        "pilot_sensitivity", new("试点遴选对权重的敏感性", "Sensitivity of the pilot choice to the weights"), LayerGeometry.None,
        assessment => (Columns, Rows(assessment.Pilots)));

    /// <summary>The layer of another choice.</summary>
    /// <param name="answer">The choice.</param>
    public static PublishedLayer Make(PilotAnswer answer) =>
        new(Layer.Name, Layer.Title, Layer.Geometry, Columns, Rows(answer), true);

    private static IReadOnlyList<LayerRow> Rows(PilotAnswer? answer) => answer is null ? [] :
    [
        .. answer.Tippings.Select(t =>
        {
            var criterion = PilotCriteria.All[t.Criterion];
            string? Codes(IReadOnlyList<int> some) => some.Count == 0 ? null : string.Join(';', some.Select(a => answer.Candidates[a].Code));
            return new LayerRow(null,
            [
                criterion.Code, criterion.Name.Zh, criterion.Name.En, criterion.Unit.Zh, criterion.Unit.En,
                criterion.IsBenefit ? "more_is_better" : "less_is_better", Math.Round(t.Weight, 6), DemandWords.Rounded(t.Down, 4),
                DemandWords.Rounded(t.Up, 4), DemandWords.Rounded(t.Change, 4), Codes(t.Leaves), Codes(t.Enters),
            ]);
        }),
    ];
}
