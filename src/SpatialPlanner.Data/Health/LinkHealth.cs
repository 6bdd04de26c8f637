using System.Globalization;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Data.Health;

/// <summary>Did every building and facility come to the network, and how far from it do they stand?</summary>
internal static class LinkHealth
{
    private const double FarMetres = 50;

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var d = loaded.District;
        return Of(WorkspaceLayers.Buildings.Name, "建筑", "buildings", d.Buildings.Id, d.BuildingLinks, loaded.Ledger.Buildings)
            .Concat(Of(
                WorkspaceLayers.Facilities.Name, "设施", "facilities", d.Facilities.Id, d.FacilityLinks,
                loaded.Ledger.Facilities));
    }

    private static IEnumerable<HealthFinding> Of(
        string layer, string zh, string en, string[] ids, Linkage links, LinkOutcome[] outcomes)
    {
        if (ids.Length == 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Problem, "layer_empty", layer, [], $"没有{zh}：请导入图层 {layer}", $"no {en}: import the layer {layer}");
            yield break;
        }

        var access = Enumerable.Range(0, ids.Length).Where(links.IsLinked)
            .Select(p => links.NearestAccessM(p)).Order().ToList();
        if (access.Count > 0)
        {
            var (median, p95) = (access[access.Count / 2], access[(int)(access.Count * 0.95)]);
            yield return new HealthFinding(
                HealthGrade.Note, "snap_distance", layer, access.Count,
                new(Text($"{zh}到路网的距离：中位数 {median:F1} 米，95% 在 {p95:F1} 米以内，最远 {access[^1]:F1} 米"),
                    Text($"{en} to the network: median {median:F1} m, 95 % within {p95:F1} m, farthest {access[^1]:F1} m")),
                []);
        }

        if (Ids(p => outcomes[p] == LinkOutcome.TooFar) is { Count: > 0 } far)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "not_linked_too_far", layer, far,
                $"{far.Count} 个{zh}距路网超过 100 米，未接入：核对位置、坐标系或补路", $"{far.Count} {en} are over 100 m from the network and not linked: check their place, their coordinate system, or add streets");
        }

        if (Ids(p => outcomes[p] == LinkOutcome.NoOpenGate) is { Count: > 0 } shut)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "not_linked_no_open_gate", layer, shut,
                $"{shut.Count} 个{zh}所在小区没有可用的出入口", $"{shut.Count} {en} stand in a compound without an open gate");
        }

        if (access.Count(m => m > FarMetres) is > 0 and var distant)
        {
            yield return new HealthFinding(
                HealthGrade.Note, "linked_from_afar", layer, distant,
                new($"{distant} 个{zh}接入距离超过 50 米（见 snap_ledger）", $"{distant} {en} are linked over more than 50 m (see snap_ledger)"), []);
        }

        List<string> Ids(Func<int, bool> which) => [.. Enumerable.Range(0, ids.Length).Where(which).Select(p => ids[p])];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
