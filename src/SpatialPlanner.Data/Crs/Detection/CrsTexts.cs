using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What is said of a decision and of its evidence.</summary>
internal static class CrsTexts
{
    /// <summary>Of a layer without any position.</summary>
    public static LocalText NoFeatures { get; } = new("图层中没有可供判断的坐标", "the layer has no coordinates to judge by");

    /// <summary>What was seen of a hypothesis.</summary>
    /// <param name="trial">The hypothesis tried.</param>
    /// <param name="measure">What to tell of the streets: the same for all hypotheses, so that they compare.</param>
    public static LocalText Evidence(Trial trial, TellingMeasure measure)
    {
        if (trial.ShareInArea is not { } share)
        {
            return new("没有路网可比对", "there are no streets to compare with");
        }

        var inArea = new LocalText($"{Percent(share)} 位于现有路网范围内", $"{Percent(share)} lie in the extent of the streets");
        if (trial.Fit is not { } fit)
        {
            return trial.IsInArea
                ? new($"{inArea.Zh}；靠近道路的要素太少，无法比对", $"{inArea.En}; too few features near streets to compare")
                : inArea;
        }

        var (zh, en) = (measure, fit.Cut) switch
        {
            (TellingMeasure.Cut, { } cut) => (
                $"道路穿过 {Percent(cut.Here)} 的面（随意移动时平均 {Percent(cut.Moved)}）",
                $"streets run through {Percent(cut.Here)} of the polygons ({Percent(cut.Moved)} where they are moved about)"),
            (TellingMeasure.Beside, _) => Along(fit.Beside, 10),
            _ => Along(fit.OnStreet, 3),
        };
        return new(
            FormattableString.Invariant($"{inArea.Zh}；{zh}；到最近道路的中位距离 {fit.MedianMetres:0.0} 米（{fit.Features} 个要素）"),
            FormattableString.Invariant($"{inArea.En}; {en}; median distance to the nearest street {fit.MedianMetres:0.0} m ({fit.Features} features)"));
    }

    /// <summary>The decision with its evidence.</summary>
    public static LocalText Reason(
        CrsDecision decision, IReadOnlyList<Trial> trials, CrsDeclaration declared, NumberRange range)
    {
        var measure = Telling(trials);
        var own = trials.FirstOrDefault(t => t.Hypothesis.Ground == Ground.Declared);
        var says = Says(declared, range, own);
        return decision.Proposed switch
        {
            null => new($"{says.Zh}无法确定坐标系：{Ask.Zh}", $"{says.En}the coordinate system cannot be told: {Ask.En}"),
            { } p when p == own && decision.Verdict == CrsVerdict.Fits => new(
                $"{says.Zh}与路网吻合：{Evidence(p, measure).Zh}", $"{says.En}it agrees with the streets: {Evidence(p, measure).En}"),
            { } p when p == own => new(
                $"{says.Zh}没有足够证据核对，按声明采用：{Evidence(p, measure).Zh}",
                $"{says.En}there is too little to check it, so it is taken: {Evidence(p, measure).En}"),
            { } p => Proposal(says, p, decision.Basis, own, measure),
        };
    }

    /// <summary>The measure by which the most distinct hypothesis is distinct.</summary>
    public static TellingMeasure Telling(IReadOnlyList<Trial> trials) =>
        trials.MaxBy(t => t.Distinctness)?.Fit?.Telling ?? TellingMeasure.OnStreet;

    private static LocalText Ask { get; } = new(
        "请说明它是哪个坐标系（如 EPSG:4545、GCJ-02），或给出 .prj 文件",
        "say which it is (such as EPSG:4545, GCJ-02), or give its .prj file");

    private static LocalText Proposal(LocalText says, Trial p, CrsBasis basis, Trial? own, TellingMeasure measure)
    {
        var (but, butEn) = own is null
            ? (string.Empty, string.Empty)
            : ($"但这样：{Evidence(own, measure).Zh}。", $"but then {Evidence(own, measure).En}. ");
        var (name, nameEn) = ($"{p.System.Name.Zh}（{p.System.Code}）", $"{p.System.Name.En} ({p.System.Code})");
        return basis == CrsBasis.Numbers
            ? new(
                $"{says.Zh}{but}建议采用 {name}：{p.Hypothesis.Reason.Zh}；请确认基准是否相符",
                $"{says.En}{butEn}{nameEn} is proposed: {p.Hypothesis.Reason.En}; please confirm that the datum is right")
            : new(
                $"{says.Zh}{but}建议采用 {name}：{p.Hypothesis.Reason.Zh}；{Evidence(p, measure).Zh}。请确认",
                $"{says.En}{butEn}{nameEn} is proposed: {p.Hypothesis.Reason.En}; {Evidence(p, measure).En}. Please confirm");
    }

    private static LocalText Says(CrsDeclaration declared, NumberRange range, Trial? own)
    {
        var (numbers, numbersEn) = (
            FormattableString.Invariant($"x {range.MinX:0.###}…{range.MaxX:0.###}，y {range.MinY:0.###}…{range.MaxY:0.###}"),
            FormattableString.Invariant($"x {range.MinX:0.###}…{range.MaxX:0.###}, y {range.MinY:0.###}…{range.MaxY:0.###}"));
        return declared switch
        {
            { Text: null, System: null } => new("文件没有声明坐标系。", "The file declares no coordinate system; "),
            { System: null, Problem: { } problem } => new(
                $"文件声明的坐标系不能直接采用（{problem.What.Zh}）。", $"What the file declares cannot be used ({problem.What.En}); "),
            { System: { } system } when own is null => new(
                $"声明为 {system.Name.Zh}，但数值（{numbers}）不可能属于它。",
                $"{system.Name.En} is declared, but the numbers ({numbersEn}) cannot be its; "),
            _ => new($"声明为 {declared.System?.Name.Zh}，", $"{declared.System?.Name.En} is declared; "),
        };
    }

    private static (string Zh, string En) Along(FitMeasure measure, int metres) => (
        $"{Percent(measure.Here)} 的位置在道路中线 {metres} 米内（随意移动时平均 {Percent(measure.Moved)}）",
        $"{Percent(measure.Here)} of the places are within {metres} m of a street ({Percent(measure.Moved)} where they are moved about)");

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:0.#} %");
}
