namespace SpatialPlanner.Planning.Siting;

/// <summary>What is wrong with a question for the spaces that there are.</summary>
public static class PlanProblemCheck
{
    /// <summary>The first fault, or null.</summary>
    /// <param name="problem">The problem that the question makes.</param>
    /// <param name="question">The question; sound by itself.</param>
    /// <param name="whyOut">Why a space that exists is not in the problem, by id; null where there is none of that id.</param>
    public static PlanFault? Fault(PlanProblem problem, PlanQuestion question, Func<string, LocalText?> whyOut) =>
        NoSpace(problem) ?? TooManySites(problem, question) ?? Locks(problem, question, whyOut) ?? NoNeed(problem) ?? NoMoney(problem, question);

    private static PlanFault? NoSpace(PlanProblem problem) => problem.Spaces.Count > 0 ? null : new(
        "idle_spaces", new("没有任何闲置空间可以容纳所要的服务", "no idle space can take any of the services asked for"),
        new(
            "检查 idle_spaces 的面积、楼层、status、permitted_services，或换服务、改房间规则",
            "check floor area, storey, status and permitted_services in idle_spaces, or ask for other services or change the room rules"));

    private static PlanFault? TooManySites(PlanProblem problem, PlanQuestion question) => !(question.MaxSites > problem.Spaces.Count) ? null : new(
        "max_sites", new($"要 {question.MaxSites} 处，只有 {problem.Spaces.Count} 处候选空间", $"{question.MaxSites} sites are asked for, and there are {problem.Spaces.Count} candidates"),
        new($"给出 1–{problem.Spaces.Count}，或不给（不限）", $"give 1 to {problem.Spaces.Count}, or none for no bound"));

    private static PlanFault? Locks(PlanProblem problem, PlanQuestion question, Func<string, LocalText?> whyOut)
    {
        var spaces = problem.Spaces.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i, StringComparer.Ordinal);
        foreach (var (field, text) in question.Must.Select(t => ("must", t)).Concat(question.MustNot.Select(t => ("must_not", t))))
        {
            if (Lock(problem, spaces, field, text, whyOut) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    // What must not be in the plan may well be out of it already.
    private static PlanFault? Lock(PlanProblem problem, Dictionary<string, int> spaces, string field, string text, Func<string, LocalText?> whyOut)
    {
        LocalText remedy = new("写作 S001（空间）或 S001:meals（房间），用候选空间的编号", "write S001 for a space or S001:meals for a room, with the id of a candidate");
        if (spaces.ContainsKey(text))
        {
            return null;
        }

        // An id may have a colon itself: what stands behind the last one is a service where the whole is no space.
        var colon = text.LastIndexOf(':');
        var (id, code) = colon > 0 && whyOut(text) is null ? (text[..colon], text[(colon + 1)..]) : (text, null);
        if (!spaces.TryGetValue(id, out var space))
        {
            return whyOut(id) is not { } why ? new(field, new($"没有空间“{id}”", $"there is no space \"{id}\""), remedy)
                : field == "must_not" ? null
                : new(field, new($"空间“{id}”不能选用：{why.Zh}", $"the space \"{id}\" cannot be used: {why.En}"), remedy);
        }

        var service = problem.Services.ToList().IndexOf(code!);
        return service < 0 ? new(field, new($"“{text}”：没有要安排的服务“{code}”", $"\"{text}\": \"{code}\" is no service that is asked for"), remedy)
            : field == "must" && !problem.Rooms.Any(r => r.Space == space && r.Service == service)
                ? new(field, new($"“{text}”：该空间不能作此用途（面积、楼层或许可）", $"\"{text}\": the space cannot take it (area, storey or permission)"), remedy)
            : null;
    }

    private static PlanFault? NoNeed(PlanProblem problem)
    {
        if (problem.Need.All(n => n.All(p => p == 0)))
        {
            return new("services", new("所要的服务没有任何未覆盖的人", "nobody lacks any of the services asked for"), new("换服务或收紧限值", "ask for other services or set a stricter limit"));
        }

        foreach (var room in problem.Rooms)
        {
            foreach (var b in problem.Reach[room.Service].Columns(room.Space))
            {
                if (problem.Need[room.Service][b] > 0)
                {
                    return null;
                }
            }
        }

        return new(
            "idle_spaces", new("没有任何候选空间在未覆盖居民的步行范围内", "no candidate lies within reach of anybody who lacks a service"),
            new("补充离缺口近的闲置空间，或放宽服务限值（规则包）", "add idle spaces nearer to the gaps, or set a longer limit in the rule pack"));
    }

    private static PlanFault? NoMoney(PlanProblem problem, PlanQuestion question)
    {
        var cheapest = problem.Rooms.Min(r => r.CostCny + problem.Spaces[r.Space].OpeningCostCny);
        var (field, most) = question.YearBudgetsCny.Count > 0
            ? ("year_budgets_cny", question.CarryOver ? question.YearBudgetsCny.Sum() : question.YearBudgetsCny.Max())
            : question.BudgetCny is { } budget ? ("budget_cny", budget) : ("", long.MaxValue);
        (field, most) = question.SiteBudgetCny is { } site && site < most ? ("site_budget_cny", site) : (field, most);
        return cheapest <= most ? null : new(
            field,
            new($"{PlanWords.Count(most)} 元买不到任何房间：最便宜的要 {PlanWords.Count(cheapest)} 元", $"{PlanWords.Count(most)} CNY buy no room: the cheapest costs {PlanWords.Count(cheapest)} CNY"),
            new($"至少给出 {PlanWords.Count(cheapest)} 元", $"give {PlanWords.Count(cheapest)} CNY or more"));
    }
}
