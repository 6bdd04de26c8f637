using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Needs;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>The table <c>needs</c>: what each area needs by the rules about number and size, has, and lacks.</summary>
public static class NeedsLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("is_sum", ColumnType.Flag), new("rule", ColumnType.Text), new("rule_name_zh", ColumnType.Text),
        new("rule_name_en", ColumnType.Text), new("service", ColumnType.Text), new("criterion", ColumnType.Text),
        new("force", ColumnType.Text), new("tier", ColumnType.Text), new("value", ColumnType.Real), new("value_to", ColumnType.Real),
        new("unit", ColumnType.Text), new("people", ColumnType.Whole), new("group", ColumnType.Text),
        new("group_people", ColumnType.Whole), new("households", ColumnType.Whole), new("households_source", ColumnType.Text),
        new("required", ColumnType.Real), new("have", ColumnType.Real), new("have_not_open", ColumnType.Real),
        new("largest", ColumnType.Real), new("facilities", ColumnType.Whole), new("facilities_not_open", ColumnType.Whole),
        new("facilities_unknown", ColumnType.Whole), new("shortfall", ColumnType.Real), new("share_met", ColumnType.Real),
        new("verdict", ColumnType.Text), new("areas", ColumnType.Whole), new("areas_short", ColumnType.Whole),
        new("areas_unknown", ColumnType.Whole), new("score", ColumnType.Real), new("priority", ColumnType.Whole),
        new("clause", ColumnType.Text), new("source_zh", ColumnType.Text), new("source_en", ColumnType.Text),
        new("verification", ColumnType.Text), new("note_zh", ColumnType.Text), new("note_en", ColumnType.Text),
        new("rule_note_zh", ColumnType.Text), new("rule_note_en", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("needs", new("需求与缺口表", "Need, have and gap"), LayerGeometry.None, Contents);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment) =>
        (Columns, [.. assessment.Needs.Select(row => new LayerRow(null, Values(assessment, row)))]);

    private static object?[] Values(Assessment assessment, NeedRow row)
    {
        var (rule, area, level) = (row.Rule, assessment.Areas.All[row.Area].Area, GapsLayer.NameOf(row.Level));
        var service = assessment.Loaded.Pack.Services.FirstOrDefault(s => s.Code == rule.Service);
        var note = Note(row);
        return
        [
            $"{level}/{area.Code}/{rule.Id}", level, area.Code, area.Name, row.IsSum, rule.Id, rule.Name.Zh, rule.Name.En, rule.Service,
            RuleText.NameOf(rule.Criterion), RuleText.NameOf(rule.Force), RuleText.NameOf(rule.Tier),
            rule.Value, rule.ValueTo, UnitOf(rule.Criterion), row.People.People[0], service?.Group ?? DemandGroups.Everyone.Code,
            row.GroupPeople, row.People.Households, RuleText.Snake(row.People.Source), Hundredths.Amount(row.Required),
            Hundredths.Amount(row.Have.Open), Hundredths.Amount(row.Have.NotOpen), Hundredths.Amount(row.Have.Largest),
            (long)row.Have.Facilities, (long)row.Have.FacilitiesNotOpen, (long)row.Have.FacilitiesUnknown,
            Hundredths.Amount(row.Shortfall), row.ShareMet is { } share ? Math.Round(share, 6) : null, RuleText.Snake(row.Verdict),
            (long)row.Areas, (long)row.AreasShort, (long)row.AreasUnknown, row.Score is { } score ? Math.Round(score, 3) : null,
            (long?)row.Priority, rule.Clause, rule.Source.Zh, rule.Source.En, RuleText.NameOf(rule.Verification), note?.Zh, note?.En,
            rule.Note?.Zh, rule.Note?.En,
        ];
    }

    private static string UnitOf(RuleCriterion criterion) => criterion switch
    {
        RuleCriterion.Count => "facilities",
        RuleCriterion.PlacesPer1000People => "places",
        _ => "m2",
    };

    private static LocalText? Note(NeedRow row)
    {
        var (unknown, zh, en) = row.Rule.Criterion == RuleCriterion.PlacesPer1000People
            ? (row.Have.FacilitiesUnknown, "位数", "places") : (row.Have.FacilitiesUnknown, "建筑面积", "floor area");
        return RuleText.Join(
        [
            unknown == 0 ? null : new(
                $"{unknown} 处开放设施没有{zh}数据，未计入现状，缺口是上限",
                $"{unknown} open facilities have no {en} in the data and add nothing: the shortfall is at most this"),
            row.Have.FacilitiesNotOpen == 0 ? null : new(
                $"{row.Have.FacilitiesNotOpen} 处关闭、规划或改作他用的设施不计入", $"{row.Have.FacilitiesNotOpen} closed, planned or repurposed facilities do not count"),
            row.IsSum || row.Rule.Service is not null || row.Have.Open < row.Required || row.Have.Open - row.Have.Largest >= row.Required ? null : new(
                $"单凭一处 {Hundredths.Amount(row.Have.Largest):0.##} ㎡ 的设施达标：请核对它是否为社区服务用房（如医院不是）",
                $"one facility of {Hundredths.Amount(row.Have.Largest):0.##} m² alone makes this met: check that it is community service space (a hospital is not)"),
        ]);
    }
}
