using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Is there a network, and does it hang together?</summary>
internal static class NetworkHealth
{
    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var network = loaded.District.Network;
        if (network.EdgeCount == 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Problem, "network_missing", WorkspaceLayers.WalkEdges.Name, [],
                "没有步行路网：请导入 OSM 文件或 walk_edges 图层", "no walk network: import an OSM file or the layer walk_edges");
            yield break;
        }

        var kilometres = network.Edges.LengthMm.Sum(l => (long)l) / 1e6;
        var parts = network.ComponentEdgeCount.Length;
        yield return new HealthFinding(
            HealthGrade.Note, "network_size", WorkspaceLayers.WalkEdges.Name, network.EdgeCount,
            new(Text($"步行路网 {network.EdgeCount:N0} 段，{kilometres:N1} 公里，{parts} 个连通部分"),
                Text($"walk network of {network.EdgeCount:N0} edges, {kilometres:N1} km, in {parts} connected parts")),
            []);
        if (Islands(loaded) is { Count: > 0 } islands)
        {
            var share = 100.0 * islands.Count / network.EdgeCount;
            yield return HealthReport.Finding(
                share > 5 ? HealthGrade.Problem : HealthGrade.Warning, "network_islands",
                WorkspaceLayers.WalkEdges.Name, islands,
                Text($"{islands.Count:N0} 段道路（{share:F1}%）与主路网不连通（孤岛）：核对缺失的连接"),
                Text($"{islands.Count:N0} edges ({share:F1} %) are not connected to the main network (islands): look for missing links"));
        }
    }

    private static List<string> Islands(LoadedDistrict loaded)
    {
        var (network, rows) = (loaded.District.Network, loaded.Rows[WorkspaceLayers.WalkEdges]);
        return
        [
            .. Enumerable.Range(0, network.EdgeCount)
                .Where(e => network.ComponentOfEdge[e] != 0)
                .Select(e => (string)rows[loaded.RowOfEdge[e]].Values[0]!),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
