using System.Globalization;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>A plan as a planner reads it: what is built, who gains, what is proved.</summary>
internal static class SiteSummary
{
    private const int ShownSwaps = 3;

    public static void Print(Terminal terminal, SitingAnswer answer)
    {
        var plan = answer.Plan;
        if (answer.Case.Assessment.Loaded.Info.Synthetic)
        {
            terminal.Print(new("合成数据的方案：仅供演示", "A plan of synthetic data: for demonstration only"));
        }

        terminal.Print(Head(plan));
        Sites(terminal, answer);
        Services(terminal, answer);
        terminal.Print(Proof(answer));
        Others(terminal, plan);
    }

    public static void Pareto(Terminal terminal, IReadOnlyList<ParetoPoint> points)
    {
        terminal.Print(new("前沿：成本（元）、增益、最差社区覆盖率", "front: cost CNY, gain, share of the worst community"));
        foreach (var p in points)
        {
            var line = Line($"{p.CostCny,14:N0} {p.Gain,12:N1} {100 * p.WorstShare,7:F1} %  {p.WorstCommunity,-14} {p.Sites.Count,3}{(p.IsKnee ? "  *" : "")}");
            terminal.Print(new(line, line));
        }
    }

    private static LocalText Head(PlanAnswer plan)
    {
        var (complexes, rooms) = (plan.Sites.Count(s => s.Typology == SiteTypology.Complex), plan.Sites.Sum(s => s.Rooms.Count));
        var (infill, cost) = (plan.Sites.Count - complexes, PlanWords.Count(plan.CostCny));
        var (ofZh, ofEn) = plan.BudgetCny is { } budget ? ($"，预算 {PlanWords.Count(budget)} 元", $" of {PlanWords.Count(budget)} CNY") : ("，无预算上限", " without a bound");
        return new(
            $"{plan.Sites.Count} 处：{complexes} 个综合体、{infill} 个插花式，{rooms} 个房间；{cost} 元{ofZh}",
            $"{plan.Sites.Count} sites: {complexes} complexes, {infill} infill; {rooms} rooms; {cost} CNY{ofEn}");
    }

    private static void Sites(Terminal terminal, SitingAnswer answer)
    {
        var hasYears = answer.Case.Question.YearBudgetsCny.Count > 0;
        terminal.Print(new(
            "空间          类型      年  建筑面积    用房面积      成本（元）  新增人数    减少则失  服务",
            "space         type    year   area m²    rooms m²        cost CNY  new people  worth      services"));
        foreach (var s in plan(answer).Sites)
        {
            var figures = Line($"{Area(s.FloorAreaM2),9}  {Area(s.UsedAreaM2),10}  {s.CostCny,14:N0}  {s.Rooms.Sum(r => r.NewPeople),10:N0}  {s.MarginalGain,9:N1}");
            var (services, year) = (string.Join(' ', s.Rooms.Select(r => r.Service)), hasYears ? Line($"{s.Year,4}") : "   -");
            terminal.Print(new(
                $"{s.Id,-12}  {(s.Typology == SiteTypology.Complex ? "综合体" : "插花式")}  {year}  {figures}  {services}",
                $"{s.Id,-12}  {PlanSitesLayer.NameOf(s.Typology),-7} {year} {figures}  {services}"));
        }

        static PlanAnswer plan(SitingAnswer answer) => answer.Plan;
    }

    private static void Services(Terminal terminal, SitingAnswer answer)
    {
        terminal.Print(new(
            "服务                服务人群      现状覆盖        方案后           新增  房间    面积㎡",
            "service                people      covered        with plan        newly  rooms      m²"));
        foreach (var s in answer.Plan.Services)
        {
            var line = Line(
                $"{s.Service,-16} {s.Total,11:N0}  {s.CoveredBefore,9:N0} {Share(s.CoveredBefore, s.Total),7} {s.CoveredAfter,9:N0} {Share(s.CoveredAfter, s.Total),7} {s.CoveredAfter - s.CoveredBefore,8:N0}  {s.Rooms,5} {Area(s.AreaM2),7}");
            terminal.Print(new(line, line));
        }
    }

    private static LocalText Proof(SitingAnswer answer)
    {
        var (plan, isCost) = (answer.Plan, answer.Case.Question.TargetShare is not null);
        var (objective, bound, gap) = (Figure(plan.Objective), Figure(plan.Bound), PlanWords.Share(plan.Gap, 2));
        return plan.Status == SitingStatus.Optimal && plan.Gap == 0
            ? isCost ? new($"已证明最优：没有更便宜的方案（{objective} 元）", $"proved: no cheaper plan reaches the target ({objective} CNY)")
                : new($"已证明最优：没有方案增益超过 {objective}（按权重与缺口计的新增人数）", $"proved: no plan gains more than {objective} (people newly covered, by weight and priority)")
            : isCost ? new($"成本 {objective} 元，已证明不会低于 {bound} 元（差距 {gap}）", $"cost {objective} CNY; it is proved that none costs less than {bound} CNY (gap {gap})")
                : new($"增益 {objective}，已证明任何方案不超过 {bound}（差距 {gap}）", $"gain {objective}; it is proved that no plan gains more than {bound} (gap {gap})");
    }

    private static LocalText[] Change(string zh, string en, IEnumerable<string> ids) =>
        string.Join(", ", ids) is { Length: > 0 } some ? [new($"{zh} {some}", $"{en} {some}")] : [];

    private static void Others(Terminal terminal, PlanAnswer plan)
    {
        if (plan.Alternative is { } other)
        {
            string[] mine = [.. plan.Sites.Select(s => s.Id)];
            List<LocalText> changes =
            [
                .. Change("去掉", "without", mine.Except(other.Sites)), .. Change("加上", "with", other.Sites.Except(mine)),
            ];
            var (zh, en) = other.IsProved ? ("次优方案", "next best plan") : ("已知的次优方案", "next best plan known");
            terminal.Print(new(
                $"{zh}：少 {Figure(other.Loss)}（{string.Join("，", changes.Select(c => c.Zh))}）",
                $"{en}: {Figure(other.Loss)} less ({string.Join(", ", changes.Select(c => c.En))})"));
        }

        foreach (var s in plan.Swaps.Take(ShownSwaps))
        {
            terminal.Print(new($"以 {s.In} 代替 {s.Out}：少 {Figure(s.Loss)}", $"{s.In} instead of {s.Out}: {Figure(s.Loss)} less"));
        }

        if (plan.Reserve.Count > 0)
        {
            var ids = string.Join(", ", plan.Reserve.Take(10).Select(r => r.Id)) + (plan.Reserve.Count > 10 ? ", …" : "");
            terminal.Print(new($"项目储备：{ids}", $"reserve list: {ids}"));
        }
    }

    private static string Figure(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Area(double m2) => m2.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(long part, long total) => total == 0 ? "-" : PlanWords.Share(part / (double)total);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
