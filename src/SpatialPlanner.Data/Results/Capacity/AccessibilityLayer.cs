using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Capacity;

namespace SpatialPlanner.Data.Results.Capacity;

/// <summary>The result layer <c>accessibility</c>: each building, the split of its people and the places for them.</summary>
public static class AccessibilityLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "accessibility", new("容量可达性", "Accessibility of places"), LayerGeometry.PointOrPolygon, Contents);

    private static readonly string[] Parts = ["people", "served", "no_capacity", "out_of_reach"];

    /// <summary>
    /// The columns: id, community, and for each service S with a known capacity <c>S_people</c> (of its group),
    /// <c>S_served</c>, <c>S_no_capacity</c>, <c>S_out_of_reach</c>, and places for 1,000 people by each measure.
    /// </summary>
    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var loaded = assessment.Loaded;
        var services = assessment.Capacity.Where(a => a.Capacity.Supply.HasCapacity).Select(a => a.Capacity).ToList();
        List<LayerColumn> columns = [new("id", ColumnType.Text), new("community", ColumnType.Text)];
        foreach (var code in services.Select(s => s.Rule.Code))
        {
            columns.AddRange(Parts.Select(c => new LayerColumn($"{code}_{c}", ColumnType.Whole)));
            columns.AddRange(AccessibilityMeasures.Codes.Select(c => new LayerColumn($"{code}_{c}", ColumnType.Real)));
        }

        var buildings = loaded.District.Buildings;
        var rows = new LayerRow[buildings.Count];
        for (var b = 0; b < rows.Length; b++)
        {
            var community = loaded.District.Areas.Code[buildings.Area[(int)AreaLevel.Community][b]];
            rows[b] = new LayerRow(
                loaded.Rows[WorkspaceLayers.Buildings][b].Geometry, Values(buildings.Id[b], community, services, b));
        }

        return (columns, rows);
    }

    private static object?[] Values(string id, string community, List<ServiceCapacity> services, int building)
    {
        List<object?> values = [id, community];
        foreach (var service in services)
        {
            var split = service.Split;
            values.Add((long)service.People[building]);
            values.Add((long)split.Served[building]);
            values.Add((long)split.NoCapacity[building]);
            values.Add((long)split.OutOfReach[building]);
            values.AddRange(service.Measures.Select(m => (object?)Math.Round(1000 * m.PlacesPerPerson[building], 3)));
        }

        return [.. values];
    }
}
