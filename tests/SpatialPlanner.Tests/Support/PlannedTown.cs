using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A town whose tables can be worked out with a pencil; metres east and north. A street runs from the west end (-50, 0) to
/// (1000, 0), on to (1000, 200) and back west to (-50, 200). A canteen stands at (0, 0). Homes stand on the street; the home
/// c at (0, 200) is 200 m from the canteen in a straight line and 2,200 m on foot. Community W of subdistrict S1 ends at
/// 450 m east; E of S2 follows; nobody lives in X of S2, from 2,000 m on.
/// </summary>
/// <remarks>
/// home: people / 60 and over / dwellings; compound — b1 at 100: 10 / 2 / 4; C1 — b2 at 300: 20 / 6 / 8; C1 —
/// c: 50 / 25 / 20; C1 — b3 at 600: 30 / 9 / 12; C2 — b4 at 900: 30 / 0 / 16; C2. Together 140 / 42 / 60.
/// </remarks>
internal sealed class PlannedTown
{
    private static readonly LocalProjection Plane = new(108.95, 34.25);

    public Dictionary<LayerSchema, List<LayerRow>> Layers { get; } = new()
    {
        [WalkEdges] = [Rows.Of(WalkEdges, new LineString([At(-50, 0), At(1000, 0), At(1000, 200), At(-50, 200)]), ("id", "street"))],
        [Boundaries] =
        [
            Boundary("D", "district", null, -1000, 3000), Boundary("S1", "subdistrict", "D", -1000, 450),
            Boundary("S2", "subdistrict", "D", 450, 3000), Boundary("W", "community", "S1", -1000, 450),
            Boundary("E", "community", "S2", 450, 2000), Boundary("X", "community", "S2", 2000, 3000),
        ],
        [Compounds] =
        [
            Rows.Of(Compounds, Box(-45, -40, 440, 240), ("id", "C1"), ("name", "甲小区")),
            Rows.Of(Compounds, Box(550, -40, 950, 40), ("id", "C2"), ("name", "乙小区")),
        ],
        [Buildings] =
        [
            Home("b1", 100, 0, 10, 2, 4, "C1"), Home("b2", 300, 0, 20, 6, 8, "C1"), Home("b3", 600, 0, 30, 9, 12, "C2"),
            Home("b4", 900, 0, 30, 0, 16, "C2"), Home("c", 0, 200, 50, 25, 20, "C1"),
        ],
        [Facilities] = [Facility("F1", 0, "elderly_care;meals", 101, 31)],
    };

    public static PlanningRule Walk(string id, string service, double metres) => new(
        id, service, new("规则", "Rule"), RuleCriterion.Distance, metres, RuleForce.Mandatory, AreaLevel.Community, "3.2",
        new("标准", "Standard"), Verification.Unverified);

    public static PlanningRule Size(string id, string? service, RuleCriterion criterion, double value, AreaLevel level = AreaLevel.Community) =>
        Walk(id, "meals", 1) with { Service = service, Criterion = criterion, Value = value, Level = level };

    public static LayerRow Home(string id, double east, double north, long people, long old, long dwellings, string? compound) => Rows.Of(
        Buildings, new Point(At(east, north)), ("id", id), ("use", "residential"), ("population", people), ("age_60_79", old),
        ("dwellings", dwellings), ("compound_id", compound));

    public static LayerRow Facility(
        string id, double east, string services, double? floorM2 = null, long? capacity = null, string status = "open") => Rows.Of(
        Facilities, new Point(At(east, 0)), ("id", id), ("services", services), ("floor_area_m2", floorM2), ("capacity", capacity),
        ("status", status));

    public static LayerRow Land(string id, Polygon shape, string? community = null, double? areaM2 = null) => Rows.Of(
        ResidentialLand, shape, ("id", id), ("community_code", community), ("area_m2", areaM2));

    public static Polygon Box(double west, double south, double east, double north) => new(new LinearRing(
        [At(west, south), At(east, south), At(east, north), At(west, north), At(west, south)]));

    public static Coordinate At(double east, double north)
    {
        var (lon, lat) = Plane.ToLonLat(east, north);
        return new Coordinate(lon, lat);
    }

    public PlannedTown With(LayerSchema layer, params LayerRow[] rows)
    {
        Layers[layer] = [.. Layers.GetValueOrDefault(layer, []), .. rows];
        return this;
    }

    public LoadedDistrict Load(params PlanningRule[] rules)
    {
        var rows = All.ToDictionary(l => l, l => (IReadOnlyList<LayerRow>)
            [.. Layers.GetValueOrDefault(l, []).OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);
        return new DistrictBuilder(rows, Pack.Default with { Rules = rules }, new(new("测试", "Test"), true, "test"), "fingerprint")
            .Build([], []);
    }

    private static LayerRow Boundary(string code, string level, string? parent, double west, double east) => Rows.Of(
        Boundaries, Box(west, -900, east, 900), ("code", code), ("name", code), ("level", level), ("parent_code", parent));
}
