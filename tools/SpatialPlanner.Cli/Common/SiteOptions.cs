using System.CommandLine;
using System.Globalization;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>The options of <c>planner site</c> that make its question.</summary>
internal sealed class SiteOptions
{
    private static readonly LocalText WeightsRemedy = new(
        "写成 meals=2,health=0.5，或文件 {\"meals\": 2}", "write meals=2,health=0.5, or a file of {\"meals\": 2}");

    private readonly Option<double?> budget = CommonOptions.Number("--budget", "Money in all, CNY (default: no bound) 总预算（元）");
    private readonly Option<double?> siteBudget = CommonOptions.Number("--site-budget", "Money for one space at most, CNY 单处预算上限（元）");
    private readonly Option<string?> services = new("--services") { Description = "Service codes joined by ; (default: all with a room rule) 要安排的服务" };
    private readonly Option<string?> weights = new("--weights") { Description = "Weight of a person by service: meals=2,health=0.5 or a JSON file (default 1) 权重" };
    private readonly Option<bool> equalGroups = new("--equal-groups") { Description = "The group of each service counts alike as a whole, however few it is 各服务人群整体等重" };
    private readonly Option<bool> useDemand = new("--use-demand") { Description = "A person counts by the share of the community that wants the service (survey) 按问卷需求加权" };
    private readonly Option<double?> gapPriority = CommonOptions.Number("--gap-priority", "A person counts 1 + X × the uncovered share of the community (default 0) 缺口优先系数");
    private readonly Option<int?> maxSites = new("--max-sites") { Description = "Spaces at most 最多处数" };
    private readonly Option<string[]> must = Locks("--must", "Spaces (S001) or rooms (S001:meals) that must be in the plan, joined by ; 必选");
    private readonly Option<string[]> mustNot = Locks("--must-not", "Spaces or rooms that must not be in the plan 禁选");
    private readonly Option<int?> phases = new("--phases") { Description = "Years over which the budget is spread evenly 分年数（预算均分）" };
    private readonly Option<string?> yearBudgets = new("--year-budgets") { Description = "Budget of each year, CNY, joined by , 各年预算" };
    private readonly Option<int?> startYear = new("--start-year") { Description = "Calendar year of the first phase (default: the earliest available_from) 起始年份" };
    private readonly Option<bool> carryOver = new("--carry-over") { Description = "What a year leaves over adds to the next 结余结转" };
    private readonly Option<int?> perSubdistrict = new("--per-subdistrict") { Description = "Spaces in each subdistrict at least 每街道至少处数" };
    private readonly Option<double?> communityShare = CommonOptions.Number("--community-share", "Share covered in each community at least, 0 to 1 每社区覆盖率下限");
    private readonly Option<bool> capacity = new("--capacity") { Description = "Rooms serve no more people than they have places for 计入容量" };
    private readonly Option<double?> target = CommonOptions.Number("--target", "Least cost for this share of today's need, 0 to 1 以最小成本达到的需求比例");
    private readonly Option<bool> extend = new("--extend") { Description = "Open facilities may take rooms too 允许扩建现有设施" };
    private readonly Option<string?> method = new Option<string?>("--method") { Description = "own (default), heuristic, or a program that is installed 求解方法" }
        .AcceptOnlyFromAmong("own", "heuristic", "cbc", "highs", "glpk");

    private readonly Option<double?> timeLimit = CommonOptions.Number("--time-limit", "Seconds after which the best plan so far is given (default 30) 时限（秒）");
    private readonly Option<double?> gapGoal = CommonOptions.Number("--gap", "Gap at which the search may end, e.g. 0.01 (default 0: the proof) 允许差距");
    private readonly Option<ulong?> seed = new("--seed") { Description = "Seed of the search (default 1) 随机种子" };

    /// <summary>The options, in the order of the help text.</summary>
    public IReadOnlyList<Option> All =>
    [
        budget, siteBudget, services, weights, equalGroups, useDemand, gapPriority, maxSites, must, mustNot, phases, yearBudgets, startYear, carryOver,
        perSubdistrict, communityShare, capacity, target, extend, method, timeLimit, gapGoal, seed,
    ];

    /// <summary>The option that a field of a question is given by.</summary>
    /// <param name="field">Field, as the API names it.</param>
    public static string OptionOf(string field) => field switch
    {
        "budget_cny" => "--budget",
        "site_budget_cny" => "--site-budget",
        "year_budgets_cny" => "--year-budgets",
        "time_limit_s" => "--time-limit",
        "gap_goal" => "--gap",
        "idle_spaces" or "rule_pack" => field,
        _ => $"--{field.Replace('_', '-')}",
    };

    /// <summary>The question that was typed.</summary>
    public PlanQuestion QuestionOf(ParseResult parsed)
    {
        var standard = new PlanQuestion();
        var (total, years) = (Money(parsed, budget), YearBudgets(parsed));
        return standard with
        {
            BudgetCny = years.Count > 0 ? null : total,
            SiteBudgetCny = Money(parsed, siteBudget),
            Services = parsed.GetValue(services) is { } codes ? Split(codes) : null,
            Weights = parsed.GetValue(weights) is { } text ? WeightsOf(text) : standard.Weights,
            EqualGroups = parsed.GetValue(equalGroups),
            UseDemand = parsed.GetValue(useDemand),
            GapPriority = parsed.GetValue(gapPriority) ?? standard.GapPriority,
            MaxSites = parsed.GetValue(maxSites),
            Must = [.. (parsed.GetValue(must) ?? []).SelectMany(Split)],
            MustNot = [.. (parsed.GetValue(mustNot) ?? []).SelectMany(Split)],
            YearBudgetsCny = years,
            StartYear = parsed.GetValue(startYear),
            CarryOver = parsed.GetValue(carryOver),
            LeastPerSubdistrict = parsed.GetValue(perSubdistrict) ?? standard.LeastPerSubdistrict,
            LeastCommunityShare = parsed.GetValue(communityShare),
            CountCapacity = parsed.GetValue(capacity),
            TargetShare = parsed.GetValue(target),
            Extend = parsed.GetValue(extend),
            Method = Enum.Parse<PlanMethod>(parsed.GetValue(method) ?? "own", ignoreCase: true),
            TimeLimitS = parsed.GetValue(timeLimit) ?? standard.TimeLimitS,
            GapGoal = parsed.GetValue(gapGoal) ?? standard.GapGoal,
            Seed = parsed.GetValue(seed) ?? standard.Seed,
        };
    }

    private static Option<string[]> Locks(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static string[] Split(string text) =>
        text.Split([';', ',', '；', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // What is no amount at all is an amount that buys nothing, which the question's own check refuses with a sentence.
    private static long? Money(ParseResult parsed, Option<double?> option) =>
        parsed.GetValue(option) is { } typed ? double.IsNaN(typed) ? 0 : (long)Math.Clamp(Math.Round(typed), -1e15, 1e15) : null;

    private List<long> YearBudgets(ParseResult parsed)
    {
        var (total, years, typed) = (Money(parsed, budget), parsed.GetValue(phases), parsed.GetValue(yearBudgets));
        if (typed is null)
        {
            return years is null ? [] : Even(total, years.Value);
        }

        var budgets = Split(typed).Select(OneYear).ToList();
        if (budgets.Count == 0 || (years is not null && years != budgets.Count))
        {
            throw Bad("--year-budgets", $"给了 {budgets.Count} 个年度预算", $"there are {budgets.Count} budgets", "每年一个，与 --phases 一致", "give one for each year of --phases");
        }

        return total is null || total == budgets.Sum() ? budgets : throw Bad(
            "--budget", $"总预算 {total} 与分年之和 {budgets.Sum()} 不符", $"{total} is not the sum of the year budgets, {budgets.Sum()}", "去掉其中之一", "leave one of them out");
    }

    // What does not divide goes to the first years.
    private static List<long> Even(long? total, int years)
    {
        const int most = 50;
        if (years is < 1 or > most)
        {
            throw Bad("--phases", $"{years} 不是年数", $"{years} is no number of years", $"给出 1–{most}", $"give 1 to {most}");
        }

        return total is { } sum
            ? [.. Enumerable.Range(0, years).Select(y => (sum / years) + (y < sum % years ? 1 : 0))]
            : throw Bad("--phases", "分年需要预算", "phases need a budget", "给出 --budget 或 --year-budgets", "give --budget or --year-budgets");
    }

    private static long OneYear(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var cny) && Math.Abs(cny) <= 1e15
            ? (long)Math.Round(cny)
            : throw Bad("--year-budgets", $"“{text}”不是金额", $"'{text}' is no amount", "写作 10000000,8000000", "write 10000000,8000000");

    private static IReadOnlyDictionary<string, double> WeightsOf(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal) || File.Exists(text))
        {
            return NamedWeights.Read(text, WeightsRemedy);
        }

        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (code, value) in Split(text).Select(p => (p.Split('=')[0].Trim(), p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..])))
        {
            if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !weights.TryAdd(code, weight))
            {
                throw InputException.Fatal(
                    "--weights", code, new($"“{value}”不是权重，或写了两次", $"'{value}' is no weight, or it is given twice"), WeightsRemedy);
            }
        }

        return weights;
    }

    private static InputException Bad(string option, string zh, string en, string zhRemedy, string enRemedy) =>
        InputException.Fatal(option, null, new(zh, en), new(zhRemedy, enRemedy));
}
