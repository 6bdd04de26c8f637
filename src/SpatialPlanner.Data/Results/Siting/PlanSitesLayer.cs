using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>The layer <c>plan</c>: the chosen spaces with their rooms, what they become, and why.</summary>
public static class PlanSitesLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("name", ColumnType.Text), new("community_code", ColumnType.Text), new("typology", ColumnType.Text),
        new("services", ColumnType.Text), new("rooms", ColumnType.Whole), new("floor_area_m2", ColumnType.Real),
        new("used_area_m2", ColumnType.Real), new("cost_cny", ColumnType.Whole), new("year", ColumnType.Whole),
        new("required", ColumnType.Flag), new("new_people", ColumnType.Whole), new("marginal_gain", ColumnType.Real),
        new("alone_gain", ColumnType.Real), new("reasons_zh", ColumnType.Text), new("reasons_en", ColumnType.Text),
    ];

    /// <summary>Makes the layer.</summary>
    /// <param name="plan">The plan.</param>
    public static PublishedLayer Make(PlanAnswer plan) => new(
        "plan", new("选址方案", "Siting plan"), LayerGeometry.Point, Columns, [.. plan.Sites.Select(Row)], true);

    /// <summary>The word of a typology in files: <c>complex</c> or <c>infill</c>.</summary>
    /// <param name="typology">Typology.</param>
    public static string NameOf(SiteTypology typology) => typology == SiteTypology.Complex ? "complex" : "infill";

    private static LayerRow Row(PlanSite s) => new(new Point(s.Lon, s.Lat),
    [
        s.Id, s.Name, s.CommunityCode, NameOf(s.Typology), string.Join(';', s.Rooms.Select(r => r.Service)), (long)s.Rooms.Count,
        s.FloorAreaM2, s.UsedAreaM2, s.CostCny, (long)s.Year, s.IsRequired, s.Rooms.Sum(r => r.NewPeople),
        Math.Round(s.MarginalGain, 3), Math.Round(s.AloneGain, 3), string.Join('；', s.Reasons.Select(r => r.Zh)),
        string.Join("; ", s.Reasons.Select(r => r.En)),
    ]);
}
