using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Administrative boundaries.</summary>
internal static class Boundaries
{
    /// <summary>
    /// The level of an <c>admin_level</c>, as China uses it: 6 district (区县), 8 subdistrict (街道, 镇), 10 community (社区, 村).
    /// Levels between go to the nearest; above and below there is none (null).
    /// </summary>
    public static string? LevelOf(string? adminLevel) => adminLevel switch
    {
        "6" or "7" => "district",
        "8" => "subdistrict",
        "9" or "10" or "11" => "community",
        _ => null,
    };

    /// <summary>True where an object is an administrative boundary of a known level.</summary>
    public static bool IsOne(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("boundary") == "administrative" && LevelOf(tags.GetValueOrDefault("admin_level")) is not null;

    /// <summary>The rows; a boundary's parent is the smallest of a higher level around it.</summary>
    public static List<LayerRow> Rows(List<OsmArea> areas)
    {
        var doubled = areas.GroupBy(Ref).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. areas.Select(a => Row(a, Code(a, doubled), ParentOf(a, areas) is { } p ? Code(p, doubled) : null))];
    }

    private static string? Ref(OsmArea area) => area.Tags.GetValueOrDefault("ref");

    private static string Code(OsmArea area, HashSet<string?> doubled) =>
        Ref(area) is { } code && !doubled.Contains(code) ? code : area.Id;

    private static int Rank(OsmArea area) => LevelOf(area.Tags["admin_level"]) switch
    {
        "district" => 0,
        "subdistrict" => 1,
        _ => 2,
    };

    private static OsmArea? ParentOf(OsmArea area, List<OsmArea> areas)
    {
        Point inside = area.Geometry!.InteriorPoint;
        return areas
            .Where(a => Rank(a) < Rank(area) && a.Geometry!.EnvelopeInternal.Covers(inside.Coordinate)
                && a.Geometry.Covers(inside))
            .MinBy(a => a.Geometry!.Area);
    }

    private static LayerRow Row(OsmArea area, string code, string? parent) =>
        new(
            area.Geometry,
            [
                code, area.Tags.GetValueOrDefault("name"), area.Tags.GetValueOrDefault("name:en"),
                LevelOf(area.Tags["admin_level"]), parent, null, TagNumbers.Whole(area.Tags, "population"), null, null, null,
                null, null, "administrative",
            ],
            area.Id);
}
