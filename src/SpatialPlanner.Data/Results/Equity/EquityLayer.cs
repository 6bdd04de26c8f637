using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Equity;

namespace SpatialPlanner.Data.Results;

/// <summary>The result layer <c>equity</c>: how the walks of each group to each service are spread, as a table.</summary>
public static class EquityLayer
{
    private static readonly LayerColumn[] Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text),
        new("name", ColumnType.Text), new("service", ColumnType.Text), new("group", ColumnType.Text),
        new("people", ColumnType.Whole), new("unreached_people", ColumnType.Whole), new("cap_min", ColumnType.Real),
        new("mean_min", ColumnType.Real), new("worst_decile_min", ColumnType.Real), new("gini", ColumnType.Real),
        new("palma", ColumnType.Real), new("theil", ColumnType.Real), new("theil_between", ColumnType.Real),
        new("theil_within", ColumnType.Real), new("concentration_index", ColumnType.Real), new("fgt0", ColumnType.Real),
        new("fgt1", ColumnType.Real), new("fgt2", ColumnType.Real), new("reason", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "equity", new("步行公平性", "Equity of walks"), LayerGeometry.None,
        assessment => (Columns, [.. assessment.Equity.Select(row => new LayerRow(null, Values(assessment.Loaded, row)))]));

    // Theil's parts are rounded first, so that a reader who adds up the columns finds their sum.
    private static object?[] Values(LoadedDistrict loaded, EquityRow row)
    {
        var (area, m) = (loaded.Areas[row.Area].Area, row.Measures);
        var level = GapsLayer.NameOf(row.Level);
        var (between, within) = (Rounded(m.Theil?.Between, 6), Rounded(m.Theil?.Within, 6));
        return
        [
            $"{level}/{area.Code}/{row.Service}/{row.Group}", level, area.Code, area.Name, row.Service, row.Group, m.People,
            m.UnreachedPeople, Rounded(row.CapMinutes, 3), Rounded(m.MeanMinutes, 3), Rounded(m.WorstDecileMinutes, 3),
            Rounded(m.Gini, 6), Rounded(m.Palma, 6), Rounded(between + within, 6), between, within,
            Rounded(m.Concentration, 6), Rounded(m.Fgt0, 6), Rounded(m.Fgt1, 6), Rounded(m.Fgt2, 6), m.Reason,
        ];
    }

    // Plus 0, so that what rounds to nothing from below is no -0 in a file.
    internal static double? Rounded(double? value, int digits) => value is { } v ? Math.Round(v, digits) + 0.0 : null;
}
