using System.CommandLine;
using System.Diagnostics;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner site</c>: which idle spaces become which services, and what is proved about that plan.</summary>
public static class SiteVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly SiteOptions Question = new();
    private static readonly Option<bool> Pareto = new("--pareto") { Description = "Also the front of cost, gain and worst community (pareto.csv) 帕累托前沿" };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for plan.geojson, plan.csv, communities.csv, services.csv, not_chosen.csv, swaps.csv, reserve.csv, run.json 输出文件夹",
        Required = true,
    };

    public static Verb Make()
    {
        var command = new Command("site", "Which idle spaces become which services, with a proof 闲置空间选址") { Workspace, Rules };
        foreach (var option in Question.All)
        {
            command.Options.Add(option);
        }

        command.Options.Add(Pareto);
        command.Options.Add(Out);
        return new Verb(command, Run);
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (question, seconds, clock) = (Question.QuestionOf(parsed), new Dictionary<string, double>(), Stopwatch.StartNew());
        var assessment = new Assessment(LoadDistrict.From(parsed, Workspace, Rules, terminal));
        if (SitingAnswer.Fault(assessment, question) is { } fault)
        {
            throw InputException.Fatal(SiteOptions.OptionOf(fault.Field), null, fault.What, fault.Remedy);
        }

        Lap(seconds, "load", clock);
        terminal.Cancel.ThrowIfCancellationRequested();
        var progress = new SitingProgressLine(terminal.Progress, question.TargetShare is null ? PlanProblem.ValueOfOne : 1);
        var answer = SitingAnswer.Find(assessment, question, progress, terminal.Cancel);
        seconds["search"] = progress.SearchSeconds ?? 0;
        Lap(seconds, "plan", clock);
        if (answer.Plan.Problem is not null)
        {
            return NoPlan(terminal, answer.Plan);
        }

        var front = parsed.GetValue(Pareto) && !terminal.Cancel.IsCancellationRequested
            ? SitingAnswer.Pareto(assessment, question, progress, terminal.Cancel) : null;
        Lap(seconds, "pareto", clock);
        return Write(parsed, terminal, answer, front, seconds);
    }

    // A plan that Ctrl+C stopped is written too: it is the best one so far, and run.json says that it is not proved.
    private static int Write(
        ParseResult parsed, Terminal terminal, SitingAnswer answer, IReadOnlyList<ParetoPoint>? front, Dictionary<string, double> seconds)
    {
        var folder = parsed.GetValue(Out)!;
        var files = PlanRun.Write(folder, answer, front, seconds, CancellationToken.None);
        foreach (var warning in answer.Case.Warnings)
        {
            terminal.Say(warning);
        }

        SiteSummary.Print(terminal, answer);
        if (front is not null)
        {
            SiteSummary.Pareto(terminal, front);
        }

        terminal.Print(new($"{folder}：{string.Join("、", files)}", $"{folder}: {string.Join(", ", files)}"));
        terminal.PrintJson(json => json.WriteRawValue(File.ReadAllText(Path.Combine(folder, "run.json"))));
        if (terminal.Cancel.IsCancellationRequested)
        {
            terminal.Say(new("已中止：写出的是目前最好的方案，未证明最优", "stopped: what was written is the best plan so far, not a proved one"));
            return ExitCode.Cancelled;
        }

        return ExitCode.Done;
    }

    private static int NoPlan(Terminal terminal, PlanAnswer plan)
    {
        foreach (var repair in plan.Repairs)
        {
            terminal.Say(repair);
        }

        throw InputException.Fatal("site", null, plan.Problem!, plan.Repairs.Count > 0
            ? new("见上面的补救办法", "see the repairs above")
            : new("放宽预算、锁定或下限", "give more money, or fewer locks and floors"));
    }

    private static void Lap(Dictionary<string, double> seconds, string step, Stopwatch clock)
    {
        seconds[step] = Math.Round(clock.Elapsed.TotalSeconds, 3);
        clock.Restart();
    }
}
