using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Repair;

namespace SpatialPlanner.Data.Edits;

/// <summary>
/// A path drawn by hand among the edges of <c>walk_edges</c>: it gets a junction wherever it meets or crosses one on its
/// level, and its ends are drawn on to an edge that they stop short of by 2 m at most.
/// </summary>
public static class DrawnPath
{
    // Edges farther away than this cannot meet it, degrees (some 50 m).
    private const double AroundDegrees = 0.0006;

    private static readonly NetworkFaultKind[] Mended = [NetworkFaultKind.Crossing, NetworkFaultKind.Undershoot];

    /// <summary>The rows that the path makes other: itself or its parts, and the parts of the edges that it cuts.</summary>
    /// <param name="edges">The rows of <c>walk_edges</c>, without the path.</param>
    /// <param name="path">The path, with an id of its own.</param>
    /// <returns>Rows before and after; null before: new; null after: gone.</returns>
    public static IReadOnlyList<(LayerRow? Before, LayerRow? After)> Join(IReadOnlyList<LayerRow> edges, LayerRow path)
    {
        ArgumentNullException.ThrowIfNull(edges);
        ArgumentNullException.ThrowIfNull(path);
        var around = path.Geometry!.EnvelopeInternal.Copy();
        around.ExpandBy(AroundDegrees);
        List<LayerRow> near = [.. edges.Where(e => e.Geometry is { } line && around.Intersects(line.EnvelopeInternal))];
        var joined = NetworkRepair.Apply([.. near, path], Mended, "", row => Id(row) == Id(path)).Edges;
        var after = joined.ToDictionary(Id, StringComparer.Ordinal);
        var before = near.ToDictionary(Id, StringComparer.Ordinal);
        return
        [
            .. near.Where(e => !ReferenceEquals(after.GetValueOrDefault(Id(e)), e)).Select(e => ((LayerRow?)e, after.GetValueOrDefault(Id(e)))),
            .. joined.Where(e => !before.ContainsKey(Id(e))).Select(e => ((LayerRow?)null, (LayerRow?)e)),
        ];
    }

    private static string Id(LayerRow row) => (string)row.Values[0]!;
}
