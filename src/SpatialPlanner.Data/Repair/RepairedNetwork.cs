using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Repair;

/// <summary>What a repair made of the rows of <c>walk_edges</c>.</summary>
/// <param name="Edges">The rows after it.</param>
/// <param name="Log">Rows of <c>network_repairs</c>, one for each fault mended.</param>
/// <param name="Counts">Number of faults mended by kind, the kinds asked for.</param>
/// <param name="Changed">Ids of rows that are new or not as they were.</param>
public sealed record RepairedNetwork(
    List<LayerRow> Edges, List<LayerRow> Log, IReadOnlyDictionary<NetworkFaultKind, int> Counts,
    IReadOnlySet<string> Changed);
