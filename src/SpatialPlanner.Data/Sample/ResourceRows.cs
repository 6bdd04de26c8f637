using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// The resource list as a street office would keep it: some entries still have no responsible body or do not say how many they
/// can serve, and cannot be matched until they do.
/// </summary>
internal static class ResourceRows
{
    private const double ApartMetres = 150;

    public static Rows Make(SampleRecipe recipe, SampleCity city, GeoFrame frame, RulePack pack, Spots spots)
    {
        var random = new SampleRandom(recipe.Seed, 11);
        var rows = new Rows(WorkspaceLayers.Resources);
        foreach (var kind in ResourceKinds.All)
        {
            var services = string.Join(';', kind.Services.Split(';').Where(s => pack.IndexOfService(s) >= 0));
            foreach (var spot in spots.Take(null, Scarcity.Even, ApartMetres, services == "" ? 0 : kind.Count))
            {
                var community = city.Communities[city.Parcels[spot.Parcel].Community];
                Add(rows, frame.Point(spot.At), community, kind, services, city.Names.Unique(kind.Ending), random);
            }
        }

        return rows;
    }

    private static void Add(
        Rows rows, NetTopologySuite.Geometries.Point at, Community community, ResourceKind kind, string services, string name,
        SampleRandom random)
    {
        var draw = random.Next();
        var capacity = (long)Math.Round(kind.Least + ((kind.Most - kind.Least) * draw * draw));
        var (hasBody, hasCapacity) = (!random.Chance(0.09), !random.Chance(0.03));
        var areaM2 = kind.Kind == "volunteers" ? (double?)null : Math.Round(random.Between(0.6, 1.4) * capacity);
        rows.Add(
            at, ("id", $"R{rows.List.Count + 1:000}"), ("name", name), ("kind", kind.Kind), ("community_code", community.Code),
            ("services", services), ("capacity", hasCapacity ? capacity : null), ("floor_area_m2", areaM2), ("hours", kind.Hours),
            ("cost_cny", kind.Kind == "volunteers" ? null : Math.Round(capacity * random.Between(20, 90)) * 10),
            ("body", hasBody ? kind.Body : null), ("contact", null), ("note", "合成示例，非真实机构"));
    }
}
