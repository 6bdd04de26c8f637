namespace SpatialPlanner.Data.Sample;

/// <summary>One kind of resource and how many of it there are.</summary>
/// <param name="Kind">Word of the <c>kind</c> column.</param>
/// <param name="Ending">What its name ends with.</param>
/// <param name="Services">Service codes joined by semicolons.</param>
/// <param name="Count">How many.</param>
/// <param name="Least">Least number of people whom one can serve.</param>
/// <param name="Most">Largest number.</param>
/// <param name="Hours">When it serves.</param>
/// <param name="Body">Who is responsible.</param>
internal sealed record ResourceKind(
    string Kind, string Ending, string Services, int Count, int Least, int Most, string Hours, string Body);

/// <summary>The resources of the district: over 60 operators, and rooms, centres, organisations and volunteers.</summary>
internal static class ResourceKinds
{
    public static readonly IReadOnlyList<ResourceKind> All =
    [
        new("operator", "养老服务公司", "elderly_care;meals", 10, 80, 400, "Mo-Su 08:00-18:00", "民政局"),
        new("operator", "托育公司", "infant_care", 8, 40, 160, "Mo-Fr 08:00-18:00", "卫健局"),
        new("operator", "托管学堂", "child_custody", 9, 40, 220, "Mo-Fr 15:30-19:00", "教育局"),
        new("operator", "餐饮公司", "meals", 10, 150, 600, "Mo-Su 10:30-19:00", "街道办事处"),
        new("operator", "家政公司", "household", 9, 100, 500, "Mo-Su 08:00-20:00", "商务局"),
        new("operator", "健康管理公司", "health", 5, 150, 600, "Mo-Sa 08:30-17:30", "卫健局"),
        new("operator", "体育公司", "sports", 6, 120, 500, "Mo-Su 09:00-21:00", "体育局"),
        new("operator", "文化公司", "culture", 5, 100, 400, "Tu-Su 09:00-18:00", "文旅局"),
        new("centre", "党群服务中心", "community_centre;culture;child_custody", 18, 200, 900, "Mo-Su 09:00-20:00", "社区居委会"),
        new("centre", "社区服务综合体", "elderly_care;meals;health;culture", 6, 300, 1200, "Mo-Su 08:00-20:00", "街道办事处"),
        new("room", "共享客厅", "culture;child_custody;play", 14, 30, 120, "Mo-Su 09:00-18:00", "社区居委会"),
        new("hospital", "医院社区门诊", "health", 5, 800, 3000, "Mo-Su 08:00-17:30", "卫健局"),
        new("school", "学校开放场地", "sports;child_custody", 6, 200, 800, "Sa-Su 08:00-18:00", "教育局"),
        new("organisation", "社会服务中心", "elderly_care;culture;health", 14, 40, 260, "Mo-Fr 09:00-17:00", "民政局"),
        new("volunteers", "志愿服务队", "household;elderly_care;meals;child_custody", 22, 20, 150, "Sa-Su 09:00-17:00", "社区居委会"),
    ];
}
