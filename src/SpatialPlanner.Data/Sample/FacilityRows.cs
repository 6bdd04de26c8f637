using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>The facilities, for the services that the rule pack knows.</summary>
internal static class FacilityRows
{
    public const string Source = "合成示例 synthetic";

    public static Rows Make(SampleRecipe recipe, SampleCity city, GeoFrame frame, RulePack pack, Spots spots)
    {
        var random = new SampleRandom(recipe.Seed, 7);
        var rows = new Rows(WorkspaceLayers.Facilities);
        foreach (var kind in FacilityKinds.All)
        {
            var services = string.Join(';', kind.Services.Split(';').Where(s => pack.IndexOfService(s) >= 0));
            foreach (var spot in spots.Take(kind.On, kind.Scarcity, kind.ApartMetres, services == "" ? 0 : kind.Count))
            {
                var at = kind.On == ParcelUse.Park ? city.Parcels[spot.Parcel].Plot.Centre : spot.At;
                Add(rows, frame.Point(at), kind, services, city.Names.Unique(kind.Ending), random);
            }
        }

        return rows;
    }

    private static void Add(
        Rows rows, NetTopologySuite.Geometries.Point at, FacilityKind kind, string services, string name,
        SampleRandom random)
    {
        // Squared, because there are many small facilities and few large ones.
        var draw = random.Next();
        var areaM2 = Math.Round(kind.LeastM2 + ((kind.MostM2 - kind.LeastM2) * draw * draw));
        var capacity = (long)Math.Max(1, Math.Round(areaM2 / 100 * kind.CapacityPer100M2 * random.Between(0.8, 1.2)));
        rows.Add(
            at, ("id", $"F{rows.List.Count + 1:0000}"), ("name", name), ("services", services),
            ("floor_area_m2", areaM2), ("capacity", capacity), ("status", kind.Status), ("operator", kind.Operator),
            ("source", Source));
    }
}
