using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Do the people of the areas look like people: shares of ages, households, density, and figures copied down?</summary>
internal static class PopulationHealth
{
    private const int FewestToJudge = 200;

    private static readonly RowReader Boundary = new(WorkspaceLayers.Boundaries);
    private static readonly Func<LayerRow, string?> Level = Boundary.Text("level");
    private static readonly Func<LayerRow, long?> People = Boundary.Whole("population");
    private static readonly Func<LayerRow, long?> Households = Boundary.Whole("households");
    private static readonly Func<LayerRow, long?>[] Old = [Boundary.Whole("age_60_79"), Boundary.Whole("age_80_up")];
    private static readonly Func<LayerRow, long?> Infants = Boundary.Whole("age_0_3");

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        List<LayerRow> areas = [.. loaded.Rows[WorkspaceLayers.Boundaries].Where(r => Level(r) == "community" && People(r) is not null)];
        return
        [
            .. Told(areas, "population_zero", HealthGrade.Warning, r => People(r) == 0,
                "个社区的人口为 0", "communities have a population of 0"),
            .. Told(areas, "population_old_share", HealthGrade.Warning, r => Old.All(o => o(r) is not null) && Share(r, Old.Sum(o => o(r)!.Value)) is < 0.02 or > 0.6,
                "个社区 60 岁以上占比低于 2% 或高于 60%：核对年龄列", "communities have under 2 % or over 60 % of people of 60 and over: check the columns of ages"),
            .. Told(areas, "population_infant_share", HealthGrade.Warning, r => Infants(r) is { } n && Share(r, n) is > 0.15,
                "个社区 0–3 岁占比高于 15%：核对年龄列", "communities have over 15 % of infants of 0–3: check the columns of ages"),
            .. Told(areas, "population_household_size", HealthGrade.Warning, r => Households(r) is > 0 and var n && People(r) >= FewestToJudge && (double)People(r)!.Value / n is < 1 or > 6,
                "个社区户均人口小于 1 或大于 6：核对户数与人口", "communities have under 1 or over 6 people a household: check households and people"),
            .. Told(areas, "population_density", HealthGrade.Warning, r => People(r) >= FewestToJudge && Density(r) is > 150_000,
                "个社区每平方公里超过 15 万人：核对人口或边界", "communities have over 150,000 people on a square kilometre: check people or boundary"),
            .. Copied(areas), .. Rounded(areas), .. CouldBeSpread(loaded, areas),
        ];
    }

    private static double? Share(LayerRow row, long part) => People(row) >= FewestToJudge ? (double)part / People(row)!.Value : null;

    private static double? Density(LayerRow row) =>
        row.Geometry is { IsEmpty: false } shape ? People(row)!.Value / (GeodesicArea.SquareMetres(shape) / 1e6) : null;

    private static IEnumerable<HealthFinding> Told(
        List<LayerRow> areas, string code, HealthGrade grade, Func<LayerRow, bool> which, string zh, string en)
    {
        List<string> ids = [.. areas.Where(which).Select(r => (string)r.Values[0]!)];
        return ids.Count == 0 ? [] : [HealthReport.Finding(grade, code, WorkspaceLayers.Boundaries.Name, ids, $"{ids.Count} {zh}", $"{ids.Count} {en}")];
    }

    // Three communities with one and the same number of people: a figure that was dragged down a column.
    private static IEnumerable<HealthFinding> Copied(List<LayerRow> areas)
    {
        var copied = areas.Where(r => People(r) >= FewestToJudge).GroupBy(People).Where(g => g.Count() >= 3)
            .SelectMany(g => g).ToHashSet();
        return Told(areas, "population_copied", HealthGrade.Warning, copied.Contains,
            "个社区的人口与另外两个以上社区完全相同：可能是复制的数字", "communities have exactly the people of two or more others: perhaps a figure copied down");
    }

    private static IEnumerable<HealthFinding> Rounded(List<LayerRow> areas)
    {
        List<LayerRow> round = [.. areas.Where(r => People(r) is > 0 and var n && n % 100 == 0)];
        return areas.Count >= 5 && round.Count * 2 > areas.Count
            ? Told(areas, "population_rounded", HealthGrade.Note, round.Contains, "个社区的人口是整百数：可能是估计值", "communities have people in whole hundreds: perhaps estimates")
            : [];
    }

    private static IEnumerable<HealthFinding> CouldBeSpread(LoadedDistrict loaded, List<LayerRow> areas)
    {
        var source = WorkspaceLayers.Buildings.Require("population_source");
        var isSpread = loaded.Imports.Any(i => i.Format.StartsWith("population spread", StringComparison.Ordinal));
        if (areas.Any(r => People(r) > 0) && !isSpread
            && loaded.Rows[WorkspaceLayers.Buildings].Any(r => r.Values[source] is "estimated"))
        {
            yield return HealthReport.Finding(
                HealthGrade.Note, "population_could_be_spread", WorkspaceLayers.Buildings.Name, [],
                "建筑人口按常数估算，而社区有登记人口：可用 planner population 按社区总数分配",
                "people of buildings are estimated by constants while communities have registered figures: planner population spreads these instead");
        }
    }
}
