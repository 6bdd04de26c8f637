namespace SpatialPlanner.Planning.Siting;

/// <summary>Which conditions of a question contradict each other for the spaces that there are, before anything is searched.</summary>
public static class PlanContradiction
{
    /// <summary>The first contradiction, or null. There can be others that only the search finds.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question; its figures are sound and its locks known.</param>
    public static PlanFault? Find(PlanProblem problem, PlanQuestion question)
    {
        if (question.TargetShare is not null && question.YearBudgetsCny.Count > 0)
        {
            return new(
                "target", new("最低费用不分年度：target 与 year_budgets_cny 不能同时给出", "least cost knows no years: target and year_budgets_cny cannot be asked together"),
                new("去掉其中之一", "leave one of them out"));
        }

        var columns = new PlanColumns(problem, question);
        return Enumerable.Range(0, problem.Spaces.Count).Select(s => InSpace(columns, s)).FirstOrDefault(f => f is not null) ?? InAll(columns);
    }

    // What must be in one space: rooms that can be there, together, within its floor area and its money.
    private static PlanFault? InSpace(PlanColumns columns, int space)
    {
        var (problem, locks, of) = (columns.Problem, columns.Locks, columns.Problem.Spaces[space]);
        int[] must = [.. Enumerable.Range(0, problem.Services.Count).Where(k => (locks.MustServices[space] >> k & 1) != 0)];
        var its = Enumerable.Range(0, columns.Columns.Length).Where(c => columns.Columns[c].Space == space).ToList();
        if (must.Length == 0 && (!locks.MustSpace[space] || its.Any(columns.Choices.CanBeChosen)))
        {
            return null;
        }

        if (must.Where(k => columns.Of(space, k).Length == 0).Select(k => problem.Services[k]).FirstOrDefault() is { } missing)
        {
            return Must(
                new($"“{of.Id}:{missing}”必须选用，但该空间不能作此用途（面积、许可、被锁定排除、年度或权重为 0）", $"\"{of.Id}:{missing}\" must be in the plan, but the space cannot take it (area, permission, a lock, its year, or a weight of 0)"));
        }

        foreach (var a in must)
        {
            if (must.Any(b => (problem.NotWith[a] >> b & 1) != 0))
            {
                var b = must.First(b => (problem.NotWith[a] >> b & 1) != 0);
                return Must(
                    new($"空间“{of.Id}”必须同时有 {problem.Services[a]} 和 {problem.Services[b]}，而二者不能同处一处", $"the space \"{of.Id}\" must have both {problem.Services[a]} and {problem.Services[b]}, which may not share a space"));
            }
        }

        var area = must.Sum(k => Least(columns, space, k, c => columns.Columns[c].Area));
        if (area > of.FloorAreaDm2)
        {
            return Must(
                new($"空间“{of.Id}”必须有的房间至少要 {PlanWords.Area(area / 100.0)} ㎡，而它只有 {PlanWords.Area(of.FloorAreaDm2 / 100.0)} ㎡", $"the rooms that the space \"{of.Id}\" must have take {PlanWords.Area(area / 100.0)} m² at least, and it has {PlanWords.Area(of.FloorAreaDm2 / 100.0)} m²"));
        }

        var cost = of.OpeningCostCny + (must.Length > 0 ? must.Sum(k => Least(columns, space, k, c => columns.Columns[c].Cost))
            : its.Count == 0 ? 0 : its.Min(c => columns.Columns[c].Cost));
        var most = columns.Question.SiteBudgetCny ?? long.MaxValue;
        return cost > most
            ? new("site_budget_cny",
                new($"空间“{of.Id}”必须选用，至少要 {PlanWords.Count(cost)} 元，超过每处上限 {PlanWords.Count(most)} 元", $"the space \"{of.Id}\" must be in the plan and costs {PlanWords.Count(cost)} CNY at least, more than the {PlanWords.Count(most)} CNY of a space"),
                new($"每处上限至少 {PlanWords.Count(cost)} 元，或去掉这个必选", $"allow {PlanWords.Count(cost)} CNY a space, or do not require it"))
            : its.Any(columns.Choices.CanBeChosen) ? null
            : Must(new($"空间“{of.Id}”必须选用，但没有一个房间放得下、买得起、赶得上年度", $"the space \"{of.Id}\" must be in the plan, but no room fits its floor area, the money and the years"));
    }

    private static PlanFault? InAll(PlanColumns columns)
    {
        var (question, least) = (columns.Question, columns.Choices.LeastRequired());
        if (least.Spaces > (question.MaxSites ?? int.MaxValue))
        {
            return new(
                "max_sites",
                new($"必选的空间和每街道至少的数量合计 {least.Spaces} 处，多于上限 {question.MaxSites} 处", $"what is required and the least of each subdistrict make {least.Spaces} spaces, more than the {question.MaxSites} allowed"),
                new($"上限至少 {least.Spaces} 处，或减少必选", $"allow {least.Spaces} spaces, or require fewer"));
        }

        var years = question.YearBudgetsCny.Count > 0;
        var money = years ? question.YearBudgetsCny.Sum() : question.BudgetCny ?? long.MaxValue;
        return least.Cost <= money ? null : new(
            years ? "year_budgets_cny" : "budget_cny",
            new($"必选的空间、房间和每街道至少的数量最少要 {PlanWords.Count(least.Cost)} 元，预算只有 {PlanWords.Count(money)} 元", $"what is required and the least of each subdistrict cost {PlanWords.Count(least.Cost)} CNY at least, and the budget is {PlanWords.Count(money)} CNY"),
            new($"预算至少 {PlanWords.Count(least.Cost)} 元，或减少必选", $"give {PlanWords.Count(least.Cost)} CNY or more, or require less"));
    }

    private static long Least(PlanColumns columns, int space, int service, Func<int, long> of)
    {
        var least = long.MaxValue;
        foreach (var c in columns.Of(space, service))
        {
            least = Math.Min(least, of(c));
        }

        return least;
    }

    private static PlanFault Must(LocalText what) => new("must", what, new("去掉其中一个必选", "leave one of these locks out"));
}
