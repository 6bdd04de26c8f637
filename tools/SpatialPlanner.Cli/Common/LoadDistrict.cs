using System.CommandLine;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Common;

/// <summary>Opens a workspace and freezes it, as most verbs do first.</summary>
public static class LoadDistrict
{
    public static LoadedDistrict From(
        ParseResult parsed, Option<string> workspace, Option<string?> rules, Terminal terminal) =>
        From(parsed.GetValue(workspace)!, parsed.GetValue(rules), terminal);

    public static LoadedDistrict From(string workspace, string? rules, Terminal terminal)
    {
        using var store = Workspaces.Open(workspace, readOnly: true);
        var pack = WorkspaceRules.Load(store, rules);
        var loaded = LoadedDistrict.Load(store, pack, terminal.Progress, terminal.Cancel);
        if (loaded.Info.Synthetic)
        {
            terminal.Say(new("合成数据：仅供演示", "Synthetic data: for demonstration only"));
        }

        return loaded;
    }
}
