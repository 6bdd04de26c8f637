using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Are the attributes that the figures rest on there, and do they make sense?</summary>
internal static class AttributeHealth
{
    /// <summary>More than a person on 5 m² of floor: more likely a wrong number than a home.</summary>
    private const double CrowdedM2 = 5;

    private static readonly RowReader Building = new(WorkspaceLayers.Buildings);
    private static readonly Func<LayerRow, int> Population = Building.Count("population");
    private static readonly Func<LayerRow, double?> FloorArea = Building.Real("floor_area_m2");
    private static readonly Func<LayerRow, string?> Source = Building.Text("population_source");
    private static readonly Func<LayerRow, string?> Use = Building.Text("use");
    private static readonly RowReader Facility = new(WorkspaceLayers.Facilities);
    private static readonly Func<LayerRow, string?> Services = Facility.Text("services");

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded) =>
        People(loaded.Rows[WorkspaceLayers.Buildings]).Concat(Facilities(loaded));

    private static IEnumerable<HealthFinding> People(IReadOnlyList<LayerRow> buildings)
    {
        var layer = WorkspaceLayers.Buildings.Name;
        var total = buildings.Sum(r => (long)Population(r));
        if (buildings.Count > 0 && total == 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Problem, "no_people", layer, [],
                "所有建筑均无人口：导入 population 列，或导入层数与面积以便估算", "no building has people: import a column population, or storeys and floor area to estimate from");
            yield break;
        }

        var estimated = buildings.Where(r => Source(r) == "estimated").Sum(r => (long)Population(r));
        if (estimated > 0)
        {
            var share = 100.0 * estimated / total;
            yield return new HealthFinding(
                HealthGrade.Warning, "population_estimated", layer, estimated,
                new(Text($"{total:N0} 人中 {share:F0}% 为按规则包常数估算（待核实）"),
                    Text($"{share:F0} % of {total:N0} people are estimated with the constants of the rule pack (to be verified)")),
                []);
        }

        if (Ids(buildings, r => Use(r) is "residential" && Population(r) == 0) is { Count: > 0 } empty)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "home_without_people", layer, empty,
                $"{empty.Count} 栋住宅没有人口", $"{empty.Count} residential buildings have no people");
        }

        if (Ids(buildings, r => Population(r) > 0 && FloorArea(r) is > 0 and var m2 && m2 / Population(r) < CrowdedM2)
            is { Count: > 0 } crowded)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "crowded", layer, crowded,
                $"{crowded.Count} 栋建筑人均不足 5 m²：核对人口或面积", $"{crowded.Count} buildings have under 5 m² a person: check people or floor area");
        }
    }

    private static IEnumerable<HealthFinding> Facilities(LoadedDistrict loaded)
    {
        var layer = WorkspaceLayers.Facilities.Name;
        var rows = loaded.Rows[WorkspaceLayers.Facilities];
        if (Ids(rows, r => string.IsNullOrWhiteSpace(Services(r))) is { Count: > 0 } idle)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "facility_without_service", layer, idle,
                $"{idle.Count} 个设施没有服务代码，不参与计算", $"{idle.Count} facilities name no service and do not count");
        }

        bool HasUnknown(LayerRow r) => (Services(r) ?? "").Split(';', StringSplitOptions.TrimEntries)
            .Any(code => code.Length > 0 && loaded.Pack.IndexOfService(code) < 0);
        if (Ids(rows, HasUnknown) is { Count: > 0 } unknown)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "unknown_service", layer, unknown,
                $"{unknown.Count} 个设施的服务代码不在规则包 {loaded.Pack.Id} 中", $"{unknown.Count} facilities name a service that the rule pack {loaded.Pack.Id} does not have");
        }

        foreach (var service in loaded.Pack.Services.Where(
            (_, s) => loaded.District.Facilities.OpenWith(s).Length == 0))
        {
            yield return HealthReport.Finding(
                HealthGrade.Note, "service_without_facility", layer, [],
                $"没有开放的“{service.Name.Zh}”设施", $"no open facility of {service.Name.En}");
        }
    }

    private static List<string> Ids(IReadOnlyList<LayerRow> rows, Func<LayerRow, bool> which) =>
        [.. rows.Where(which).Select(r => (string)r.Values[0]!)];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
