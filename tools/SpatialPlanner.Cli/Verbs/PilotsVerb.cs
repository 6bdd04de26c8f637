using System.CommandLine;
using System.Globalization;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner pilots</c>: which communities should be pilots, by which weights, and how firm that is.</summary>
public static class PilotsVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<int?> Count = new("--count") { Description = "How many pilots (default 19, or a fifth of fewer than 60 communities) 试点数量" };
    private static readonly Option<string?> Weights = WeightsFile();
    private static readonly Option<int?> Least = new("--per-subdistrict-min") { Description = "At least so many in each subdistrict (default 1 where that can be) 每街道下限" };
    private static readonly Option<int?> Most = new("--per-subdistrict-max") { Description = "At most so many in each subdistrict (default no bound) 每街道上限" };
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "Seed of the random weights (default 1) 随机种子" };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder for pilots.csv, pilots.geojson, sensitivity.csv, run.json 输出文件夹",
        Required = true,
    };

    public static Verb Make() => new(
        new Command("pilots", "Which communities should be pilots, and how firm the choice is 试点遴选")
        {
            Workspace, Rules, Count, Weights, Least, Most, Seed, Out,
        },
        Run);

    private static Option<string?> WeightsFile()
    {
        var option = new Option<string?>("--weights")
        {
            Description = "JSON file: weight of each criterion (default: three principles a third each) 权重文件",
        };
        CommonOptions.RefuseNoFile(option);
        return option;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var weights = parsed.GetValue(Weights) is { } file ? PilotWeightsFile.Read(file) : null;
        var assessment = new Assessment(LoadDistrict.From(parsed, Workspace, Rules, terminal));
        var communities = assessment.PilotCommunities;
        var standard = PilotDefaults.Question(communities.Sizes);
        var count = parsed.GetValue(Count) ?? standard.Count;
        var question = standard with
        {
            Count = count,
            Weights = weights ?? standard.Weights,
            LeastPerSubdistrict = parsed.GetValue(Least) ?? Math.Min(standard.LeastPerSubdistrict, communities.Sizes.Count <= count ? 1 : 0),
            MostPerSubdistrict = parsed.GetValue(Most),
            Seed = parsed.GetValue(Seed) ?? standard.Seed,
        };
        if (question.Contradiction(communities.Sizes) is { } wrong)
        {
            throw InputException.Fatal(
                wrong.Field == "weights" ? parsed.GetValue(Weights) ?? "--weights" : $"--{wrong.Field.Replace('_', '-')}", null, wrong.What,
                new("改动该项后重试", "change it and try again"));
        }

        terminal.Cancel.ThrowIfCancellationRequested();
        var answer = PilotAnswer.Find(communities.Candidates, PilotCriteria.All, question);
        var folder = parsed.GetValue(Out)!;
        var files = PilotRun.Write(folder, assessment, answer, terminal.Cancel);
        Print(terminal, assessment, answer);
        terminal.Print(new($"{folder}：{string.Join("、", files)}", $"{folder}: {string.Join(", ", files)}"));
        terminal.PrintJson(json => json.WriteRawValue(File.ReadAllText(Path.Combine(folder, "run.json"))));
        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, Assessment assessment, PilotAnswer answer)
    {
        foreach (var warning in PilotRun.Warnings(assessment))
        {
            terminal.Say(warning);
        }

        terminal.Print(new(
            "次序  社区代码      平均名次  加权和        TOPSIS        入选频率  社区",
            "order code          mean rank weighted sum  TOPSIS        chosen    community"));
        foreach (var a in answer.Chosen)
        {
            var ranking = answer.Ranking;
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{Array.IndexOf(ranking.Order, a) + 1,5} {answer.Candidates[a].Code,-13} {ranking.MeanRank(a),8:F1} {ranking.WeightedSum[a]:F4} ({ranking.SumRank[a],3}) {ranking.Topsis[a]:F4} ({ranking.TopsisRank[a],3}) {100 * answer.ChosenShare[a],7:F1} %");
            var area = assessment.Loaded.Areas[assessment.Demand.Areas.AreaOf(Engine.Districts.AreaLevel.Community, assessment.PilotCommunities.Place[a])].Area;
            terminal.Print(new($"{line}  {area.Name}", $"{line}  {area.NameEn}"));
        }

        terminal.Print(Correlation(answer));
        if (answer.Tippings.Where(t => t.Change is not null).MinBy(t => t.Change) is { } tip)
        {
            var (criterion, change) = (PilotCriteria.All[tip.Criterion], string.Create(CultureInfo.InvariantCulture, $"{100 * tip.Change:F1}"));
            string Codes(IReadOnlyList<int> some) => string.Join(", ", some.Select(a => answer.Candidates[a].Code));
            terminal.Print(new(
                $"最敏感的权重：“{criterion.Name.Zh}”变动 {change} 个百分点，{Codes(tip.Leaves)} 就让位给 {Codes(tip.Enters)}",
                $"the most delicate weight: with {change} points more or less on \"{criterion.Name.En}\" {Codes(tip.Leaves)} gives way to {Codes(tip.Enters)}"));
        }
    }

    private static LocalText Correlation(PilotAnswer answer)
    {
        var figures = string.Create(CultureInfo.InvariantCulture, $"Spearman {answer.Spearman:F3}, Kendall {answer.Kendall:F3}");
        return answer.Spearman is null
            ? new("只有一个社区，谈不上排序", "there is only one community to rank")
            : new($"两种方法的名次相关：{figures}", $"the two methods' ranks: {figures}");
    }
}
