using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>For a question without an answer: which single condition stands in the way, and the smallest change of it that would do.</summary>
/// <param name="problem">The problem.</param>
/// <param name="question">The question.</param>
/// <param name="community">Name of a community.</param>
/// <param name="service">Name of a service.</param>
public sealed class PlanRepairs(PlanProblem problem, PlanQuestion question, Func<int, string> community, Func<int, LocalText> service)
{
    private const int MostFloors = 5;
    private readonly List<LocalText> _found = [];

    /// <summary>Finds repairs, the most certain first.</summary>
    /// <param name="stop">Ends the search with those found.</param>
    public IReadOnlyList<LocalText> Find(CancellationToken stop)
    {
        _found.Clear();
        var model = new PlanModel(problem, question);
        if (question.LeastCommunityShare is { } share)
        {
            FloorsOutOfReach(model, share);
            HighestShare(stop);
        }

        if (question.TargetShare is { } target)
        {
            TargetInReach(model, target);
        }

        Money(stop);
        Sites(stop);
        Without(stop);
        return _found;
    }

    // People whom no space reaches stay outside whatever is built.
    private void FloorsOutOfReach(PlanModel model, double share)
    {
        var beyond = model.Floors.Where(f => f.InReach < f.Served.Least).OrderBy(f => Most(f)).ToList();
        foreach (var f in beyond.Take(MostFloors))
        {
            var (most, name) = (PlanWords.Share(Math.Floor(Most(f) * 1000) / 1000), service(f.Service));
            _found.Add(new(
                $"{community(f.Community)}的{name.Zh}最多只能达到 {most}（要求 {PlanWords.Share(share)}）：其余未覆盖的人不在任何候选空间的步行范围内",
                $"{community(f.Community)} can have {most} of {name.En} at most (asked: {PlanWords.Share(share)}): no candidate is within reach of the others who lack it"));
        }

        if (beyond.Count > MostFloors)
        {
            _found.Add(new($"另有 {beyond.Count - MostFloors} 处社区服务同样达不到", $"{beyond.Count - MostFloors} more pairs of community and service cannot reach it either"));
        }

        double Most(PlanFloor f) =>
            (problem.Covered[f.Service][f.Community] + f.InReach) / (double)Math.Max(1, problem.Total[f.Service][f.Community]);
    }

    // The highest share that can be asked of all communities, to a tenth of a per cent.
    private void HighestShare(CancellationToken stop)
    {
        var (low, high) = (0, (int)Math.Ceiling(question.LeastCommunityShare!.Value * 1000));
        while (high - low > 1 && !stop.IsCancellationRequested)
        {
            var middle = (low + high) / 2;
            (low, high) = CanBe(question with { LeastCommunityShare = middle / 1000.0 }, stop) ? (middle, high) : (low, middle);
        }

        if (!stop.IsCancellationRequested)
        {
            _found.Add(low > 0
                ? new($"在其他条件不变时，各社区下限最多可定为 {PlanWords.Share(low / 1000.0)}", $"with all else as it is, {PlanWords.Share(low / 1000.0)} is the highest share known that every community can have")
                : new("在其他条件不变时，没有找到任何可行的社区下限：去掉它", "with all else as it is no share of every community was found that can be met: leave it out"));
        }
    }

    private void TargetInReach(PlanModel model, double target)
    {
        var need = Enumerable.Range(0, problem.Services.Count).Where(s => model.Columns.Asked[s]).Sum(s => problem.Need[s].Sum(n => (long)n));
        var inReach = model.Rows.Gains.Amount.Sum();
        var most = PlanWords.Share(Math.Floor(1000.0 * inReach / Math.Max(1, need)) / 1000);
        if (inReach < target * need)
        {
            _found.Add(new(
                $"候选空间步行范围内只有今日需求的 {most}（要求 {PlanWords.Share(target)}）：降低目标，或补充离缺口近的空间",
                $"only {most} of today's need is within reach of a candidate (asked: {PlanWords.Share(target)}): lower the target, or add spaces nearer to the gaps"));
        }
    }

    // The least money with which all conditions can be met.
    private void Money(CancellationToken stop)
    {
        if (question.BudgetCny is not { } budget || question.YearBudgetsCny.Count > 0 || stop.IsCancellationRequested)
        {
            return;
        }

        var free = question with { BudgetCny = null, TargetShare = question.TargetShare ?? 0 };
        var least = new PlanLeastCost(problem, free).Solve(null, stop);
        if (least.Status is SitingStatus.Optimal or SitingStatus.Stopped && least.Objective > budget)
        {
            var money = PlanWords.Count(least.Objective);
            _found.Add(least.Status == SitingStatus.Optimal
                ? new($"预算至少要 {money} 元（现为 {PlanWords.Count(budget)} 元）", $"it takes {money} CNY at least (now {PlanWords.Count(budget)} CNY)")
                : new($"预算 {money} 元即可（现为 {PlanWords.Count(budget)} 元；所需最低不少于 {PlanWords.Count((long)least.Bound)} 元）", $"{money} CNY would do (now {PlanWords.Count(budget)} CNY; it takes {PlanWords.Count((long)least.Bound)} CNY at least)"));
        }
    }

    // The fewest spaces with which all conditions can be met: more spaces never spoil it.
    private void Sites(CancellationToken stop)
    {
        if (question.MaxSites is not { } most || !CanBe(question with { MaxSites = null }, stop))
        {
            return;
        }

        var (low, high) = (most, problem.Spaces.Count);
        while (high - low > 1 && !stop.IsCancellationRequested)
        {
            var middle = (low + high) / 2;
            (low, high) = CanBe(question with { MaxSites = middle }, stop) ? (low, middle) : (middle, high);
        }

        _found.Add(new($"允许 {high} 处空间即可（现为 {most} 处）", $"allowing {high} spaces would do (now {most})"));
    }

    private void Without(CancellationToken stop)
    {
        if (question.LeastPerSubdistrict > 0 && CanBe(question with { LeastPerSubdistrict = 0 }, stop))
        {
            _found.Add(new("去掉每街道至少的数量即可", "it can be met without the least number in each subdistrict"));
        }

        if (question.SiteBudgetCny is not null && CanBe(question with { SiteBudgetCny = null }, stop))
        {
            _found.Add(new("去掉每处上限即可", "it can be met without the most money of one space"));
        }

        if (question.YearBudgetsCny.Count > 1 && !question.CarryOver && CanBe(question with { CarryOver = true }, stop))
        {
            _found.Add(new("允许结余转入下年即可", "it can be met where what a year leaves over adds to the next"));
        }

        foreach (var must in question.Must)
        {
            if (CanBe(question with { Must = [.. question.Must.Where(m => m != must)] }, stop))
            {
                _found.Add(new($"不必选“{must}”即可", $"it can be met without the lock \"{must}\""));
            }
        }
    }

    // Any plan that meets the conditions will do: the search ends with its first.
    private bool CanBe(PlanQuestion asked, CancellationToken stop) =>
        !stop.IsCancellationRequested && (asked.TargetShare is null
            ? PlanSolver.Solve(new PlanModel(problem, asked), new SitingOptions(question.Seed, GapGoal: 1), null, stop).Status
            : PlanSolver.Solve(problem, asked with { GapGoal = 1 }, null, stop).Status) is SitingStatus.Optimal or SitingStatus.Stopped;
}
