using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Repair;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Import;

/// <summary>Repair of the walk network of a file, and what becomes of former repairs when it is imported again.</summary>
internal static class NetworkRepairs
{
    private static readonly int EdgeId = WorkspaceLayers.NetworkRepairs.Require("edge_id");
    private static readonly int OtherEdgeId = WorkspaceLayers.NetworkRepairs.Require("other_edge_id");

    /// <summary>The batch with its walk edges mended and the log beside them; the batch itself where it has none.</summary>
    /// <param name="batch">What was read.</param>
    /// <param name="kinds">Which faults to mend; none for nothing.</param>
    /// <param name="cancel">Cancels.</param>
    public static (LayerBatch Batch, IReadOnlyDictionary<NetworkFaultKind, int> Counts) Apply(
        LayerBatch batch, IReadOnlyCollection<NetworkFaultKind> kinds, CancellationToken cancel)
    {
        if (kinds.Count == 0 || !batch.Layers.TryGetValue(WorkspaceLayers.WalkEdges, out var edges))
        {
            return (batch, new Dictionary<NetworkFaultKind, int>());
        }

        var mended = NetworkRepair.Apply(edges as IReadOnlyList<LayerRow> ?? [.. edges], kinds, batch.File, cancel: cancel);
        var changes = new RowChanges(
            mended.Edges.Count - edges.Count, mended.Changed, edges.Select(e => (string)e.Values[0]!).ToHashSet());
        var layers = new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>>(batch.Layers)
        {
            [WorkspaceLayers.WalkEdges] = mended.Edges,
            [WorkspaceLayers.NetworkRepairs] = mended.Log,
        };
        return (
            batch with
            {
                Layers = layers,
                Changes = new Dictionary<LayerSchema, RowChanges> { [WorkspaceLayers.WalkEdges] = changes },
            },
            mended.Counts);
    }

    /// <summary>
    /// The batch with what it supersedes of former imports of its edges: parts of edges that come whole now, whole edges
    /// that come in parts or were left out, and the log of former repairs.
    /// </summary>
    /// <param name="workspace">Where it will be stored.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="replace">True where its layers will be emptied first.</param>
    public static LayerBatch Superseding(IWorkspace workspace, LayerBatch batch, bool replace)
    {
        if (!batch.Layers.TryGetValue(WorkspaceLayers.WalkEdges, out var edges)
            || (workspace.Count(WorkspaceLayers.NetworkRepairs) == 0 && batch.Changes.Count == 0))
        {
            return batch;
        }

        var log = workspace.Read(WorkspaceLayers.NetworkRepairs).ToList();
        if (replace)
        {
            return batch with { Leaving = Leaving(WorkspaceLayers.NetworkRepairs, log.Select(Id)) };
        }

        var ids = edges.Select(Id).ToHashSet();
        var sources = batch.Changes.TryGetValue(WorkspaceLayers.WalkEdges, out var changes) ? changes.SourceIds : ids;
        var mended = log.SelectMany(r => new[] { r.Values[EdgeId], r.Values[OtherEdgeId] }).OfType<string>().ToHashSet();
        var stored = workspace.Read(WorkspaceLayers.WalkEdges).Select(Id)
            .Where(id => !ids.Contains(id) && (sources.Contains(id)
                || (EdgeDraft.SourceOf(id) is { } source && sources.Contains(source) && mended.Contains(source))));
        var leaving = Leaving(WorkspaceLayers.WalkEdges, stored);
        leaving[WorkspaceLayers.NetworkRepairs] = [.. log.Where(r => sources.Contains((string)r.Values[EdgeId]!)).Select(Id)];
        return batch with { Leaving = leaving };
    }

    private static Dictionary<LayerSchema, IReadOnlyCollection<string>> Leaving(LayerSchema layer, IEnumerable<string> ids) =>
        new() { [layer] = [.. ids] };

    private static string Id(LayerRow row) => (string)row.Values[0]!;
}
