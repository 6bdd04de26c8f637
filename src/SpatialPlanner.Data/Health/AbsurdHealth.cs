using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Numbers that no building or room has, and texts that should be there and are not.</summary>
internal static class AbsurdHealth
{
    private static readonly RowReader Building = new(WorkspaceLayers.Buildings);
    private static readonly Func<LayerRow, long?> Storeys = Building.Whole("storeys");
    private static readonly Func<LayerRow, double?> FloorArea = Building.Real("floor_area_m2");
    private static readonly Func<LayerRow, long?> Dwellings = Building.Whole("dwellings");
    private static readonly Func<LayerRow, long?> People = Building.Whole("population");
    private static readonly Func<LayerRow, string?> Use = Building.Text("use");
    private static readonly RowReader Facility = new(WorkspaceLayers.Facilities);
    private static readonly RowReader Space = new(WorkspaceLayers.IdleSpaces);
    private static readonly RowReader Entrance = new(WorkspaceLayers.Entrances);
    private static readonly RowReader Compound = new(WorkspaceLayers.Compounds);

    private sealed record Test(LayerSchema Layer, string Code, HealthGrade Grade, Func<LayerRow, bool> Is, string Zh, string En);

    // The limits are wide: what breaks them is a wrong unit or a wrong column, not an unusual house.
    private static readonly Test[] Tests =
    [
        new(WorkspaceLayers.Buildings, "absurd_storeys", HealthGrade.Warning, r => Storeys(r) is 0 or > 130,
            "栋建筑的层数为 0 或超过 130", "buildings have 0 storeys or over 130"),
        new(WorkspaceLayers.Buildings, "absurd_footprint", HealthGrade.Warning, r => Footprint(r) is < 4 or > 200_000,
            "栋建筑的基底面积小于 4 m² 或超过 20 万 m²：可能不是建筑", "buildings cover under 4 m² or over 200,000 m²: perhaps no buildings"),
        new(WorkspaceLayers.Buildings, "floor_area_against_shape", HealthGrade.Warning, FloorAreaIsOff,
            "栋建筑的建筑面积与基底面积乘层数相差 4 倍以上：核对单位（m²）和层数",
            "buildings have a floor area over four times, or under a quarter of, footprint times storeys: check the unit (m²) and the storeys"),
        new(WorkspaceLayers.Buildings, "absurd_dwellings", HealthGrade.Warning,
            r => Dwellings(r) is > 0 and var homes && FloorArea(r) is > 0 and var m2 && m2 / homes is < 10 or > 2000,
            "栋建筑每户不足 10 m² 或超过 2,000 m²", "buildings have under 10 m² or over 2,000 m² a dwelling"),
        new(WorkspaceLayers.Buildings, "absurd_household", HealthGrade.Warning,
            r => Dwellings(r) is > 0 and var homes && People(r) is >= 20 and var people && (double)people / homes > 10,
            "栋建筑每户超过 10 人", "buildings have over 10 people a dwelling"),
        new(WorkspaceLayers.Buildings, "people_in_no_home", HealthGrade.Warning, r => Use(r) == "other" && People(r) > 0,
            "栋非居住建筑有人口", "buildings that are no homes have people"),
        new(WorkspaceLayers.Facilities, "no_name", HealthGrade.Note, Empty(Facility, "name"), "个设施没有名称", "facilities have no name"),
        new(WorkspaceLayers.Facilities, "absurd_floor_area", HealthGrade.Warning, OutOf(Facility, "floor_area_m2", 1, 500_000),
            "个设施的面积小于 1 m² 或超过 50 万 m²：核对单位", "facilities have under 1 m² or over 500,000 m²: check the unit"),
        new(WorkspaceLayers.IdleSpaces, "no_floor_area", HealthGrade.Warning, NoNumber(Space, "floor_area_m2"),
            "处闲置空间没有面积：无法选址", "idle spaces have no floor area: they cannot be planned with"),
        new(WorkspaceLayers.IdleSpaces, "absurd_floor_area", HealthGrade.Warning, OutOf(Space, "floor_area_m2", 1, 500_000),
            "处闲置空间的面积小于 1 m² 或超过 50 万 m²：核对单位", "idle spaces have under 1 m² or over 500,000 m²: check the unit"),
        new(WorkspaceLayers.IdleSpaces, "no_cost", HealthGrade.Note, NoNumber(Space, "cost_cny"), "处闲置空间没有费用", "idle spaces have no cost"),
        new(WorkspaceLayers.Entrances, "entrance_of_nothing", HealthGrade.Note, Empty(Entrance, "of_id"),
            "个出入口没有说明属于谁（of_id）", "entrances do not say what they belong to (of_id)"),
        new(WorkspaceLayers.Compounds, "no_name", HealthGrade.Note, Empty(Compound, "name"), "个小区没有名称", "compounds have no name"),
    ];

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        foreach (var test in Tests)
        {
            List<string> ids = [.. loaded.Rows[test.Layer].Where(test.Is).Select(r => (string)r.Values[0]!)];
            if (ids.Count > 0)
            {
                yield return HealthReport.Finding(
                    test.Grade, test.Code, test.Layer.Name, ids, $"{ids.Count} {test.Zh}", $"{ids.Count} {test.En}");
            }
        }
    }

    private static double? Footprint(LayerRow row) =>
        row.Geometry is Polygon or MultiPolygon ? GeodesicArea.SquareMetres(row.Geometry) : null;

    private static bool FloorAreaIsOff(LayerRow row) =>
        FloorArea(row) is > 0 and var area && Storeys(row) is > 0 and var storeys && Footprint(row) is > 0 and var footprint
        && area / (footprint * storeys) is > 4 or < 0.25;

    private static Func<LayerRow, bool> Empty(RowReader layer, string column)
    {
        var read = layer.Text(column);
        return row => string.IsNullOrWhiteSpace(read(row));
    }

    private static Func<LayerRow, bool> NoNumber(RowReader layer, string column)
    {
        var read = layer.Real(column);
        return row => read(row) is null;
    }

    private static Func<LayerRow, bool> OutOf(RowReader layer, string column, double least, double most)
    {
        var read = layer.Real(column);
        return row => read(row) is { } number && (number < least || number > most);
    }
}
