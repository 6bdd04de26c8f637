using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Capacity;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Capacity;

/// <summary>The table <c>capacity_split</c>: who is served, in reach without a place, or out of reach, service by area.</summary>
public static class CapacitySplitLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "capacity_split", new("容量三分表", "Capacity split"), LayerGeometry.None, Contents);

    /// <summary>Name of what is known in tables and keys.</summary>
    /// <param name="knowledge">What is known.</param>
    public static string NameOf(SplitKnowledge knowledge) => knowledge switch
    {
        SplitKnowledge.Full => "full",
        SplitKnowledge.LowerBound => "lower_bound",
        SplitKnowledge.Unknown => "unknown",
        _ => "no_facility",
    };

    /// <summary>Name of a verification in tables and keys.</summary>
    /// <param name="verification">How sure a figure is.</param>
    internal static string NameOf(Verification verification) => verification switch
    {
        Verification.Verified => "verified",
        Verification.Secondary => "secondary",
        _ => "unverified",
    };

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        List<LayerColumn> columns =
        [
            new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text),
            new("name", ColumnType.Text), new("service", ColumnType.Text), new("group", ColumnType.Text),
            new("profile", ColumnType.Text), new("limit_m", ColumnType.Real), new("limit_s", ColumnType.Real),
            new("people_per_place", ColumnType.Real), new("people_per_place_verification", ColumnType.Text),
            new("split", ColumnType.Text), new("total", ColumnType.Whole), new("served", ColumnType.Whole),
            new("served_capacity_unknown", ColumnType.Whole), new("no_capacity", ColumnType.Whole),
            new("out_of_reach", ColumnType.Whole), new("facilities", ColumnType.Whole),
            new("facilities_without_capacity", ColumnType.Whole), new("places", ColumnType.Whole),
            new("places_used", ColumnType.Whole), new("places_without_demand", ColumnType.Whole),
        ];
        columns.AddRange(AccessibilityMeasures.Codes.Select(c => new LayerColumn($"places_per_1000_{c}", ColumnType.Real)));
        var rows = assessment.Capacity
            .SelectMany(a => a.Rows.Select(r => new LayerRow(null, Values(assessment.Areas, a, r)))).ToList();
        return (columns, rows);
    }

    private static object?[] Values(TableAreas areas, CapacityAnswer answer, CapacityRow row)
    {
        var (area, level, rule) = (areas.All[row.Area].Area, GapsLayer.NameOf(row.Level), answer.Answer.Service);
        return
        [
            $"{level}/{area.Code}/{row.Service}", level, area.Code, area.Name, row.Service, rule.Group,
            answer.Answer.Profile.Code, Math.Round(answer.Answer.LimitM, 3), Math.Round(answer.Answer.LimitS, 3),
            rule.PeoplePerPlace, NameOf(rule.PeoplePerPlaceVerification), NameOf(row.Knowledge), row.Total, row.Served,
            row.ServedUnknown, row.NoCapacity, row.OutOfReach, row.Supply.Facilities, row.Supply.WithoutCapacity,
            row.Supply.Places, row.Supply.PlacesUsed, row.Supply.PlacesWithoutDemand,
            .. row.PlacesPer1000.Select(p => (object?)(p is { } places ? Math.Round(places, 3) : null)),
        ];
    }
}
