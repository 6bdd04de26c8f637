using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Snapshots;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Server.Edits;

/// <summary>Joins drawn paths to the streets that they meet, so that one can walk on.</summary>
internal static class PathEdits
{
    private static readonly string[] OfShape = ["length_mm", "from_node", "to_node"];

    /// <summary>The edits with those of the streets that drawn paths cut.</summary>
    public static IReadOnlyList<Edit> Joined(Snapshot snapshot, IReadOnlyList<Edit> edits)
    {
        if (!edits.Any(IsDrawn))
        {
            return edits;
        }

        // Paths of one batch may meet each other: each is drawn among those before it.
        var first = (snapshot.Find(WalkEdges.Name)?.Layer.Rows ?? []).ToDictionary(Id, StringComparer.Ordinal);
        var now = new Dictionary<string, LayerRow>(first, StringComparer.Ordinal);
        foreach (var edit in edits.Where(e => e.Layer == WalkEdges))
        {
            now.Remove(edit.Id);
        }

        foreach (var edit in edits.Where(IsDrawn))
        {
            var path = Drawn(edit, first.GetValueOrDefault(edit.Id));
            foreach (var (before, after) in DrawnPath.Join([.. now.Values], path))
            {
                if (before is not null)
                {
                    now.Remove(Id(before));
                }

                if (after is not null)
                {
                    now[Id(after)] = after;
                }
            }
        }

        // A row that was asked for keeps its place in the list; a path that was cut stands under the ids of its parts.
        List<Edit> all = [.. edits.Where(e => !IsDrawn(e))];
        var others = all.Where(e => e.Layer == WalkEdges).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        all.AddRange(now.Values.Where(r => !ReferenceEquals(first.GetValueOrDefault(Id(r)), r)).Select(r => Whole(r, first.GetValueOrDefault(Id(r)))));
        all.AddRange(first.Values.Where(r => !now.ContainsKey(Id(r)) && !others.Contains(Id(r))).Select(r => new Edit(
            WalkEdges, Id(r), EditAction.Delete, new Dictionary<string, object?>(), null, Seen(r))));
        return all;
    }

    private static bool IsDrawn(Edit edit) => edit.Layer == WalkEdges && edit.Geometry is not null;

    private static string Id(LayerRow row) => (string)row.Values[0]!;

    private static LayerRow Drawn(Edit edit, LayerRow? stored)
    {
        object?[] values = stored is null ? new object?[WalkEdges.Columns.Count] : [.. stored.Values];
        values[0] = edit.Id;
        foreach (var (column, value) in edit.Values)
        {
            values[WalkEdges.Require(column)] = value;
        }

        // Another shape has another length, and joins where it lies.
        foreach (var column in OfShape)
        {
            values[WalkEdges.Require(column)] = null;
        }

        return new(edit.Geometry, values);
    }

    private static Edit Whole(LayerRow row, LayerRow? stored) => new(
        WalkEdges, Id(row), stored is null ? EditAction.Add : EditAction.Change,
        WalkEdges.Columns.Skip(1).Select((c, i) => (c.Name, Value: row.Values[i + 1])).ToDictionary(p => p.Name, p => p.Value),
        row.Geometry, stored is null ? new Dictionary<string, object?>() : Seen(stored));

    private static Dictionary<string, object?> Seen(LayerRow row) =>
        WalkEdges.Columns.Skip(1).Select((c, i) => (c.Name, Value: row.Values[i + 1])).ToDictionary(p => p.Name, p => p.Value);
}
