using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner distances</c>: walk distances between two tables of points.</summary>
public static class DistancesVerb
{
    private static readonly Option<string?> Workspace = new("--workspace", "-w") { Description = CommonOptions.WorkspaceDescription };
    private static readonly Option<string?> Network = new("--network") { Description = "OpenStreetMap file instead of a workspace 路网文件" };
    private static readonly Option<string> From = new("--from") { Description = "CSV with id,lon,lat 起点", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "CSV with id,lon,lat 终点", Required = true };
    private static readonly Option<double?> LimitM = Needed(CommonOptions.Number("--limit-m", "Largest distance in metres 最大距离"));
    private static readonly Option<string> Out = new("--out") { Description = "CSV file: from_id,to_id,metres,seconds 输出文件", Required = true };
    private static readonly LimitOptions Walker = new();

    public static Verb Make() => new(
        new Command("distances", "Walk distances between two tables of points 步行距离矩阵")
        {
            Workspace, Network, From, To, LimitM, Walker.Profile, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var limitM = parsed.GetValue(LimitM);
        var path = CommonOptions.Output(
            parsed.GetValue(Out)!, parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Workspace), parsed.GetValue(Network));
        if (limitM is not { } limit || limit is not (> 0 and <= 1_000_000))
        {
            throw new UsageException("--limit-m 应大于 0、不超过 1000000", "--limit-m must be above 0 and at most 1000000");
        }

        var pack = PackOf(parsed.GetValue(Workspace));
        var walker = Walker.ProfileOf(parsed, pack) ?? pack.Profiles[0];
        var (from, to) = (Points(parsed.GetValue(From)!, pack, terminal), Points(parsed.GetValue(To)!, pack, terminal));
        var network = NetworkOf(parsed, pack, terminal);
        var result = DistanceTable.Find(
            network, from, to, limit, walker.SpeedMmPerS, terminal.Progress, terminal.Cancel);
        Tell(terminal, "--from", result.UnlinkedFrom);
        Tell(terminal, "--to", result.UnlinkedTo);
        var schema = new LayerSchema(result.Table.Name, result.Table.Title, LayerGeometry.None, result.Table.Columns);
        LayerExport.Write(schema, result.Table.Rows, null, LayerExport.PlainCsv, path, terminal.Cancel);
        var pairs = CommonOptions.Count(result.Table.Rows.Count);
        terminal.Print(new($"{path}：{pairs} 对", $"{path}: {pairs} pairs"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("file", path);
            json.WriteNumber("pairs", result.Table.Rows.Count);
            json.WriteNumber("unlinked_from", result.UnlinkedFrom.Count);
            json.WriteNumber("unlinked_to", result.UnlinkedTo.Count);
            json.WriteEndObject();
        });
        return ExitCode.Done;
    }

    private static RulePack PackOf(string? workspace)
    {
        using var store = workspace is null ? null : Data.Store.Workspaces.Open(workspace, readOnly: true);
        return WorkspaceRules.Load(store);
    }

    /// <summary>A table of points is read as any CSV of places: the same checks, the same messages.</summary>
    private static List<LayerRow> Points(string path, RulePack pack, Terminal terminal)
    {
        var options = new ImportOptions { Layer = WorkspaceLayers.Facilities };
        using var file = Importer.Read(path, options, pack, null, terminal.Progress, terminal.Cancel);
        terminal.Tell(file.Result.Problems);
        return [.. file.Batch.Layers[WorkspaceLayers.Facilities]];
    }

    private static LinkedNetwork NetworkOf(ParseResult parsed, RulePack pack, Terminal terminal)
    {
        var (workspace, file) = (parsed.GetValue(Workspace), parsed.GetValue(Network));
        if (workspace is null == file is null)
        {
            throw new UsageException("请给出 -w 或 --network 之一", "give -w or --network, one of them");
        }

        if (workspace is not null)
        {
            using var store = Data.Store.Workspaces.Open(workspace, readOnly: true);
            return LinkedNetwork.Of(LoadedDistrict.Load(store, pack, terminal.Progress, terminal.Cancel));
        }

        var batch = OsmReader.ReadNetwork(file!, terminal.Progress, terminal.Cancel);
        terminal.Tell(batch.Problems);
        return LinkedNetwork.Of([.. batch.Layers[WorkspaceLayers.WalkEdges]]);
    }

    private static Option<T> Needed<T>(Option<T> option)
    {
        option.Required = true;
        return option;
    }

    private static void Tell(Terminal terminal, string option, IReadOnlyList<string> unlinked)
    {
        foreach (var id in unlinked)
        {
            terminal.Say(new(
                $"{option} {id}：距路网超过 100 米，未接入", $"{option} {id}: over 100 m from the network, not linked"));
        }
    }
}
