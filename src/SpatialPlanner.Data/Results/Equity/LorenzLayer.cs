using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Equity;

namespace SpatialPlanner.Data.Results;

/// <summary>The result layer <c>lorenz</c>: the Lorenz curves of the district, 20 points for each service and group.</summary>
public static class LorenzLayer
{
    private static readonly LayerColumn[] Columns =
    [
        new("id", ColumnType.Text), new("service", ColumnType.Text), new("group", ColumnType.Text),
        new("point", ColumnType.Whole), new("cum_people_share", ColumnType.Real), new("cum_walk_share", ColumnType.Real),
        new("reason", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "lorenz", new("洛伦兹曲线", "Lorenz curves"), LayerGeometry.None,
        assessment => (Columns,
        [
            .. assessment.Equity.Where(row => row.Level == AreaLevel.District)
                .SelectMany(row => Enumerable.Range(1, LorenzCurve.Points).Select(p => new LayerRow(null, Values(row, p)))),
        ]));

    private static object?[] Values(EquityRow row, int point) =>
    [
        $"{row.Service}/{row.Group}/{point:d2}", row.Service, row.Group, (long)point,
        Math.Round((double)point / LorenzCurve.Points, 2), EquityLayer.Rounded(row.Measures.Lorenz?[point - 1], 6),
        row.Measures.Lorenz is null ? row.Measures.Reason : null,
    ];
}
