using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Needs;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Needs;

namespace SpatialPlanner.Data.Results;

/// <content>Need, have and gap, and the audit of compounds' rooms.</content>
public sealed partial class Assessment
{
    /// <summary>Need, have and gap of the rules about number and size, in the order of the pack's rules.</summary>
    public IReadOnlyList<NeedRow> Needs => Once(() =>
    {
        var floor = new RowReader(WorkspaceLayers.Facilities).Real("floor_area_m2");
        var sizes = new FacilitySizes(
            loaded.District.Facilities,
            [.. loaded.Rows[WorkspaceLayers.Facilities].Select(r => Hundredths.Given(floor(r)) is { } dm2 and > 0 ? dm2 : FacilitySizes.Unknown)],
            Areas.OfFacilities);
        return new NeedTable(
            loaded.Pack, [.. Areas.All.Select(a => a.Level)], Areas.Parent, PeopleOfAreas.Make(loaded, Areas), sizes).Rows();
    });

    /// <summary>The audit of each compound that has rooms to hand over or is a new estate without a record of any.</summary>
    public IReadOnlyList<RoomAudit> RoomAudits => Once(() => CompoundRooms.Audit(this, RoomsAsOf));

    /// <summary>Day by which the audit judges what is overdue; null leaves that open.</summary>
    public DateOnly? RoomsAsOf { get; init; }
}
