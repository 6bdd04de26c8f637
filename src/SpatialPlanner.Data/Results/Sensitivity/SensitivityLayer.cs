using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Sensitivity;

namespace SpatialPlanner.Data.Results.Sensitivity;

/// <summary>The table <c>sensitivity</c>: the band of every service's people outside under each assumption.</summary>
public static class SensitivityLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "sensitivity", new("敏感性分析", "Sensitivity"), LayerGeometry.None, Contents);

    /// <summary>Name of an assumption in tables and keys; <c>all</c> for all of them.</summary>
    /// <param name="assumption">Assumption, or null.</param>
    public static string NameOf(Assumption? assumption) => assumption switch
    {
        Assumption.Speed => "speed",
        Assumption.Threshold => "threshold",
        Assumption.SnapLimit => "snap_limit",
        Assumption.SnapLeg => "snap_leg",
        Assumption.Gates => "gates",
        _ => "all",
    };

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var services = assessment.Answers.ToDictionary(a => a.Service.Code);
        return (
            [
                new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text),
                new("name", ColumnType.Text), new("service", ColumnType.Text), new("group", ColumnType.Text),
                new("assumption", ColumnType.Text), new("setting", ColumnType.Text), new("low_setting", ColumnType.Text),
                new("high_setting", ColumnType.Text), new("total", ColumnType.Whole), new("base_out", ColumnType.Whole),
                new("low_out", ColumnType.Whole), new("high_out", ColumnType.Whole), new("least_out", ColumnType.Whole),
                new("most_out", ColumnType.Whole), new("swing", ColumnType.Whole), new("swing_points", ColumnType.Real),
                new("rank", ColumnType.Whole), new("moved_most_by", ColumnType.Text), new("note", ColumnType.Text),
            ],
            [.. assessment.Sensitivity.Select(row => new LayerRow(null, Values(assessment.Loaded, services[row.Service], row)))]);
    }

    private static object?[] Values(LoadedDistrict loaded, ServiceAnswer answer, SensitivityRow row)
    {
        var (area, level, name) = (loaded.Areas[row.Area].Area, GapsLayer.NameOf(row.Level), NameOf(row.Assumption));
        var (own, low, high) = Settings(answer, row.Assumption, SensitivitySettings.Default);
        return
        [
            $"{level}/{area.Code}/{row.Service}/{name}", level, area.Code, area.Name, row.Service, answer.Service.Group,
            name, own, low, high, row.Total, row.BaseOut, row.LowOut, row.HighOut, row.LeastOut, row.MostOut, row.Swing,
            row.SwingPoints is { } points ? Math.Round(points, 3) : null, (long?)row.Rank,
            row.MovedMostBy is { } most ? NameOf(most) : null, Note(loaded, answer, row.Assumption),
        ];
    }

    // In full, without a sign in front: a spreadsheet takes "+1 min" for a formula.
    private static (string? Own, string? Low, string? High) Settings(
        ServiceAnswer answer, Assumption? assumption, SensitivitySettings settings)
    {
        static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, 3)} {unit}");
        var (walker, limit) = (answer.Profile, answer.Limit);
        string Speed(int speedMmPerS) => Text(speedMmPerS / 1000.0, "m/s");
        string Limit(CoverageLimit l) => l.IsDistance ? Text(l.Value / 1000.0, "m") : Text(l.Value / 60_000.0, "min");
        return assumption switch
        {
            Assumption.Speed => (
                Speed(walker.SpeedMmPerS), Speed(settings.Pace(walker, false).SpeedMmPerS),
                Speed(settings.Pace(walker, true).SpeedMmPerS)),
            Assumption.Threshold => (
                Limit(limit), Limit(settings.Limit(limit, walker, false)), Limit(settings.Limit(limit, walker, true))),
            Assumption.SnapLimit => (
                Text(District.LinkLimitMetres, "m"), Text(settings.LowLinkMetres, "m"), Text(settings.HighLinkMetres, "m")),
            Assumption.SnapLeg => ("x1", "x0", "x2"),
            Assumption.Gates => ("gates_as_mapped", "gates_unknown", "gates_open"),
            _ => (null, null, null),
        };
    }

    // Why a band is 0 that a reader would not expect to be.
    private static string? Note(LoadedDistrict loaded, ServiceAnswer answer, Assumption? assumption) => assumption switch
    {
        Assumption.Speed when answer.Limit.IsDistance => "limit_is_a_distance",
        Assumption.Gates when loaded.District.PlaceLinker.Compounds.Count == 0 => "no_known_gates",
        _ => null,
    };
}
