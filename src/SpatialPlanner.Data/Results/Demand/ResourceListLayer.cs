using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Matching;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The result layer <c>resource_list</c> (资源清单): the resources with the places that the match left, or why they were not matched.</summary>
public static class ResourceListLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        .. WorkspaceLayers.Resources.Columns.Select(c => c with { Allowed = null }), new("used_places", ColumnType.Whole),
        new("places_left", ColumnType.Whole), new("needs_served", ColumnType.Whole), new("state", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "resource_list", new("资源清单与余量", "Resource list with places left"), LayerGeometry.Point, assessment =>
        {
            var answer = assessment.Matching;
            var served = answer.Result.Matches.CountBy(m => m.Resource).ToDictionary();
            return (Columns,
            [
                .. assessment.Loaded.Rows[WorkspaceLayers.Resources].Select((row, r) => new LayerRow(row.Geometry,
                [
                    .. row.Values, answer.Result.Used[r], answer.Resources[r].Capacity is { } c ? Math.Max(0, c) - answer.Result.Used[r] : null,
                    (long)served.GetValueOrDefault(r), StateOf(answer.Resources[r], answer.Result.Used[r]),
                ])),
            ]);
        });

    private static string StateOf(MatchResource resource, long used) =>
        resource.Services.Count == 0 ? "no_known_service"
        : !resource.HasBody ? "no_responsible_body"
        : resource.Capacity is not > 0 ? "no_capacity"
        : used == 0 ? "unused" : used == resource.Capacity ? "full" : "places_left";
}
