using System.Numerics;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Results.Capacity;

/// <summary>The result layer <c>facility_load</c>: each open facility and service, its places and whom they serve.</summary>
public static class FacilityLoadLayer
{
    private static readonly Func<LayerRow, string?> Name = new RowReader(WorkspaceLayers.Facilities).Text("name");

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "facility_load", new("设施负荷", "Facility load"), LayerGeometry.Point, Contents);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var loaded = assessment.Loaded;
        var rows = assessment.Capacity.SelectMany(
            a => a.Capacity.Supply.Facilities.Select((f, i) => new LayerRow(
                loaded.Rows[WorkspaceLayers.Facilities][f].Geometry, Values(loaded, a, f, i))));
        return (
            [
                new("id", ColumnType.Text), new("facility", ColumnType.Text), new("name", ColumnType.Text),
                new("service", ColumnType.Text), new("group", ColumnType.Text), new("services", ColumnType.Whole),
                new("capacity", ColumnType.Whole), new("places", ColumnType.Whole),
                new("people_per_place", ColumnType.Real), new("people_capacity", ColumnType.Whole),
                new("people_served", ColumnType.Whole), new("load_share", ColumnType.Real),
                new("places_used", ColumnType.Whole), new("places_unused", ColumnType.Whole),
                new("without_demand", ColumnType.Flag),
            ],
            [.. rows]);
    }

    private static object?[] Values(LoadedDistrict loaded, CapacityAnswer answer, int facility, int place)
    {
        var (facilities, capacity, rule) = (loaded.District.Facilities, answer.Capacity, answer.Capacity.Rule);
        var (load, services) = (capacity.Split.Load[place], (long)BitOperations.PopCount(facilities.Services[facility]));
        var id = facilities.Id[facility];
        object?[] head =
        [
            $"{id}/{rule.Code}", id, Name(loaded.Rows[WorkspaceLayers.Facilities][facility]), rule.Code, rule.Group, services,
        ];
        if (capacity.Supply.Places[place] == FacilityColumns.UnknownCapacity)
        {
            // How many it serves would be only how many come.
            object?[] unknown = [null, null, rule.PeoplePerPlace, null, capacity.HasSplit ? load : null, null, null, null, null];
            return [.. head, .. unknown];
        }

        var (people, used, places) = (capacity.Supply.People[place], capacity.PlacesUsed(place), (long)capacity.Supply.Places[place]);
        return
        [
            .. head, (long)facilities.Capacity[facility], places, rule.PeoplePerPlace, people, load,
            people == 0 ? null : Math.Round((double)load / people, 6), used, places - used, capacity.IsWithoutDemand(place),
        ];
    }
}
