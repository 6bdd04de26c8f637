using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>
/// Water and green, by tags: the first row that holds decides. A river that is mapped as a line alone has no banks and
/// is left out; where it is wide enough to part a city its area is mapped too.
/// </summary>
internal static class LandCover
{
    private static readonly (TagExpression When, string Kind)[] Rows =
    [
        (TagExpression.Parse("natural=water"), "water"),
        (TagExpression.Parse("waterway=riverbank|dock|canal & area!=no"), "water"),
        (TagExpression.Parse("landuse=reservoir|basin"), "water"),
        (TagExpression.Parse("leisure=park|garden|common|nature_reserve"), "park"),
        (TagExpression.Parse("landuse=recreation_ground|village_green"), "park"),
        (TagExpression.Parse("natural=wood"), "wood"),
        (TagExpression.Parse("landuse=forest"), "wood"),
        (TagExpression.Parse("landuse=grass|meadow|orchard|vineyard|cemetery|allotments|flowerbed|greenfield"), "green"),
        (TagExpression.Parse("natural=grassland|scrub|heath|wetland"), "green"),
        (TagExpression.Parse("leisure=golf_course"), "green"),
    ];

    /// <summary>The kind of land cover that an object is, or null.</summary>
    public static string? KindOf(IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.ContainsKey("natural") && !tags.ContainsKey("landuse") && !tags.ContainsKey("leisure")
            && !tags.ContainsKey("waterway"))
        {
            return null;
        }

        foreach (var (when, kind) in Rows)
        {
            if (when.Matches(tags))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The row of an area.</summary>
    public static LayerRow Row(OsmArea area, string kind) =>
        new(area.Geometry, [area.Id, area.Tags.GetValueOrDefault("name"), kind], area.Id);
}
