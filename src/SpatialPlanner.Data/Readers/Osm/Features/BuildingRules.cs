using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>What a building is used for, by its tags: the first row that holds decides; otherwise it is <c>other</c>.</summary>
internal static class BuildingRules
{
    private static readonly (TagExpression When, string Use)[] Rows =
    [
        Row("building=mixed|mixed_use|residential;retail|residential;commercial|apartments;retail", "mixed"),
        Row("building=residential|apartments|house|detached|semidetached_house|terrace|dormitory & shop=*", "mixed"),
        Row("building=residential|apartments|house|detached|semidetached_house|terrace|dormitory & office=*", "mixed"),
        Row("building=residential|apartments|house|detached|semidetached_house|terrace|dormitory & amenity=*", "mixed"),
        Row("building=yes & building:flats=* & shop=*", "mixed"),
        Row("building=residential|apartments|house|detached|semidetached_house|semi|terrace|terraced|bungalow|dormitory|farm|"
            + "cabin|static_caravan|houseboat|villa|home|townhouse|flats|tower_block", "residential"),
        Row("building=yes & building:flats=*", "residential"),
        Row("building=yes & amenity!=* & shop!=* & office!=* & tourism!=* & leisure!=* & healthcare!=* & man_made!=* & "
            + "industrial!=* & military!=* & religion!=* & aeroway!=* & power!=* & public_transport!=* & railway!=* & "
            + "craft!=* & club!=* & emergency!=* & government!=* & historic!=* & ruins!=* & abandoned!=yes & disused!=yes",
            "residential"),
    ];

    /// <summary>The use of a building.</summary>
    public static string UseOf(IReadOnlyDictionary<string, string> tags)
    {
        foreach (var (when, use) in Rows)
        {
            if (when.Matches(tags))
            {
                return use;
            }
        }

        return "other";
    }

    private static (TagExpression When, string Use) Row(string when, string use) => (TagExpression.Parse(when), use);
}
