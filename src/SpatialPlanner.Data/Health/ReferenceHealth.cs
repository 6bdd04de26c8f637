using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Health;

/// <summary>Do the codes by which rows name each other lead somewhere?</summary>
internal static class ReferenceHealth
{
    private static readonly (LayerSchema From, string Column, LayerSchema[] To)[] References =
    [
        (WorkspaceLayers.Boundaries, "parent_code", [WorkspaceLayers.Boundaries]),
        (WorkspaceLayers.Compounds, "community_code", [WorkspaceLayers.Boundaries]),
        (WorkspaceLayers.Buildings, "community_code", [WorkspaceLayers.Boundaries]),
        (WorkspaceLayers.Buildings, "compound_id", [WorkspaceLayers.Compounds]),
        (WorkspaceLayers.IdleSpaces, "community_code", [WorkspaceLayers.Boundaries]),
        (WorkspaceLayers.Resources, "community_code", [WorkspaceLayers.Boundaries]),
        (WorkspaceLayers.Entrances, "of_id",
            [WorkspaceLayers.Compounds, WorkspaceLayers.Buildings, WorkspaceLayers.Facilities, WorkspaceLayers.ResidentialLand]),
    ];

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        foreach (var (from, column, to) in References)
        {
            var known = to.SelectMany(l => loaded.Rows[l]).Select(r => (string)r.Values[0]!).ToHashSet();
            var read = new RowReader(from).Text(column);
            List<string> lost =
            [
                .. loaded.Rows[from].Where(r => read(r) is { Length: > 0 } code && !known.Contains(code))
                    .Select(r => (string)r.Values[0]!),
            ];
            if (lost.Count > 0)
            {
                yield return HealthReport.Finding(
                    HealthGrade.Warning, "unknown_reference", from.Name, lost,
                    $"{lost.Count} 行的 {column} 在图层 {string.Join(" / ", to.Select(l => l.Name))} 中找不到",
                    $"{column} of {lost.Count} rows is not found in {string.Join(" / ", to.Select(l => l.Name))}");
            }
        }

        var outside = Outside(loaded);
        if (outside.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "outside_communities", WorkspaceLayers.Buildings.Name, outside,
                $"{outside.Count} 栋建筑不在任何社区内（计入“社区以外”）", $"{outside.Count} buildings lie in no community (counted as \"outside\")");
        }
    }

    private static List<string> Outside(LoadedDistrict loaded)
    {
        var (buildings, areas) = (loaded.District.Buildings, loaded.District.Areas);
        var community = buildings.Area[(int)AreaLevel.Community];
        return [.. Enumerable.Range(0, buildings.Count).Where(b => areas.Code[community[b]].Length == 0).Select(b => buildings.Id[b])];
    }
}
