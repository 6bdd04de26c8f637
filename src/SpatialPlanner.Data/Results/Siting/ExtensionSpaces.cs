using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>
/// Open facilities as candidates: each may give a part of its floor to services that it has not. What part is free nobody has
/// surveyed, so a share of the floor is assumed; a facility of unknown floor area is not extended, nor is one without a service
/// that could be a room (a school, a park).
/// </summary>
internal static class ExtensionSpaces
{
    /// <summary>Share of an open facility's floor area that may become other rooms: an assumption of this program.</summary>
    public const double FreeShare = 0.25;

    private static readonly RowReader Read = new(WorkspaceLayers.Facilities);
    private static readonly Func<LayerRow, string?> Name = Read.Text("name");
    private static readonly Func<LayerRow, double?> AreaM2 = Read.Real("floor_area_m2");

    /// <summary>Finds them, in the order of their ids; those whose id an idle space has too are left out.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="areas">Its communities.</param>
    /// <param name="taken">Ids of the idle spaces.</param>
    public static IReadOnlyList<SiteSpace> Of(LoadedDistrict loaded, DemandAreas areas, IReadOnlySet<string> taken)
    {
        var (facilities, rows) = (loaded.District.Facilities, loaded.Rows[WorkspaceLayers.Facilities]);
        var rooms = loaded.Pack.Services.Select((s, bit) => s.Room is null ? 0 : 1UL << bit).Aggregate(0UL, (all, bit) => all | bit);
        return
        [
            .. Enumerable.Range(0, facilities.Count)
                .Where(f => facilities.IsOpen[f] && (facilities.Services[f] & rooms) != 0 && AreaM2(rows[f]) is > 0 and <= 1e6 && !taken.Contains(facilities.Id[f]))
                .Select(f => new SiteSpace(
                    facilities.Id[f], Name(rows[f]), areas.CommunityAt(rows[f]), rows[f].Geometry!.Coordinate.X, rows[f].Geometry!.Coordinate.Y,
                    facilities.X[f], facilities.Y[f], AreaM2(rows[f])!.Value * FreeShare, null, 0, false, null, [], null)
                {
                    Facility = f,
                    Has = facilities.Services[f],
                    WholeAreaM2 = AreaM2(rows[f])!.Value,
                }),
        ];
    }
}
