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

    public static bool? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "true" or "1" or "yes" or "y" or "t" or "是" or "有" => true,
        "false" or "0" or "no" or "n" or "f" or "否" or "无" => false,
        _ => null,
    };
}
