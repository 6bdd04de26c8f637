using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Indicators;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Indicators;

/// <summary>
/// The table <c>indicators</c>: each walk rule by area and denominator, along the network and by circle. Amounts are counts,
/// and square metres for land.
/// </summary>
public static class IndicatorsLayer
{
    /// <summary>Share of an area's people on its residential land below which that land is taken to be incomplete.</summary>
    private const double CompleteLand = 0.5;

    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("rule", ColumnType.Text), new("service", ColumnType.Text), new("criterion", ColumnType.Text),
        new("measure", ColumnType.Text), new("denominator", ColumnType.Text), new("official", ColumnType.Flag),
        new("limit_m", ColumnType.Real), new("limit_s", ColumnType.Real), new("numerator", ColumnType.Real),
        new("total", ColumnType.Real), new("share", ColumnType.Real), new("target_share", ColumnType.Real),
        new("verdict", ColumnType.Text), new("network", ColumnType.Real), new("circle", ColumnType.Real),
        new("network_people", ColumnType.Whole), new("circle_people", ColumnType.Whole),
        new("circle_excess_people", ColumnType.Whole), new("group", ColumnType.Text), new("profile", ColumnType.Text),
        new("clause", ColumnType.Text), new("source_zh", ColumnType.Text), new("source_en", ColumnType.Text),
        new("verification", ColumnType.Text), new("note_zh", ColumnType.Text), new("note_en", ColumnType.Text),
        new("rule_note_zh", ColumnType.Text), new("rule_note_en", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("indicators", new("指标表", "Indicators"), LayerGeometry.None, Contents);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment) =>
        (Columns, [.. assessment.Indicators.Select(row => new LayerRow(null, Values(assessment, row)))]);

    private static object?[] Values(Assessment assessment, IndicatorRow row)
    {
        var (rule, area) = (row.Rule, assessment.Areas.All[row.Area].Area);
        var (level, denominator) = (GapsLayer.NameOf(row.Level), RuleText.NameOf(row.Denominator));
        var service = assessment.Loaded.Pack.Services.FirstOrDefault(s => s.Code == rule.Service);
        var note = Note(assessment.Loaded, row, assessment.ShareOnLand[row.Area]);
        return
        [
            $"{level}/{area.Code}/{rule.Id}/{denominator}", level, area.Code, area.Name, rule.Id, rule.Service,
            RuleText.NameOf(rule.Criterion), RuleWords.Measures.Of(rule.Measure).Word, denominator, row.IsOfficial,
            Math.Round(row.LimitM, 3), Math.Round(row.LimitS, 3), Amount(row, row.Numerator), Amount(row, row.Counts?.Total),
            row.Share is { } share ? Math.Round(share, 6) : null, rule.TargetShare, RuleText.Snake(row.Verdict),
            Amount(row, row.Counts?.Network), Amount(row, row.Counts?.Circle), row.Group?.Network, row.Group?.Circle,
            row.CircleExcess, service?.Group, rule.Profile ?? service?.Profile, rule.Clause, rule.Source.Zh, rule.Source.En,
            RuleText.NameOf(rule.Verification), note?.Zh, note?.En,
            rule.Note?.Zh, rule.Note?.En,
        ];
    }

    private static double? Amount(IndicatorRow row, long? counted) =>
        row.Denominator == RuleDenominator.ResidentialLand ? Hundredths.Amount(counted) : counted;

    private static LocalText? Note(LoadedDistrict loaded, IndicatorRow row, double? onLand)
    {
        var service = row.Rule.Service is { } code ? loaded.Pack.IndexOfService(code) : -1;
        return RuleText.Join(
        [
            service < 0 ? new("规则没有指明规则包中的服务", "the rule names no service of the pack") : WhyNone(row),
            service >= 0 && loaded.District.Facilities.OpenWith(service).Length == 0
                ? new("数据中没有开放的此类设施", "the data have no open facility of this service") : null,
            row.Denominator == RuleDenominator.ResidentialLand && row.Counts is { Total: > 0 } && onLand is < CompleteLand
                ? new(
                    $"居住用地不全：只有 {onLand * 100:0} % 的居民住在图层 residential_land 的地块上，此比例不宜采用",
                    $"the residential land is not complete: only {onLand * 100:0} % of the people live on parcels of the layer residential_land; do not use this share")
                : null,
            row.Rule.ValueTo is { } to
                ? new($"文件给出 {row.Rule.Value:0.##}–{to:0.##}，按 {row.Rule.Value:0.##} 计", $"the document gives {row.Rule.Value:0.##} to {to:0.##}; {row.Rule.Value:0.##} counts")
                : null,
        ]);
    }

    private static LocalText? WhyNone(IndicatorRow row) => (row.Counts, row.Denominator) switch
    {
        (null, RuleDenominator.ResidentialLand) => new(
            "数据中没有居住用地（图层 residential_land）", "the data have no residential land (layer residential_land)"),
        (null, _) => new("数据中没有小区（图层 compounds）", "the data have no compounds (layer compounds)"),
        ({ Total: 0 }, RuleDenominator.ResidentialLand) => new("此处没有居住用地", "there is no residential land here"),
        ({ Total: 0 }, RuleDenominator.Compounds) => new("此处没有有人居住的小区", "there is no compound with people here"),
        ({ Total: 0 }, RuleDenominator.Dwellings) => new("此处没有住户数据", "there are no dwellings here"),
        ({ Total: 0 }, RuleDenominator.Buildings) => new("此处没有住宅楼", "there is no residential building here"),
        ({ Total: 0 }, _) => new("此处没有该人群", "there are no people of this group here"),
        _ => null,
    };
}
