using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner serve</c>: the API and the map.</summary>
public static class ServeVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<bool> Summary = new("--summary") { Description = "Print the coverage summary once loaded 打印覆盖摘要" };
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Address to listen on; port 0 takes a free one 监听地址",
        DefaultValueFactory = _ => PlannerServerOptions.DefaultUrl,
    };

    private static readonly Option<bool> AllowRemote = new("--allow-remote")
    {
        Description = "Let other machines read the workspace 允许其他机器访问",
    };

    private static readonly Option<string[]> BaseMapOrigins = new("--base-map-origin")
    {
        Description = "Origin that the page may load an online base map from, e.g. https://tile.example 在线底图来源",
    };

    public static Verb Make() => new(
        new Command("serve", "Serve the API and the map 启动地图服务")
        {
            Workspace, Rules, Urls, AllowRemote, BaseMapOrigins, Summary,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var path = parsed.GetValue(Workspace)!;
        // A wrong path or file is told at once, not by a server that waits for it.
        Workspaces.Open(path, readOnly: true).Dispose();
        var summarise = parsed.GetValue(Summary);
        var options = new PlannerServerOptions
        {
            WorkspacePath = path,
            RulePackPath = parsed.GetValue(Rules),
            Urls = parsed.GetValue(Urls)!,
            AllowRemote = parsed.GetValue(AllowRemote),
            BaseMapOrigins = parsed.GetValue(BaseMapOrigins) ?? [],
            Loaded = answers =>
            {
                if (summarise)
                {
                    summarise = false;
                    CoverageSummary.Print(terminal, answers);
                }
            },
        };
        PlannerServer.RunAsync(options, urls => Announce(terminal, urls), terminal.Cancel).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private static void Announce(Terminal terminal, IReadOnlyCollection<string> urls)
    {
        foreach (var url in urls)
        {
            terminal.Print(new($"地图：{url}　（Ctrl+C 停止）", $"Map: {url}  (Ctrl+C stops)"));
        }
    }
}
