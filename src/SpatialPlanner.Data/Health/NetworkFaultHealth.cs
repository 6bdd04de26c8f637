using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Health;

/// <summary>Do edges meet where they should, and is each there once? And what did imports mend?</summary>
internal static class NetworkFaultHealth
{
    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var edges = loaded.Rows[WorkspaceLayers.WalkEdges];
        foreach (var group in loaded.NetworkFaults.GroupBy(f => f.Kind))
        {
            List<HealthPlace> places =
            [
                .. group.Select(f => new HealthPlace(
                    (string)edges[f.At.Edge].Values[0]!, f.Other is { } other ? (string)edges[other.Edge].Values[0]! : null,
                    f.Place.X, f.Place.Y, Math.Round(f.GapM, 3))),
            ];
            var (code, zh, en) = Words(group.Key, places.Count);
            yield return HealthReport.Finding(
                HealthGrade.Warning, code, WorkspaceLayers.WalkEdges.Name, [.. places.Select(p => p.Id)],
                zh + "（见图层 network_faults）", en + " (see the layer network_faults)") with
            {
                Places = [.. places.Take(HealthFinding.IdLimit)],
            };
        }

        if (loaded.Rows[WorkspaceLayers.NetworkRepairs] is { Count: > 0 } repairs)
        {
            yield return Repaired(repairs);
        }
    }

    private static (string Code, string Zh, string En) Words(NetworkFaultKind kind, int count) => kind switch
    {
        NetworkFaultKind.ZeroLength => (
            "network_zero_length", $"{count} 段道路没有长度：删除，或导入时加 --repair zero-length",
            $"edges without a length: {count}; delete them, or import with --repair zero-length"),
        NetworkFaultKind.Duplicate => (
            "network_duplicates", $"{count} 段道路与另一段重复：删除其一，或导入时加 --repair duplicates",
            $"edges that lie on another edge: {count}; delete one of the two, or import with --repair duplicates"),
        NetworkFaultKind.Crossing => (
            "network_crossings", $"{count} 处道路相交却没有节点：补上节点，或标明桥梁、隧道、vertical_layer，或导入时加 --repair crossings",
            $"crossings of edges without a junction: {count}; add it, or mark bridge, tunnel or vertical_layer, or import with --repair crossings"),
        _ => (
            "network_undershoots", $"{count} 处断头距另一段道路不足 2 米：接上，或导入时加 --repair undershoots",
            $"dead ends within 2 m of another edge: {count}; join them, or import with --repair undershoots"),
    };

    private static HealthFinding Repaired(IReadOnlyList<LayerRow> repairs)
    {
        var kind = WorkspaceLayers.NetworkRepairs.Require("kind");
        var counts = Enum.GetValues<NetworkFaultKind>()
            .Select(k => (Title: FaultNames.Title(k), Count: repairs.Count(r => r.Values[kind] as string == FaultNames.Of(k))))
            .Where(c => c.Count > 0).ToList();
        return new HealthFinding(
            HealthGrade.Note, "network_repaired", WorkspaceLayers.NetworkRepairs.Name, repairs.Count,
            new LocalText(
                $"导入时修复了 {repairs.Count} 处：{string.Join("，", counts.Select(c => $"{c.Title.Zh} {c.Count}"))}（见图层 network_repairs）",
                $"{repairs.Count} repairs at import: {string.Join(", ", counts.Select(c => $"{c.Count} {c.Title.En}"))} (see the layer network_repairs)"),
            []);
    }
}
