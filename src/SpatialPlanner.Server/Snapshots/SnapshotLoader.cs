using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>Loads what is served from the workspace file and the rule pack.</summary>
internal static class SnapshotLoader
{
    private const string DefaultPack = "rules/cn-15min.json";

    public static Snapshot Load(PlannerServerOptions options, CancellationToken cancel)
    {
        var pack = ReadPack(options.RulePackPath ?? Path.Combine(AppContext.BaseDirectory, DefaultPack));
        using var workspace = GeoPackageWorkspace.Open(options.WorkspacePath, readOnly: true);
        return Of(LoadedDistrict.Load(workspace, pack, null, cancel), LayerExport.Note(workspace), cancel);
    }

    /// <summary>The snapshot of a district: every service answered by its own rule, as layers.</summary>
    private static Snapshot Of(LoadedDistrict loaded, string? note, CancellationToken cancel)
    {
        var search = new ShortestPathSearch(loaded.District.Network);
        var answers = new List<ServiceAnswer>();
        for (var s = 0; s < loaded.Pack.Services.Count; s++)
        {
            cancel.ThrowIfCancellationRequested();
            answers.Add(ServiceAnswer.Find(loaded, s, search: search));
        }

        return new Snapshot(loaded.District.Fingerprint, loaded.Info.Name,
        [
            .. loaded.SourceLayers, CoverageLayer.Make(loaded, answers), GapsLayer.Make(loaded, answers),
            GapTableLayer.Make(loaded, answers), SnapLedgerLayer.Make(loaded),
        ])
        {
            Loaded = loaded,
            Note = note,
        };
    }

    private static RulePack ReadPack(string path)
    {
        try
        {
            return RulePackJson.Parse(File.ReadAllText(path));
        }
        catch (RulePackException e)
        {
            throw InputException.Fatal(
                path, e.Place, e.What, new("按说明修改规则包", "mend the rule pack there"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Fatal(
                path, null, new($"无法读取规则包：{e.Message}", $"the rule pack cannot be read: {e.Message}"),
                new("检查路径", "check the path"), e);
        }
    }
}
