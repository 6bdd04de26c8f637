namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Whether tags speak of a crossing of a roadway, and how it is regulated.</summary>
internal static class CrossingTags
{
    private static readonly string[] ByStrength = ["unmarked", "marked", "signals"];

    /// <summary>The word of the column <c>crossing</c> for a way that is a crossing, else null.</summary>
    public static string? OfWay(IReadOnlyDictionary<string, string> tags)
    {
        var highway = tags.GetValueOrDefault("highway");
        var isCrossing = highway == "crossing" || tags.GetValueOrDefault("footway") == "crossing"
            || tags.GetValueOrDefault("path") == "crossing" || tags.GetValueOrDefault("cycleway") == "crossing"
            || (highway is "footway" or "path" && tags.ContainsKey("crossing"));
        return isCrossing ? Kind(tags) : null;
    }

    /// <summary>The word of the column <c>crossing</c> for a node that is a crossing of a road, else null.</summary>
    public static string? OfNode(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("highway") == "crossing" || (tags.ContainsKey("crossing") && !tags.ContainsKey("railway"))
            ? Kind(tags)
            : null;

    /// <summary>The one of two words that regulates more; null is no word.</summary>
    public static string? Stronger(string? a, string? b) =>
        Array.IndexOf(ByStrength, a) >= Array.IndexOf(ByStrength, b) ? a : b;

    // What nobody has mapped yet (`crossing` missing, or `yes`) counts as unmarked.
    private static string? Kind(IReadOnlyDictionary<string, string> tags)
    {
        var crossing = tags.GetValueOrDefault("crossing");
        if (crossing is "no")
        {
            return null;
        }

        if (tags.GetValueOrDefault("crossing:signals") is { } signals ? signals != "no" : HasSignals(tags, crossing))
        {
            return "signals";
        }

        return crossing is "marked" or "zebra" or "uncontrolled" || tags.GetValueOrDefault("crossing_ref") == "zebra"
            || tags.GetValueOrDefault("crossing:markings", "no") != "no"
                ? "marked"
                : "unmarked";
    }

    private static bool HasSignals(IReadOnlyDictionary<string, string> tags, string? crossing) =>
        crossing is "traffic_signals" or "traffic_lights" || IsBritish(crossing)
        || IsBritish(tags.GetValueOrDefault("crossing_ref"));

    // British names for kinds of crossings with signals.
    private static bool IsBritish(string? word) => word is "pelican" or "toucan" or "puffin" or "pegasus";
}
