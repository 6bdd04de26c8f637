namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Where one may walk in one direction only.</summary>
internal static class OneWayTags
{
    private static readonly string[] Wheels =
        ["bicycle", "vehicle", "motor_vehicle", "moped", "motorcycle", "horse", "ski"];

    /// <summary>The word of the column <c>oneway</c>: <c>forward</c>, <c>backward</c>, or null for both directions.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.TryGetValue("oneway:foot", out var foot))
        {
            return Direction(foot);
        }

        if (tags.GetValueOrDefault("foot:backward") == "no")
        {
            return "forward";
        }

        if (tags.GetValueOrDefault("foot:forward") == "no")
        {
            return "backward";
        }

        // An escalator that is `reversible` or runs `yes` without saying where to is walked both ways: at one time or
        // another it is, and a wrong direction would cut a station off.
        return tags.GetValueOrDefault("conveying") switch
        {
            "forward" => "forward",
            "backward" => "backward",
            _ => IsForWalkersAlone(tags) ? Direction(tags.GetValueOrDefault("oneway")) : null,
        };
    }

    // A plain `oneway` is about vehicles on any way that admits one, so on every road, on pedestrian streets
    // (deliveries) and on paths (bicycles). Only where nobody but walkers may go can it be meant for them.
    private static bool IsForWalkersAlone(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("highway") is "footway" or "steps" or "corridor"
        && Wheels.All(w => tags.GetValueOrDefault(w, "no") is "no" or "dismount");

    private static string? Direction(string? oneWay) => oneWay switch
    {
        "yes" or "1" or "true" => "forward",
        "-1" or "reverse" => "backward",
        _ => null,
    };
}
