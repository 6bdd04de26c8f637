using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Sample;

/// <summary>Communities, and the subdistricts and the district as their exact unions and sums.</summary>
internal static class BoundaryRows
{
    private const string DistrictCode = "990001000000";

    public static Rows Make(SampleCity city, GeoFrame frame, IReadOnlyList<Residents> residents)
    {
        var noder = new StreetNoder(city.Communities.SelectMany(c => c.Land.Sides).Select(s => s.From));
        var areas = city.Communities.Select(c => Outline(c.Land, noder, frame)).ToList();
        var people = city.Houses.Select((h, i) => (city.Parcels[h.Parcel].Community, Residents: residents[i]))
            .GroupBy(p => p.Community, p => p.Residents)
            .ToDictionary(g => g.Key, Residents.Sum);
        var rows = new Rows(WorkspaceLayers.Boundaries);
        Add(rows, Union(areas), DistrictCode, "示例区", "Sample District (synthetic)", "district", null, Residents.Sum(
            city.Communities.Select(c => people[c.Index])), "合成示例 synthetic");
        foreach (var group in city.Communities.GroupBy(c => c.Subdistrict).OrderBy(g => g.Key))
        {
            var (zh, en) = city.Names.Fresh();
            Add(rows, Union(group.Select(c => areas[c.Index])), SubdistrictCode(group.Key), zh + "街道",
                en + " Subdistrict", "subdistrict", DistrictCode, Residents.Sum(group.Select(c => people[c.Index])),
                "街道");
        }

        foreach (var c in city.Communities)
        {
            Add(rows, areas[c.Index], c.Code, c.Name + "社区", c.NameEn + " Community", "community",
                SubdistrictCode(c.Subdistrict), people[c.Index], Kind(c.Housing));
        }

        return rows;
    }

    private static void Add(
        Rows rows, Geometry area, string code, string name, string nameEn, string level, string? parent,
        Residents residents, string kind) => rows.Add(
        area, ("code", code), ("name", name), ("name_en", nameEn), ("level", level), ("parent_code", parent),
        ("households", residents.Dwellings), ("population", residents.People), ("age_0_3", residents.Ages[0]),
        ("age_3_6", residents.Ages[1]), ("age_6_12", residents.Ages[2]), ("age_60_79", residents.Ages[3]),
        ("age_80_up", residents.Ages[4]), ("kind", kind));

    /// <summary>The outline with the corners of its neighbours, so that shared edges match point by point.</summary>
    private static Polygon Outline(ConvexCell land, StreetNoder noder, GeoFrame frame) => frame.Polygon(
        Enumerable.Range(0, land.Count).SelectMany(i => noder.Split(land.At(i), land.At(i + 1)).SkipLast(1)));

    private static Geometry Union(IEnumerable<Polygon> areas)
    {
        Polygon[] parts = [.. areas];
        var union = CoverageUnion.Union(parts[0].Factory.CreateMultiPolygon(parts));
        union.Normalize();
        return union;
    }

    private static string SubdistrictCode(int subdistrict) => $"990001{subdistrict:000}000";

    private static string Kind(HousingKind housing) => housing switch
    {
        HousingKind.Lanes => "老城街巷",
        HousingKind.WalkUp => "单位与老旧小区",
        HousingKind.MidRise => "混合型",
        _ => "新建商品房",
    };
}
