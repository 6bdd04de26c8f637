using System.CommandLine;
using System.Globalization;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Locate;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner locate</c>: the classic location problems on a table of costs, a graph or a workspace, each with its proof.</summary>
public static class LocateVerb
{
    private static readonly Option<string?> Costs = InputFile("--costs", "CSV: demand_id,site_id,cost; a pair without a line cannot be 费用表");
    private static readonly Option<string?> Graph = InputFile("--graph", "CSV: from,to,length, undirected; of a repeated edge the last line counts 图");
    private static readonly Option<string?> Workspace = new("--workspace", "-w") { Description = "Buildings as demand, idle spaces as sites: a workspace 工作区" };
    private static readonly Option<string?> Service = new("--service") { Description = "Service of the workspace: its group is the weight, its limit the default 服务" };
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<string> Problem = ProblemOption();
    private static readonly Option<int?> Sites = new("--p") { Description = "Sites to choose, besides those that exist 选几个" };
    private static readonly Option<decimal?> Limit = Exact("--limit", "Largest cost of a pair, in the unit of the costs (metres with -w); it counts 服务半径");
    private static readonly Option<string?> Demand = InputFile("--demand", "CSV: demand_id,weight (default: 1 each) 需求权重");
    private static readonly Option<string?> Fixed = InputFile("--fixed", "CSV: site_id,state,capacity,fixed_cost; state required, forbidden or existing 地点表");
    private static readonly Option<decimal?> CoverShare = Exact("--cover-share", "Share of the demand that must be served (default 1) 覆盖率");
    private static readonly Option<int?> Backup = new("--backup") { Description = "Sites that each demand needs (lscp, p-center; default 1) 后备覆盖" };
    private static readonly Option<decimal?> Spacing = Exact("--spacing", "Least distance between two chosen sites (--graph, -w) 最小间距");
    private static readonly Option<bool> WholeCosts = new("--whole-costs")
    {
        Description = "A cost is that of a demand's whole weight, not of one unit of it 费用按整个需求计",
    };
    private static readonly Option<string> Method = MethodOption();
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "Seed of random choices (default 1) 随机种子" };
    private static readonly Option<double?> TimeLimit = CommonOptions.Number("--time-limit", "Seconds, then the best so far (default 300) 时限（秒）");
    private static readonly Option<string> Out = new("--out") { Description = "CSV file: demand_id,site_id,cost,units; beside it NAME.sites.csv 输出文件", Required = true };

    public static Verb Make() => new(
        new Command("locate", "Where to put sites: p-median, p-center, covering, capacities, with a proof 选址")
        {
            Costs, Graph, Workspace, Service, Rules, Problem, Sites, Limit, Demand, Fixed, CoverShare, Backup, Spacing, WholeCosts, Method, Seed,
            TimeLimit, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = CommonOptions.Output(
            parsed.GetValue(Out)!, parsed.GetValue(Costs), parsed.GetValue(Graph), parsed.GetValue(Workspace), parsed.GetValue(Demand), parsed.GetValue(Fixed));
        var (table, limit) = Table(parsed, terminal);
        var input = LocateInput.Of(table, parsed.GetValue(Demand), parsed.GetValue(Fixed), terminal.Cancel);
        foreach (var note in input.Notes)
        {
            terminal.Say(note);
        }

        var answer = Locator.Find(input.Table, Question(parsed, limit), new LocateProgress(terminal), terminal.Cancel);
        if (answer.Objective is not null)
        {
            // What was stopped by Ctrl+C still is an answer, and is written.
            LocateFiles.Write(path, input.Table, answer, CancellationToken.None);
        }

        LocateReport.Print(terminal, input.Table, answer, Question(parsed, limit), path);
        terminal.PrintJson(json => LocateReport.Write(json, input.Table, answer, Question(parsed, limit), path));
        return answer.Objective is null ? ExitCode.Problems : ExitCode.Done;
    }

    private static (LocateTable Table, decimal? Limit) Table(ParseResult parsed, Terminal terminal)
    {
        var (costs, graph, workspace, limit) = (parsed.GetValue(Costs), parsed.GetValue(Graph), parsed.GetValue(Workspace), parsed.GetValue(Limit));
        if (new[] { costs, graph, workspace }.Count(f => f is not null) != 1)
        {
            throw new UsageException("请给出 --costs、--graph、-w 之一", "give --costs, --graph or -w, one of them");
        }

        if (workspace is null)
        {
            return (costs is not null ? LocateInput.Costs(costs, terminal.Cancel) : LocateInput.Graph(graph!, limit, terminal.Cancel), limit);
        }

        var loaded = LoadDistrict.From(workspace, parsed.GetValue(Rules), terminal);
        var code = parsed.GetValue(Service) ?? throw new UsageException("-w 需要 --service", "-w needs --service");
        var (table, rule) = WorkspaceCosts.Of(loaded, CommonOptions.Service(loaded.Pack, code), limit, terminal.Progress, terminal.Cancel);
        return (table, limit ?? (LocateProblems.NeedsLimit(LocateProblems.Find(parsed.GetValue(Problem)!)!.Value) ? rule : null));
    }

    private static LocateQuestion Question(ParseResult parsed, decimal? limit)
    {
        var seconds = parsed.GetValue(TimeLimit) ?? 300;
        if (!(seconds > 0 && seconds <= 1_000_000))
        {
            throw InputException.Fatal("--time-limit", null, new($"{seconds} 超出范围", $"{seconds} is out of range"), new("应大于 0", "give seconds above 0"));
        }

        return new LocateQuestion
        {
            Problem = LocateProblems.Find(parsed.GetValue(Problem)!)!.Value, Sites = parsed.GetValue(Sites), Limit = limit,
            CoverShare = parsed.GetValue(CoverShare) ?? 1, Backup = parsed.GetValue(Backup) ?? 1, Spacing = parsed.GetValue(Spacing),
            WholeCosts = parsed.GetValue(WholeCosts), Method = MethodOf(parsed.GetValue(Method)!), Seed = parsed.GetValue(Seed) ?? 1, TimeLimitS = seconds,
        };
    }

    private static PlanMethod MethodOf(string name) => Enum.Parse<PlanMethod>(name, ignoreCase: true);

    private static Option<string> ProblemOption()
    {
        var option = new Option<string>("--problem") { Description = $"{string.Join(", ", LocateProblems.Names)} 问题", Required = true };
        return option.AcceptOnlyFromAmong([.. LocateProblems.Names]);
    }

    private static Option<string> MethodOption()
    {
        var option = new Option<string>("--method")
        {
            Description = "own, heuristic, or a program that is installed: cbc, highs, glpk (default own) 求解方法", DefaultValueFactory = _ => "own",
        };
        return option.AcceptOnlyFromAmong("own", "heuristic", "cbc", "highs", "glpk");
    }

    private static Option<string?> InputFile(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        CommonOptions.RefuseNoFile(option);
        return option;
    }

    // Exact, as costs are: 0.1 is a tenth.
    private static Option<decimal?> Exact(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= 9e12m)
            {
                return number;
            }

            result.AddError($"{name}: '{text}' is not a number 不是数字");
            return null;
        },
    };
}
