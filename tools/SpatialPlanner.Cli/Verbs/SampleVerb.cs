using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Sample;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner sample</c>: makes the synthetic sample district; the same bytes every time.</summary>
public static class SampleVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<bool> Force = new("--force") { Description = "Replace a file that is there 覆盖已有文件" };

    public static Verb Make() => new(
        new Command("sample", "Make the synthetic sample district 生成合成示例区") { Workspace, Force }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetValue(Workspace)!;
        if (Workspaces.Exists(path) && !parsed.GetValue(Force))
        {
            throw InputException.Fatal(
                Workspaces.Shown(path), null, new("工作区已存在", "the workspace is already there"),
                new("换一个名称，或加 --force 覆盖", "give another name, or --force to replace it"));
        }

        var pack = RulePackFiles.Load();
        var batch = SampleDistrict.Make(SampleRecipe.Default, pack, terminal.Progress, terminal.Cancel);
        SampleWorkspace.Write(path, batch, terminal.Progress, terminal.Cancel);
        foreach (var (layer, rows) in batch.Layers)
        {
            var count = CommonOptions.Count(rows.Count);
            terminal.Print(new($"  {layer.Title.Zh} {count}", $"  {layer.Title.En} {count}"));
        }

        var shown = Workspaces.Shown(path);
        terminal.Print(new(
            $"{shown}：合成示例区（虚构数据，不对应任何真实地点）", $"{shown}: synthetic sample district (invented; it shows no real place)"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("workspace", shown);
            json.WriteStartObject("rows");
            foreach (var (layer, rows) in batch.Layers)
            {
                json.WriteNumber(layer.Name, rows.Count);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
        return ExitCode.Done;
    }
}
