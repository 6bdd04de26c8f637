namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Chinese words for the words allowed in a column, and for yes and no.</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["区"] = "district",
        ["区县"] = "district",
        ["街道"] = "subdistrict",
        ["社区"] = "community",
        ["住宅"] = "residential",
        ["居住"] = "residential",
        ["商住"] = "mixed",
        ["混合"] = "mixed",
        ["其他"] = "other",
        ["大门"] = "gate",
        ["出入口"] = "gate",
        ["门"] = "door",
        ["单元门"] = "door",
        ["开放"] = "open",
        ["运营"] = "open",
        ["营业"] = "open",
        ["仅居民"] = "residents",
        ["定时"] = "hours",
        ["关闭"] = "closed",
        ["停业"] = "closed",
        ["正常"] = "open",
        ["在用"] = "open",
        ["在营"] = "open",
        ["启用"] = "open",
        ["已启用"] = "open",
        ["使用中"] = "open",
        ["正常运营"] = "open",
        ["正常营业"] = "open",
        ["运营中"] = "open",
        ["营业中"] = "open",
        ["已运营"] = "open",
        ["停用"] = "closed",
        ["停运"] = "closed",
        ["停止运营"] = "closed",
        ["暂停"] = "closed",
        ["暂停营业"] = "closed",
        ["关停"] = "closed",
        ["已关闭"] = "closed",
        ["注销"] = "closed",
        ["未运营"] = "closed",
        ["建设中"] = "planned",
        ["拟建"] = "planned",
        ["待建"] = "planned",
        ["规划"] = "planned",
        ["在建"] = "planned",
        ["改作他用"] = "repurposed",
        ["备选"] = "candidate",
        ["储备"] = "reserve",
        ["已选"] = "chosen",
        ["已建"] = "built",
        ["否决"] = "rejected",
        ["实测"] = "given",
        ["给定"] = "given",
        ["估算"] = "estimated",
        ["共性"] = "common",
        ["个性"] = "individual",
        ["顺向"] = "forward",
        ["逆向"] = "backward",
        ["信号灯"] = "signals",
        ["斑马线"] = "marked",
        ["无标线"] = "unmarked",
        ["水"] = "water",
        ["水域"] = "water",
        ["水系"] = "water",
        ["水体"] = "water",
        ["水面"] = "water",
        ["河流"] = "water",
        ["河流水面"] = "water",
        ["湖泊"] = "water",
        ["湖泊水面"] = "water",
        ["水库水面"] = "water",
        ["坑塘水面"] = "water",
        ["公园"] = "park",
        ["公园绿地"] = "park",
        ["公园与绿地"] = "park",
        ["林地"] = "wood",
        ["乔木林地"] = "wood",
        ["森林"] = "wood",
        ["绿地"] = "green",
        ["绿化"] = "green",
        ["防护绿地"] = "green",
        ["草地"] = "green",
    };

    /// <summary>
    /// Words that files of streets have in fields of these names, and what they say about walkers: null for nothing. A
    /// <c>oneway</c> of yes or no is about vehicles.
    /// </summary>
    public static readonly IReadOnlyDictionary<(string Column, string Word), string?> OfStreetFiles =
        new[] { "yes", "no", "true", "false", "1", "0", "-1", "b", "f", "t", "ft", "tf", "reversible", "alternating" }
            .Select(w => (("oneway", w), (string?)null))
            .Concat(
            [
                (("crossing", "traffic_signals"), "signals"), (("crossing", "zebra"), "marked"),
                (("crossing", "uncontrolled"), "marked"), (("crossing", "island"), "unmarked"),
                (("crossing", "informal"), "unmarked"), (("crossing", "yes"), "unmarked"),
                (("crossing", "true"), "unmarked"), (("crossing", "no"), null), (("crossing", "false"), null),
            ])
            .ToDictionary(p => p.Item1, p => p.Item2);

    /// <summary>Words that extracts of OpenStreetMap have for kinds of land cover.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfLandFiles = new Dictionary<string, string>
    {
        ["river"] = "water",
        ["riverbank"] = "water",
        ["lake"] = "water",
        ["reservoir"] = "water",
        ["dock"] = "water",
        ["forest"] = "wood",
        ["grass"] = "green",
        ["meadow"] = "green",
        ["orchard"] = "green",
        ["cemetery"] = "green",
        ["wetland"] = "green",
        ["scrub"] = "green",
        ["heath"] = "green",
        ["garden"] = "park",
        ["recreation_ground"] = "park",
        ["nature_reserve"] = "park",
    };

    public static bool? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "y" or "t" or "是" or "有" or "√" or "✓" or "✔" or "封闭" or "封闭式" or "对" => true,
        "false" or "0" or "no" or "n" or "f" or "否" or "无" or "×" or "✗" or "没有" or "不是" or "开放" or "开放式" or "敞开" => false,
        _ => null,
    };

    /// <summary>1 where an answer wants the service, 0 where not; null for other words.</summary>
    public static long? Wanted(string text) => text switch
    {
        "非常需要" or "很需要" or "比较需要" or "需要" or "想要" or "希望" or "愿意" => 1,
        "不需要" or "不太需要" or "完全不需要" or "不想要" or "不愿意" => 0,
        _ => YesNo(text) switch { true => 1, false => 0, null => null },
    };

    /// <summary>The age group that a text names as a column does (60-79岁, 80岁及以上); else the text.</summary>
    public static string AgeGroup(string text) => FieldNames.Aliases.FirstOrDefault(a =>
        a.Key.StartsWith("age_", StringComparison.Ordinal) && a.Key != "age_group" && a.Value.Contains(text.Replace(" ", string.Empty, StringComparison.Ordinal))).Key ?? text;
}
