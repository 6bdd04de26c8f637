using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Matching;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The words of the demand tables: codes for machines, sentences for people.</summary>
internal static class DemandWords
{
    private static readonly (DemandWarnings Flag, string Code)[] Warnings =
    [
        (DemandWarnings.NoEstimate, "no_estimate"), (DemandWarnings.Borrowed, "borrowed"), (DemandWarnings.SmallSample, "small_sample"),
        (DemandWarnings.WideMargin, "wide_margin"), (DemandWarnings.SkewedAge, "skewed_age"),
        (DemandWarnings.SkewedChannel, "skewed_channel"), (DemandWarnings.LargeWeight, "large_weight"),
    ];

    public static string? CodesOf(DemandWarnings warnings) =>
        warnings == DemandWarnings.None ? null : string.Join(';', Warnings.Where(w => (warnings & w.Flag) != 0).Select(w => w.Code));

    public static string NameOf(EstimateBasis basis) => basis switch
    {
        EstimateBasis.Cell => "age_in_community",
        EstimateBasis.Community => "community",
        EstimateBasis.Subdistrict => "subdistrict",
        EstimateBasis.District => "district",
        _ => "none",
    };

    public static string NameOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NoCommunity => "no_community",
        LeftOutReason.UnknownCommunity => "unknown_community",
        LeftOutReason.UnknownService => "unknown_service",
        LeftOutReason.UnknownAge => "unknown_age",
        LeftOutReason.AgeOutOfRange => "age_out_of_range",
        LeftOutReason.WantNotZeroOrOne => "want_not_0_or_1",
        LeftOutReason.NobodyThere => "nobody_there",
        _ => "duplicate",
    };

    /// <summary>What is wrong with an answer and what to do about it.</summary>
    public static LocalText TextOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.NoCommunity => new("没有填社区：补填 community_code", "names no community: fill in community_code"),
        LeftOutReason.UnknownCommunity => new("社区代码在行政边界中找不到：改正 community_code 或导入该社区的边界", "its community is not among the boundaries: correct community_code or import the boundary"),
        LeftOutReason.UnknownService => new("服务不在规则包中：改用规则包的服务代码", "its service is not in the rule pack: use a service code of the pack"),
        LeftOutReason.UnknownAge => new("年龄组无法识别：填年龄组代码、周岁或 all", "its age group is not known: give an age group code, years, or all"),
        LeftOutReason.AgeOutOfRange => new("年龄不在 0–120 岁之间：核对原问卷", "its age is not within 0 to 120 years: check the questionnaire"),
        LeftOutReason.WantNotZeroOrOne => new("是否需要既不是 0 也不是 1：按问卷改为 0 或 1", "its want is neither 0 nor 1: recode it as 0 or 1"),
        LeftOutReason.NobodyThere => new("该社区没有居民，答卷无法代表任何人：核对社区代码或补充人口", "nobody lives in its community, so it can speak for nobody: check the code or import the people"),
        _ => new("同一受访者对同一服务重复作答，只计第一份：核对受访者编号", "the respondent answered about this service before; the first answer counts: check the respondent numbers"),
    };

    public static string NameOf(UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.NoResource => "no_resource",
        UnmatchedReason.OutOfReach => "out_of_reach",
        UnmatchedReason.NoBody => "no_responsible_body",
        UnmatchedReason.NoCapacity => "no_capacity",
        _ => "full",
    };

    /// <summary>The values by which rows of areas begin: id, level, code, name.</summary>
    public static object?[] Head(LoadedDistrict loaded, DemandAreas areas, AreaLevel level, int place, string rest)
    {
        var area = loaded.Areas[areas.AreaOf(level, place)].Area;
        return [$"{GapsLayer.NameOf(level)}/{area.Code}/{rest}", GapsLayer.NameOf(level), area.Code, area.Name];
    }

    public static double? Rounded(double? value, int digits) => value is { } v ? Math.Round(v, digits) : null;
}
