using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>Loads what is served from the workspace file and the rule pack.</summary>
internal static class SnapshotLoader
{
    public static Snapshot Load(PlannerServerOptions options, CancellationToken cancel)
    {
        var pack = RulePackFiles.Load(options.RulePackPath);
        using var workspace = GeoPackageWorkspace.Open(options.WorkspacePath, readOnly: true);
        var loaded = LoadedDistrict.Load(workspace, pack, null, cancel);
        var answers = Answers(loaded, cancel);
        options.Loaded?.Invoke(answers);
        return Of(loaded, answers, LayerExport.Note(workspace));
    }

    private static List<ServiceAnswer> Answers(LoadedDistrict loaded, CancellationToken cancel)
    {
        var search = new ShortestPathSearch(loaded.District.Network);
        var answers = new List<ServiceAnswer>();
        for (var s = 0; s < loaded.Pack.Services.Count; s++)
        {
            cancel.ThrowIfCancellationRequested();
            answers.Add(ServiceAnswer.Find(loaded, s, search: search));
        }

        return answers;
    }

    /// <summary>The snapshot of a district: every service answered by its own rule, as layers.</summary>
    private static Snapshot Of(LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers, string? note) =>
        new(loaded.District.Fingerprint, loaded.Info.Name,
        [
            .. loaded.SourceLayers, CoverageLayer.Make(loaded, answers), GapsLayer.Make(loaded, answers),
            GapTableLayer.Make(loaded, answers), SnapLedgerLayer.Make(loaded),
        ])
        {
            Loaded = loaded,
            Note = note,
        };
}
