using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>Idle spaces as three rounds of field survey would list them.</summary>
internal static class IdleSpaceRows
{
    private const double ApartMetres = 220;

    private static readonly (string Name, string Owner, double LeastM2, double MostM2, int HighestStorey)[] Kinds =
    [
        ("闲置自行车棚", "小区业主共有", 60, 220, 1), ("空置临街商铺", "国有资产公司", 60, 360, 2),
        ("原锅炉房", "房管所", 180, 620, 1), ("闲置社区用房", "街道办", 80, 480, 3),
        ("原单位食堂", "原产权单位", 260, 900, 2), ("旧厂房一角", "区属国企", 700, 3500, 1),
        ("原幼儿园旧址", "教育局", 500, 1800, 1), ("闲置招待所", "原产权单位", 600, 2800, 3),
        ("停用菜场", "市场公司", 400, 1600, 1), ("底层架空层", "物业公司", 90, 400, 1),
        ("闲置车库", "小区业主共有", 120, 700, 1), ("旧活动中心", "街道办", 200, 1100, 3),
    ];

    private static readonly (string Service, double LeastM2, double MostM2, int HighestStorey)[] Needs =
    [
        ("elderly_care", 150, 3500, 2), ("infant_care", 200, 1800, 3), ("child_custody", 80, 1200, 4),
        ("meals", 80, 1500, 2), ("household", 60, 300, 1), ("health", 120, 2500, 2), ("sports", 200, 3500, 4),
        ("culture", 80, 3500, 4), ("play", 100, 1500, 1), ("market", 200, 3000, 1), ("pharmacy", 60, 200, 1),
        ("community_centre", 100, 2000, 2),
    ];

    public static Rows Make(SampleRecipe recipe, SampleCity city, GeoFrame frame, RulePack pack, Spots spots)
    {
        var random = new SampleRandom(recipe.Seed, 8);
        var rows = new Rows(WorkspaceLayers.IdleSpaces);
        foreach (var spot in spots.Take(null, Scarcity.Even, ApartMetres, recipe.IdleSpaces))
        {
            var community = city.Communities[city.Parcels[spot.Parcel].Community];
            Add(rows, frame.Point(spot.At), community, pack, random);
        }

        return rows;
    }

    private static void Add(
        Rows rows, NetTopologySuite.Geometries.Point at, Community community, RulePack pack, SampleRandom random)
    {
        var (name, owner, least, most, highest) = random.Of(Kinds);
        var draw = random.Next();
        var areaM2 = Math.Round(least + ((most - least) * draw * Math.Sqrt(draw)));
        var storey = Math.Min(highest, random.Weighted([0.5, 0.35, 0.15]) + 1);
        var permitted = Needs.Where(n => areaM2 >= n.LeastM2 && areaM2 <= n.MostM2 && storey <= n.HighestStorey)
            .Select(n => n.Service).Where(s => pack.IndexOfService(s) >= 0).ToList();
        var round = random.Weighted([0.45, 0.33, 0.22]) + 1;
        rows.Add(
            at, ("id", $"S{rows.List.Count + 1:000}"), ("name", $"{community.Name}{name}"),
            ("community_code", community.Code), ("floor_area_m2", areaM2), ("storey", storey), ("owner", owner),
            ("cost_cny", Math.Round(areaM2 * random.Between(700, 2600) / 1000) * 1000),
            ("available_from", random.Of(["2026-06-01", "2026-09-01", "2027-01-01", "2027-06-01"])),
            ("permitted_services", string.Join(';', permitted)), ("status", "candidate"), ("survey_round", round),
            ("note", "合成示例，非真实房产"));
    }
}
