using static SpatialPlanner.Data.Sample.Scarcity;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// The facilities of the district: plausible numbers for 757,000 people, unevenly spread on purpose. Care for the old
/// is rare in the young south-east, nurseries in the old town, much else at the edges: gaps that a planner can find.
/// </summary>
internal static class FacilityKinds
{
    public static readonly IReadOnlyList<FacilityKind> All =
    [
        new("primary_school", "小学", 37, Even, 420, 5200, 14000, 9, "教育局") { On = ParcelUse.School },
        new("middle_school", "中学", 17, SouthEast, 600, 9000, 22000, 8, "教育局") { On = ParcelUse.School },
        new("primary_school;middle_school", "九年制学校", 4, Outskirts, 900, 14000, 26000, 8, "教育局")
        { On = ParcelUse.School },
        new("park;play", "公园", 21, OldTown, 300, 3000, 12000, 3, "园林所") { On = ParcelUse.Park },
        new("park", "绿地", 14, Even, 200, 1500, 6000, 3, "园林所") { On = ParcelUse.Park },
        new("elderly_care;meals", "养老服务中心", 9, SouthEast, 700, 600, 2600, 5, "民政办、社会组织"),
        new("elderly_care", "日间照料站", 27, SouthEast, 380, 160, 620, 7, "社会组织"),
        new("elderly_care;meals;health;culture;community_centre", "邻里中心", 5, SouthEast, 1100, 1500, 3600, 6, "街道办"),
        new("infant_care", "托育园", 25, OldTown, 360, 220, 900, 10, "民办"),
        new("infant_care;kindergarten", "托幼一体园", 6, OldTown, 700, 900, 3000, 9, "民办"),
        new("kindergarten", "幼儿园", 46, Outskirts, 260, 900, 3600, 10, "教育局"),
        new("child_custody", "托管中心", 44, Even, 180, 90, 380, 14, "民办"),
        new("meals", "社区食堂", 42, SouthEast, 280, 90, 420, 28, "餐饮企业"),
        new("household", "便民维修点", 118, Outskirts, 90, 15, 80, 10, "个体"),
        new("household", "洗衣理发店", 112, Even, 70, 20, 120, 12, "个体"),
        new("household", "便利店", 92, Even, 80, 30, 180, 16, "连锁企业"),
        new("health", "社区卫生服务站", 56, Outskirts, 320, 150, 900, 8, "卫健局"),
        new("health", "医院", 9, SouthEast, 900, 12000, 60000, 4, "卫健局"),
        new("sports", "健身房", 32, OldTown, 260, 180, 1200, 9, "民营"),
        new("sports", "全民健身点", 24, Outskirts, 260, 200, 1500, 6, "体育局"),
        new("culture", "文化站", 22, SouthEast, 400, 200, 1400, 9, "文旅局"),
        new("culture", "书屋", 25, Outskirts, 260, 60, 320, 11, "文旅局"),
        new("play", "儿童乐园", 30, OldTown, 220, 120, 900, 10, "街道办"),
        new("market", "菜市场", 27, Outskirts, 420, 800, 4200, 10, "市场公司"),
        new("market", "生鲜超市", 48, SouthEast, 200, 150, 1600, 12, "连锁企业"),
        new("pharmacy", "药房", 98, Outskirts, 110, 40, 200, 10, "连锁企业"),
        new("community_centre", "社区服务站", 92, Outskirts, 200, 120, 800, 9, "居委会"),
        new("park", "口袋公园", 24, OldTown, 260, 300, 1400, 4, "园林所"),
        new("elderly_care", "星光老年之家", 6, Even, 300, 80, 260, 8, "居委会") { Status = "repurposed" },
        new("elderly_care", "星光老年之家", 5, Even, 300, 80, 260, 8, "居委会") { Status = "closed" },
        new("elderly_care;meals", "颐养中心", 4, OldTown, 600, 500, 1800, 5, "街道办") { Status = "planned" },
        new("infant_care", "普惠托育园", 3, OldTown, 600, 400, 900, 10, "街道办") { Status = "planned" },
        new("market", "老菜场", 3, OldTown, 500, 700, 2000, 10, "市场公司") { Status = "closed" },
    ];
}
