using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Gaps;

namespace SpatialPlanner.Data.Results;

/// <summary>The gap table as a layer without geometry: the rows of <c>gaps.csv</c>.</summary>
public static class GapTableLayer
{
    /// <summary>The columns of <c>gaps.csv</c>.</summary>
    public static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("service", ColumnType.Text), new("limit_m", ColumnType.Real), new("limit_s", ColumnType.Real),
        new("group", ColumnType.Text), new("denominator", ColumnType.Text), new("total", ColumnType.Whole),
        new("covered", ColumnType.Whole), new("uncovered", ColumnType.Whole), new("share", ColumnType.Real),
        new("profile", ColumnType.Text),
    ];

    /// <summary>The layer: the rows of <c>gaps.csv</c>, service by service.</summary>
    public static ResultLayer Layer { get; } = new(
        "gap_table", new("服务盲区表", "Gap table"), LayerGeometry.None,
        assessment => (Columns, [.. assessment.Answers.SelectMany(a => a.Gaps).Select(row => new LayerRow(null, Values(assessment.Loaded, row)))]));

    /// <summary>Name of a denominator in tables and keys.</summary>
    /// <param name="denominator">Denominator.</param>
    public static string NameOf(Denominator denominator) => denominator switch
    {
        Denominator.People => "people",
        Denominator.Dwellings => "dwellings",
        _ => "buildings",
    };

    private static object?[] Values(LoadedDistrict loaded, GapRow row)
    {
        var area = loaded.Areas[row.Area].Area;
        return
        [
            GapsLayer.NameOf(row.Level), area.Code, area.Name, row.Service, Rounded(row.LimitM, 3),
            Rounded(row.LimitS, 3), row.Group, NameOf(row.Denominator), row.Total, row.Covered, row.Uncovered,
            Rounded(row.Share, 6), row.Profile,
        ];
    }

    private static double? Rounded(double? value, int digits) => value is { } v ? Math.Round(v, digits) : null;
}
