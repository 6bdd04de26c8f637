using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Population;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner population</c>: spreads the people of communities or of a grid over the buildings.</summary>
public static class PopulationVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<string?> From = new("--from")
    {
        Description = "File of areas with people, e.g. a grid; without it the layer boundaries 人口网格文件，缺省用行政边界",
    };

    private static readonly Option<string?> Crs = new("--crs") { Description = "Coordinate system of that file 坐标系" };
    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which field of that file fills a column: population=field, age_0_3=field… 字段对应",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string> Level = new Option<string>("--level")
    {
        Description = "Which boundaries: community, subdistrict, district 行政级别",
        DefaultValueFactory = _ => "community",
    }.AcceptOnlyFromAmong("community", "subdistrict", "district");

    private static readonly Option<string> By = new Option<string>("--by")
    {
        Description = "Spread by dwellings or floor_area; auto takes dwellings where all homes give them 分配依据",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong("auto", "dwellings", "floor_area");

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report, store nothing 只检查不写入" };

    public static Verb Make() => new(
        new Command("population", "Spread the people of areas over their buildings 按社区或网格总数分配人口")
        {
            Workspace, From, Crs, Map, Level, By, DryRun, Rules,
        }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var location = parsed.GetValue(Workspace)!;
        using var workspace = parsed.GetValue(DryRun)
            ? Workspaces.Open(location, readOnly: true)
            : OpenWorkspace.ToWrite(location, terminal);
        var pack = WorkspaceRules.Load(workspace, parsed.GetValue(Rules));
        var (zones, source) = Zones(parsed, workspace, pack, terminal);
        if (zones.Count == 0)
        {
            throw new UsageException(
                $"{source.FileName}：没有带人口数的区域", $"{source.FileName}: no area with a number of people");
        }

        var by = parsed.GetValue(By) switch
        {
            "dwellings" => SpreadBy.Dwellings,
            "floor_area" => SpreadBy.FloorArea,
            _ => SpreadBy.Auto,
        };
        var buildings = workspace.Read(WorkspaceLayers.Buildings).ToList();
        var result = PopulationSpread.Of(buildings, zones, source.FileName, by, pack.Population, terminal.Cancel);
        if (!parsed.GetValue(DryRun))
        {
            workspace.Commit(Batch(result, source, parsed.GetValue(By)!), source, false, terminal.Progress, terminal.Cancel);
        }

        Report(terminal, result, zones.Count);
        return ExitCode.Done;
    }

    private static (IReadOnlyList<PopulationZone> Zones, ImportSource Source) Zones(
        ParseResult parsed, IWorkspace workspace, RulePack pack, Terminal terminal)
    {
        if (parsed.GetValue(From) is not { } file)
        {
            var level = parsed.GetValue(Level);
            var column = WorkspaceLayers.Boundaries.Require("level");
            var rows = workspace.Read(WorkspaceLayers.Boundaries).Where(r => r.Values[column] as string == level);
            return (PopulationZone.Of(rows), new ImportSource($"boundaries ({level})", string.Empty, 0));
        }

        var options = new ImportOptions
        {
            Layer = WorkspaceLayers.Boundaries,
            Crs = parsed.GetValue(Crs) is { } crs ? CoordinateSystems.Find(crs) : null,
            Map = CommonOptions.Pairs(parsed.GetValue(Map)!),
        };
        using var read = Importer.Read(file, options, pack, new WorkspaceStreets(workspace), terminal.Progress, terminal.Cancel);
        terminal.Tell(read.Result.Problems);
        return (PopulationZone.Of(read.Batch.Layers[WorkspaceLayers.Boundaries]), read.Source);
    }

    private static LayerBatch Batch(SpreadResult result, ImportSource source, string by) => new(
        source.FileName, CoordinateSystems.Wgs84.Code,
        new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [WorkspaceLayers.Buildings] = result.Changed },
        new Dictionary<LayerSchema, int> { [WorkspaceLayers.Buildings] = result.Changed.Count }, result.Problems)
    {
        Format = $"population spread by {by}, planner {ProgramInfo.Version}",
    };

    private static void Report(Terminal terminal, SpreadResult result, int zones)
    {
        terminal.Tell(result.Problems);
        var (done, all, buildings) = (CommonOptions.Count(result.Zones), CommonOptions.Count(zones), CommonOptions.Count(result.Changed.Count));
        var (spread, given, homeless) = (
            CommonOptions.Count(result.PeopleSpread), CommonOptions.Count(result.PeopleGiven), CommonOptions.Count(result.PeopleWithoutBuilding));
        terminal.Print(new(
            $"{all} 个区域中的 {done} 个：{spread} 人分配到 {buildings} 栋建筑（标为估算），已给出 {given} 人，无建筑可分配 {homeless} 人",
            $"{done} of {all} areas: {spread} people spread over {buildings} buildings (marked estimated), {given} given, {homeless} without a building"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("areas", zones);
            json.WriteNumber("areas_spread", result.Zones);
            json.WriteNumber("people_spread", result.PeopleSpread);
            json.WriteNumber("people_given", result.PeopleGiven);
            json.WriteNumber("people_without_building", result.PeopleWithoutBuilding);
            json.WriteNumber("buildings", result.Changed.Count);
            JsonParts.Problems(json, result.Problems);
            json.WriteEndObject();
        });
    }
}
