using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Siting;

/// <summary>What is wrong with a question by itself, before anything is worked out.</summary>
public static class PlanQuestionCheck
{
    private const double MostWeight = 1_000, MostGapPriority = 100, MostSeconds = 86_400;
    private const long MostMoneyCny = 1_000_000_000_000;
    private const int MostYears = 50;

    /// <summary>The first fault, or null.</summary>
    /// <param name="question">The question.</param>
    /// <param name="pack">The rules.</param>
    public static PlanFault? Fault(PlanQuestion question, RulePack pack) =>
        Money(question) ?? Numbers(question) ?? Method(question) ?? Services(question, pack) ?? Weights(question, pack) ?? Locks(question);

    /// <summary>The services asked for, as their places in the pack, rising; those without a room rule where none is named are left out.</summary>
    /// <param name="question">A question without a fault.</param>
    /// <param name="pack">The rules.</param>
    public static IReadOnlyList<int> ServicesOf(PlanQuestion question, RulePack pack) =>
        question.Services is { } named
            ? [.. named.Select(pack.IndexOfService).Order()]
            : [.. Enumerable.Range(0, pack.Services.Count).Where(s => pack.Services[s].Room is not null)];

    private static PlanFault? Money(PlanQuestion q) =>
        Amount("budget_cny", q.BudgetCny) ?? Amount("site_budget_cny", q.SiteBudgetCny)
        ?? (q.YearBudgetsCny.Count > MostYears
            ? new PlanFault("year_budgets_cny", new($"最多 {MostYears} 年", $"there can be {MostYears} years at most"), new("减少年数", "give fewer years")) : null)
        ?? q.YearBudgetsCny.Select(y => y is >= 0 and <= MostMoneyCny ? null : Bad("year_budgets_cny", PlanWords.Count(y))).FirstOrDefault(f => f is not null)
        ?? (q.YearBudgetsCny.Count > 0 && q.YearBudgetsCny.Sum() == 0 ? Bad("year_budgets_cny", "0") : null)
        ?? (q.CarryOver && q.YearBudgetsCny.Count == 0
            ? new PlanFault("carry_over", new("结转只在有分年预算时有意义", "carrying over makes sense only with budgets of years"), new("给出分年预算，或去掉结转", "give budgets of years, or leave it out"))
            : null);

    private static PlanFault? Amount(string field, long? cny) => cny is null or (> 0 and <= MostMoneyCny) ? null : Bad(field, PlanWords.Count(cny.Value));

    private static PlanFault Bad(string field, string value) => new(
        field, new($"预算 {value} 元买不到任何房间", $"a budget of {value} CNY is none"),
        new($"给出大于 0、不超过 {PlanWords.Count(MostMoneyCny)} 元的预算，或不给（不限）", $"give more than 0 and at most {PlanWords.Count(MostMoneyCny)} CNY, or none for no bound"));

    private static PlanFault? Numbers(PlanQuestion q) =>
        Within("max_sites", q.MaxSites, 1, 1_000_000) ?? Within("per_subdistrict", q.LeastPerSubdistrict, 0, 1_000)
        ?? Within("gap_priority", q.GapPriority, 0, MostGapPriority) ?? Within("community_share", q.LeastCommunityShare, 0, 1)
        ?? Within("target", q.TargetShare, 0.000_001, 1) ?? Within("time_limit_s", q.TimeLimitS, 0.001, MostSeconds)
        ?? Within("gap_goal", q.GapGoal, 0, 1) ?? Within("start_year", q.StartYear, 1900, 2200);

    private static PlanFault? Method(PlanQuestion q) => q.TargetShare is not null && q.Method is PlanMethod.Cbc or PlanMethod.Highs or PlanMethod.Glpk
        ? new("method", new("最低费用只由自带的求解器求解", "least cost is solved by our own search only"), new("去掉 method", "leave method out"))
        : null;

    private static PlanFault? Within(string field, double? value, double least, double most) => value is null || (value >= least && value <= most)
        ? null
        : new PlanFault(
            field, new($"{value} 不在 {least}–{most} 之间", $"{value} is not between {least} and {most}"),
            new($"给出 {least}–{most} 之间的数", $"give a number from {least} to {most}"));

    private static PlanFault? Services(PlanQuestion q, RulePack pack)
    {
        var known = string.Join(", ", pack.Services.Where(s => s.Room is not null).Select(s => s.Code));
        LocalText remedy = new($"可用：{known}", $"use some of {known}");
        if (known.Length == 0)
        {
            return new("rule_pack", new($"规则包 {pack.Id} 没有任何房间规则", $"the rule pack {pack.Id} has no room rule"), new("在规则包中为服务写出 room", "write room for its services, see docs/rules.md"));
        }

        if (q.Services is { Count: 0 })
        {
            return new("services", new("没有给出服务", "no service is named"), remedy);
        }

        foreach (var code in q.Services ?? [])
        {
            if (pack.IndexOfService(code) is not (var s and >= 0))
            {
                return new("services", new($"规则包没有服务“{code}”", $"the rule pack has no service \"{code}\""), remedy);
            }

            if (pack.Services[s].Room is null)
            {
                return new("services", new($"规则包没有“{code}”的房间规则", $"the rule pack has no room rule for \"{code}\""), remedy);
            }
        }

        return (q.Services ?? []).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new("services", new($"“{twice.Key}”写了两次", $"\"{twice.Key}\" is named twice"), remedy) : null;
    }

    private static PlanFault? Weights(PlanQuestion q, RulePack pack)
    {
        string[] codes = [.. ServicesOf(q, pack).Select(s => pack.Services[s].Code)];
        LocalText remedy = new($"权重为 0–{MostWeight} 的数，服务可用：{string.Join(", ", codes)}", $"give weights from 0 to {MostWeight} for some of {string.Join(", ", codes)}");
        foreach (var (code, weight) in q.Weights.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            if (!codes.Contains(code))
            {
                return new("weights", new($"没有要安排的服务“{code}”", $"\"{code}\" is no service that is asked for"), remedy);
            }

            if (!(weight >= 0 && weight <= MostWeight))
            {
                return new(
                    "weights", weight < 0 ? new($"“{code}”的权重为负", $"the weight of \"{code}\" is negative") : new($"“{code}”的权重过大", $"the weight of \"{code}\" is too large"), remedy);
            }
        }

        return codes.All(c => q.Weights.GetValueOrDefault(c, 1) == 0) ? new("weights", new("权重全部为 0", "the weights are all 0"), remedy) : null;
    }

    // A space that must be in it and a room of it that must not are no contradiction: another room can be its own.
    private static PlanFault? Locks(PlanQuestion q)
    {
        foreach (var must in q.Must)
        {
            if (q.MustNot.FirstOrDefault(not => not == must || must.StartsWith(not + ":", StringComparison.Ordinal)) is { } not)
            {
                return new(
                    "must", new($"“{must}”必须选用，“{not}”又必须不选用，互相矛盾", $"\"{must}\" must and \"{not}\" must not be in the plan: they contradict each other"),
                    new("去掉其中之一", "leave one of them out"));
            }
        }

        return null;
    }
}
