using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Who may walk.</summary>
internal enum WalkAccess
{
    /// <summary>Nobody: the way is left out, the barrier parts the network.</summary>
    Nobody,

    /// <summary>Residents, with a key or a word to the guard.</summary>
    Residents,

    /// <summary>Everybody.</summary>
    Open,
}

/// <summary>One row: tags, and who may walk where they hold.</summary>
/// <param name="When">Condition on the tags.</param>
/// <param name="Access">Who may walk.</param>
internal sealed record WalkRule(TagExpression When, WalkAccess Access);

/// <summary>
/// The rules of walking, in order: the first row that holds decides; where none holds nobody walks a way and everybody
/// passes a node. Areas are walked along their outline, since the way is the outline. Bridges and tunnels need no row:
/// ways connect where they share a node and nowhere else.
/// </summary>
internal static class WalkRules
{
    /// <summary>Rules for ways.</summary>
    public static readonly IReadOnlyList<WalkRule> Ways =
    [
        // Not there (yet), or not a thing to walk on.
        Row("highway=construction|proposed|planned|abandoned|razed|disused|raceway|escape|bus_guideway|via_ferrata", WalkAccess.Nobody),
        Row("highway=services|rest_area|emergency_bay|no", WalkAccess.Nobody),
        Row("route=ferry", WalkAccess.Nobody),
        Row("indoor=room|area|wall & highway!=*", WalkAccess.Nobody),

        // `foot` is the last word on walkers, before the class and before `access`.
        Row("foot=no|never|use_sidepath", WalkAccess.Nobody),
        Row("foot=private|residents|permit & highway=*", WalkAccess.Residents),
        Row("foot=yes|designated|permissive|official|destination|customers|public & highway=*", WalkAccess.Open),

        // Roads for cars alone.
        Row("highway=motorway|motorway_link|busway", WalkAccess.Nobody),
        Row("motorroad=yes", WalkAccess.Nobody),
        Row("highway=trunk|trunk_link & sidewalk!=both|left|right|yes|separate & sidewalk:both!=yes|separate "
            + "& sidewalk:left!=yes|separate & sidewalk:right!=yes|separate", WalkAccess.Nobody),

        // `access` is about everybody.
        Row("access=no|military|agricultural|forestry|emergency|bus|psv", WalkAccess.Nobody),
        Row("access=private|residents|permit & highway=*", WalkAccess.Residents),

        // Classes. Escalators (`conveying`) are steps one may walk on; `indoor` passages are public unless said otherwise.
        Row("highway=footway|pedestrian|path|steps|corridor|platform|crossing|elevator|living_street", WalkAccess.Open),
        Row("highway=residential|service|unclassified|road|track|cycleway|bridleway", WalkAccess.Open),
        Row("highway=tertiary|tertiary_link|secondary|secondary_link|primary|primary_link|trunk|trunk_link", WalkAccess.Open),
        Row("railway=platform", WalkAccess.Open),
        Row("public_transport=platform", WalkAccess.Open),
        Row("man_made=pier", WalkAccess.Open),
    ];

    /// <summary>Rules for barriers and gates on nodes of walkable ways.</summary>
    public static readonly IReadOnlyList<WalkRule> Nodes =
    [
        Row("barrier=* & foot=no", WalkAccess.Nobody),
        Row("barrier=* & foot=yes|designated|permissive|official", WalkAccess.Open),
        Row("barrier=* & foot=private|residents|permit", WalkAccess.Residents),

        // Beside or through these one walks; their `access` is about cars.
        Row("barrier=bollard|lift_gate|swing_gate|kerb|block|cycle_barrier|stile|kissing_gate|entrance|cattle_grid|"
            + "height_restrictor|debris|toll_booth|border_control|turnstile|motorcycle_barrier|chain|jersey_barrier|yes",
            WalkAccess.Open),
        Row("barrier=wall|fence|hedge|retaining_wall|city_wall|ditch", WalkAccess.Nobody),
        Row("barrier=* & locked=yes & access!=private|residents|permit", WalkAccess.Nobody),
        Row("barrier=* & access=no|military|emergency", WalkAccess.Nobody),
        Row("barrier=* & access=private|residents|permit", WalkAccess.Residents),
    ];

    private static readonly TagExpressionIndex WayIndex = new(Ways.Select(r => r.When));
    private static readonly TagExpressionIndex NodeIndex = new(Nodes.Select(r => r.When));

    /// <summary>Who may walk a way.</summary>
    public static WalkAccess OfWay(IReadOnlyDictionary<string, string> tags) =>
        WayIndex.First(tags) is var row and >= 0 ? Ways[row].Access : WalkAccess.Nobody;

    /// <summary>Who may pass a node.</summary>
    public static WalkAccess OfNode(IReadOnlyDictionary<string, string> tags) =>
        NodeIndex.First(tags) is var row and >= 0 ? Nodes[row].Access : WalkAccess.Open;

    private static WalkRule Row(string when, WalkAccess access) => new(TagExpression.Parse(when), access);
}
