using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Changes that are laid over a district without touching it.</summary>
/// <param name="Modifications">The changes, in order.</param>
public sealed record Scenario(IReadOnlyList<Modification> Modifications)
{
    /// <summary>
    /// The district with the changes: it shares every column of the base that stays the same. Opening or adding never
    /// takes a way or a link away, so that it cannot make any walk longer.
    /// </summary>
    /// <param name="district">The base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A change names a facility, gate or edge that does not exist.</exception>
    public ChangedDistrict ApplyTo(District district)
    {
        var facilities = new FacilityEdit(district.Facilities);
        var ways = new WayEdit(district);
        foreach (var modification in Modifications)
        {
            facilities.Apply(modification);
            ways.Apply(modification);
        }

        var changed = ways.Build();
        var columns = facilities.Columns();
        var (facilityLinks, relinked) = changed.Relinking.Of(
            district.FacilityLinks, district.FacilityEntrances, columns.X, columns.Y, facilities.Moved);
        var (buildingLinks, buildings) = changed.IsEmpty ? (district.BuildingLinks, []) : changed.Relinking.Of(
            district.BuildingLinks, district.BuildingEntrances, district.Buildings.X, district.Buildings.Y,
            new HashSet<int>());
        return new ChangedDistrict(
            district, district.With(changed.Network, changed.Linker, buildingLinks, columns, facilityLinks),
            changed.Edges, changed.Nodes, buildings, [.. facilities.Changed.Union(relinked).Order()]);
    }
}
