using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Districts;

/// <content>Loading from a workspace.</content>
public sealed partial class LoadedDistrict
{
    /// <summary>What the workspace says about itself.</summary>
    public required WorkspaceInfo Info { get; init; }

    /// <summary>Where the rows came from.</summary>
    public required IReadOnlyList<ImportRecord> Imports { get; init; }

    /// <summary>The entrances that are open at some hours only.</summary>
    public required GateHours GateHours { get; init; }

    /// <summary>What a reader of the figures should know.</summary>
    public required IReadOnlyList<LocalText> Warnings { get; init; }

    /// <summary>Loads a workspace and freezes it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="progress">Told that it begins.</param>
    /// <param name="ct">Cancels.</param>
    public static LoadedDistrict Load(
        IWorkspace workspace, RulePack pack, IProgress<Progress>? progress, CancellationToken ct)
    {
        progress?.Report(new Progress("loading the workspace", 0, WorkspaceLayers.OfDistrict.Count));
        using var still = workspace.KeepStill();
        var rows = new Dictionary<LayerSchema, IReadOnlyList<LayerRow>>();
        var warnings = new List<LocalText>();
        foreach (var (layer, all) in WorkspaceLayers.OfDistrict.Zip(workspace.ReadAll(ct)))
        {
            var usable = all.FindAll(r => layer.Geometry == LayerGeometry.None || r.Geometry is { IsEmpty: false });
            if (usable.Count < all.Count)
            {
                var missing = all.Count - usable.Count;
                warnings.Add(new(
                    $"图层 {layer.Name} 有 {missing} 行没有几何，未参与计算",
                    $"{missing} rows of layer {layer.Name} have no geometry and do not count"));
            }

            rows[layer] = usable;
        }

        return new DistrictBuilder(rows, pack, workspace.Info, Fingerprint(workspace, pack))
            .Build(workspace.Imports, warnings);
    }

    private static string Fingerprint(IWorkspace workspace, RulePack pack) =>
        $"{workspace.Fingerprint()}-{pack.Id}-{pack.Edition}-{pack.Sha256[..Math.Min(16, pack.Sha256.Length)]}";
}
