using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Server.Api;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner explain</c>: why a building is within the limit of a service or not, and what would mend it.</summary>
public static class ExplainVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly LimitOptions Limit = new();
    private static readonly TimeOption Time = new();
    private static readonly ScenarioOption Scenario = new();
    private static readonly Option<string> Building = new("--building") { Description = "Building id 建筑编号", Required = true };
    private static readonly Option<string> Service = new("--service") { Description = "Service code 服务代码", Required = true };
    private static readonly Option<string?> Out = new("--out") { Description = "GeoJSON file for the walk 步行路径输出文件" };

    public static Verb Make() => new(
        new Command("explain", "Why a building is within the limit of a service or not, and what would mend it 覆盖原因与改进")
        {
            Workspace, Rules, Building, Service, Limit.Minutes, Limit.Metres, Limit.Profile, Time.Option, Scenario.Option, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var (limit, time) = (Limit.LimitOf(parsed), Time.Of(parsed));
        var path = parsed.GetValue(Out) is { } given ? CommonOptions.Output(given, parsed.GetValue(Workspace)) : null;
        var loaded = TimeOption.Apply(time, LoadDistrict.From(parsed, Workspace, Rules, terminal), terminal);
        loaded = Scenario.Apply(parsed, parsed.GetValue(Workspace)!, loaded, terminal);
        var building = BuildingOf(parsed, loaded);
        var answer = ServiceAnswer.Find(
            loaded, CommonOptions.Service(loaded.Pack, parsed.GetValue(Service)!), limit, Limit.ProfileOf(parsed, loaded));
        var walk = WalkExplanation.Of(loaded, answer, building);
        if (path is not null)
        {
            LayerExport.Write(
                Layer(loaded, answer, building, walk), LayerExport.Note(loaded.Info, loaded.Imports), "geojson", path, terminal.Cancel);
        }

        if (terminal.Json)
        {
            terminal.PrintJson(json => json.WriteRawValue(ExplainJson.Of(loaded, answer, building, terminal.Cancel)));
        }
        else
        {
            ExplainText.Print(terminal, loaded, answer, building, walk, FixList.Find(loaded, answer, building, terminal.Cancel));
        }

        return ExitCode.Done;
    }

    private static int BuildingOf(ParseResult parsed, LoadedDistrict loaded)
    {
        var id = parsed.GetValue(Building)!;
        return Array.IndexOf(loaded.District.Buildings.Id, id) is var b and >= 0 ? b : throw InputException.Fatal(
            "--building", id, new("没有这个建筑", "there is no such building"),
            new("在 buildings 图层中查看编号", "look for its id in the layer buildings"));
    }

    /// <summary>The walk as a layer of one line; of none where there is no walk.</summary>
    private static PublishedLayer Layer(LoadedDistrict loaded, ServiceAnswer answer, int building, WalkExplanation walk) => new(
        "walk", new("步行路径", "Walk"), LayerGeometry.Line,
        [
            new("building", ColumnType.Text), new("service", ColumnType.Text), new("facility", ColumnType.Text),
            new("metres", ColumnType.Real), new("seconds", ColumnType.Real),
        ],
        walk.Facility is { } f
            ? [new LayerRow(walk.Path, [
                loaded.District.Buildings.Id[building], answer.Service.Code, loaded.District.Facilities.Id[f],
                walk.Metres, Math.Round(walk.Seconds!.Value, 3)])]
            : [],
        true);
}
