using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner rules</c>: the rule packs that there are, what is in them, and which one a workspace uses.</summary>
public static class RulesVerb
{
    private const string PackDescription = "Id of a pack, id@n of a version of the workspace, or the path of a JSON file 规则包";

    public static Verb Make()
    {
        Verb[] parts = [List(), Show(), Check(), Use(), History()];
        var command = new Command("rules", "Rule packs: list, show, check, use, history 规则包");
        foreach (var part in parts)
        {
            command.Subcommands.Add(part.Command);
        }

        return new(command, (_, _) => ExitCode.WrongUsage) { Parts = parts };
    }

    private static Verb List()
    {
        var workspace = OfWorkspace();
        return new(new Command("list", "The packs of the program and of a workspace 列出规则包") { workspace }, (parsed, terminal) =>
        {
            using var store = Open(parsed.GetValue(workspace));
            var history = store is null ? [] : WorkspaceRules.History(store);
            var current = store is null ? null : history.Count > 0 ? history[0].Name : RulePackFiles.Default;
            RulesText.List(terminal, [.. RulePackFiles.Ids.Select(id => RulePackFiles.Load(id))], history, current);
            return ExitCode.Done;
        });
    }

    private static Verb Show()
    {
        var (pack, workspace) = (Pack(), OfWorkspace());
        return new(new Command("show", "What a pack asks for, with clause and source 显示规则") { pack, workspace }, (parsed, terminal) =>
        {
            using var store = Open(parsed.GetValue(workspace));
            RulesText.Show(terminal, Named(store, parsed.GetValue(pack)!));
            return ExitCode.Done;
        });
    }

    private static Verb Check()
    {
        var file = new Argument<string>("FILE") { Description = "JSON file of a pack 规则包文件" };
        return new(new Command("check", "Everything that is wrong with a pack 检查规则包") { file }, (parsed, terminal) =>
        {
            var name = parsed.GetValue(file)!;
            var problems = RulePackFiles.Check(RulePackFiles.Text(name));
            RulesText.Problems(terminal, name, problems);
            return problems.Count == 0 ? ExitCode.Done : ExitCode.Problems;
        });
    }

    private static Verb Use()
    {
        var (pack, workspace) = (Pack(), CommonOptions.Workspace());
        var note = new Option<string?>("--note") { Description = "What to remember about it 备注" };
        return new(new Command("use", "Use a pack in a workspace; a file becomes a new version 选用规则包") { pack, workspace, note }, (parsed, terminal) =>
        {
            var name = parsed.GetValue(pack)!;
            using var store = OpenWorkspace.ToWrite(parsed.GetValue(workspace)!, terminal);
            var isNamed = WorkspaceRules.Find(WorkspaceRules.History(store), name) is not null || !File.Exists(name);
            RuleVersion version;
            try
            {
                version = isNamed
                    ? WorkspaceRules.Choose(store, name, parsed.GetValue(note))
                    : WorkspaceRules.Save(store, RulePackFiles.Text(name), parsed.GetValue(note));
            }
            catch (RulePackException e)
            {
                RulesText.Problems(terminal, name, e.Problems);
                return ExitCode.Problems;
            }

            RulesText.Used(terminal, store.Location, version);
            return ExitCode.Done;
        });
    }

    private static Verb History()
    {
        var workspace = CommonOptions.Workspace();
        return new(new Command("history", "What was chosen and saved in a workspace 规则包历史") { workspace }, (parsed, terminal) =>
        {
            using var store = Workspaces.Open(parsed.GetValue(workspace)!, readOnly: true);
            RulesText.History(terminal, WorkspaceRules.History(store));
            return ExitCode.Done;
        });
    }

    private static RulePack Named(IWorkspace? store, string name) =>
        store is not null && WorkspaceRules.Find(WorkspaceRules.History(store), name) is { } version
            ? WorkspaceRules.PackOf(store, version) : RulePackFiles.Load(name);

    private static IWorkspace? Open(string? location) => location is null ? null : Workspaces.Open(location, readOnly: true);

    private static Argument<string> Pack() => new("PACK") { Description = PackDescription };

    private static Option<string?> OfWorkspace()
    {
        var option = new Option<string?>("--workspace", "-w") { Description = CommonOptions.WorkspaceDescription };
        CommonOptions.RefuseNoFile(option, orDatabase: true);
        return option;
    }
}
