using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Server.Rules;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>Loads what is served from the workspace file and the rule pack.</summary>
internal static class SnapshotLoader
{
    public static Snapshot Load(PlannerServerOptions options, CancellationToken cancel)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        var (pack, problem) = ServedRules.Of(workspace, options);
        var loaded = LoadedDistrict.Load(workspace, pack, null, cancel);
        var answers = ResultLayers.Answers(loaded, cancel);
        options.Loaded?.Invoke(answers);
        return Of(loaded, answers, LayerExport.Note(workspace), problem);
    }

    /// <summary>The snapshot of a district: every service answered by its own rule, as layers.</summary>
    private static Snapshot Of(LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers, string? note, LocalText? rulesProblem) =>
        new(loaded.District.Fingerprint, loaded.Info.Name, loaded.SourceLayers, ResultLayers.All, new Assessment(loaded, answers))
        {
            Note = note,
            RulesProblem = rulesProblem,
        };
}
