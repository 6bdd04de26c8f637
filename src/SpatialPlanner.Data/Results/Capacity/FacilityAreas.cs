using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Results.Capacity;

/// <summary>
/// The areas that facilities stand in, from district to community: every facility in one of each level, so that the
/// levels add up. What stands in no community belongs to the area outside, and where no building lies outside to the
/// community of the nearest building. The subdistrict is that of the community.
/// </summary>
internal sealed class FacilityAreas
{
    private readonly LoadedDistrict loaded;
    private readonly int[] communityOf;
    private readonly int[] subdistrictOf;

    private FacilityAreas(LoadedDistrict loaded)
    {
        this.loaded = loaded;
        var buildings = loaded.District.Buildings;
        (communityOf, subdistrictOf) = (buildings.Area[(int)AreaLevel.Community], new int[loaded.Areas.Count]);
        Array.Fill(subdistrictOf, BuildingColumns.NoArea);
        for (var b = 0; b < buildings.Count; b++)
        {
            subdistrictOf[communityOf[b]] = buildings.Area[(int)AreaLevel.Subdistrict][b];
        }
    }

    /// <summary>Area of each level (first index) of each facility; no levels where there are no buildings.</summary>
    /// <param name="loaded">The district.</param>
    public static int[][] Of(LoadedDistrict loaded)
    {
        var facilities = loaded.District.Facilities;
        if (loaded.District.Buildings.Count == 0)
        {
            return [new int[facilities.Count]];
        }

        var areas = new FacilityAreas(loaded);
        var (communities, outside) = areas.Communities();
        var finder = new AreaFinder([.. communities.Select(c => loaded.Areas[c].Area)]);
        var community = new int[facilities.Count];
        for (var f = 0; f < community.Length; f++)
        {
            var found = finder.At(loaded.Rows[WorkspaceLayers.Facilities][f].Geometry!.Coordinate);
            community[f] = found != AreaFinder.None ? communities[found]
                : outside != BuildingColumns.NoArea ? outside : areas.communityOf[areas.NearestBuilding(f)];
        }

        return [new int[facilities.Count], [.. community.Select((c, f) => areas.Subdistrict(c, f))], community];
    }

    private (int[] Communities, int Outside) Communities()
    {
        int[] all = [.. Enumerable.Range(0, loaded.Areas.Count).Where(a => loaded.Areas[a].Level == AreaLevel.Community)];
        var outside = Array.Find(all, a => loaded.Areas[a].Area.Code == "");
        return ([.. all.Where(a => loaded.Areas[a].Area.Code != "")], outside == 0 ? BuildingColumns.NoArea : outside);
    }

    /// <summary>The subdistrict of a community's buildings; that of the nearest building where it has none.</summary>
    private int Subdistrict(int community, int facility) =>
        subdistrictOf[community] is var known && known != BuildingColumns.NoArea
            ? known : subdistrictOf[communityOf[NearestBuilding(facility)]];

    private int NearestBuilding(int facility)
    {
        var (buildings, facilities) = (loaded.District.Buildings, loaded.District.Facilities);
        var at = new Coordinate(facilities.X[facility], facilities.Y[facility]);
        return Enumerable.Range(0, buildings.Count).MinBy(b => at.Distance(new Coordinate(buildings.X[b], buildings.Y[b])));
    }
}
