using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Repair;

/// <summary>
/// Mends the faults of a network that a user asked to have mended, and logs each. Dead ends are drawn on to the edge
/// that they stop short of; edges that cross get a junction; of duplicates one stays; edges without extent are left out
/// and their ends made one.
/// </summary>
public static class NetworkRepair
{
    // A repair may bring to light another fault (a dead end drawn on crosses a third edge). Two rounds are the rule;
    // what is left after these is told by `planner check`.
    private const int MostRounds = 12;

    /// <summary>Mends rows among themselves; what is asked for of other files in a workspace stays as it is.</summary>
    /// <param name="rows">Rows of <c>walk_edges</c> with ids; they are not changed.</param>
    /// <param name="kinds">Which faults to mend.</param>
    /// <param name="file">File that the rows came from, for the log.</param>
    /// <param name="isMeant">Rows of which alone faults are mended, with the rows that they meet; null for all.</param>
    /// <param name="cancel">Cancels between two rounds.</param>
    public static RepairedNetwork Apply(
        IReadOnlyList<LayerRow> rows, IReadOnlyCollection<NetworkFaultKind> kinds, string file, Func<LayerRow, bool>? isMeant = null,
        CancellationToken cancel = default)
    {
        var projection = LocalProjection.Around(Extent(rows));
        var log = new RepairLog(file);
        IReadOnlyList<EdgeDraft> drafts = [.. rows.Select(EdgeDraft.Of)];
        for (var round = 0; round < MostRounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            List<LayerRow> now = [.. drafts.Select(d => d.Row)];
            var shapes = new WalkEdgeShapes(now, projection);
            var faults = NetworkFaults.Find(shapes, projection).Where(f => kinds.Contains(f.Kind) && IsMeant(f)).ToList();

            bool IsMeant(NetworkFault fault) =>
                isMeant is null || isMeant(now[fault.At.Edge]) || (fault.Other is { } other && isMeant(now[other.Edge]));

            if (faults.Count == 0)
            {
                break;
            }

            drafts = new RepairRound(shapes, drafts, log).Mend(faults);
        }

        var changed = EdgeDraft.NumberParts(drafts);
        return new RepairedNetwork(
            [.. drafts.Select(d => d.Row)], log.Rows, kinds.Order().ToDictionary(k => k, k => log.Count(k)), changed);
    }

    private static Envelope Extent(IReadOnlyList<LayerRow> rows)
    {
        var extent = new Envelope();
        foreach (var row in rows)
        {
            extent.ExpandToInclude(row.Geometry?.EnvelopeInternal ?? new Envelope());
        }

        return extent;
    }
}
