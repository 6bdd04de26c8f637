using System.Globalization;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>What the tags of a walkable way say about walking it.</summary>
/// <param name="Name">Name, or null.</param>
/// <param name="Class">Class of the way.</param>
/// <param name="IsSteps">True for stairs.</param>
/// <param name="IsBridge">True on a bridge.</param>
/// <param name="IsTunnel">True in a tunnel.</param>
/// <param name="Grade">Rise over run along the way, or null where no number says it.</param>
/// <param name="OneWay">Word of the column <c>oneway</c>.</param>
/// <param name="Crossing">Word of the column <c>crossing</c> where the way is a crossing.</param>
/// <param name="VerticalLayer">Layer above (positive) or below the ground; null on it.</param>
internal sealed record WayFacts(
    string? Name, string Class, bool IsSteps, bool IsBridge, bool IsTunnel, double? Grade, string? OneWay,
    string? Crossing, long? VerticalLayer)
{
    /// <summary>True for ways made for walkers, which pass over a roadway where they share a node with it.</summary>
    public bool IsFootWay =>
        !IsBridge && !IsTunnel && Class is "footway" or "path" or "pedestrian" or "steps" or "corridor" or "crossing";

    /// <summary>Reads the tags of a way.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="place">The way, for messages.</param>
    /// <param name="problems">Takes a slope that cannot be.</param>
    public static WayFacts Of(IReadOnlyDictionary<string, string> tags, string place, OsmProblems problems)
    {
        var (bridge, tunnel) = (Is(tags, "bridge"), Is(tags, "tunnel"));
        return new WayFacts(
            tags.GetValueOrDefault("name"), ClassOf(tags), tags.GetValueOrDefault("highway") == "steps", bridge, tunnel,
            GradeOf(tags, place, problems), OneWayTags.Of(tags), bridge || tunnel ? null : CrossingTags.OfWay(tags),
            VerticalLayerOf(tags));
    }

    private static double? GradeOf(IReadOnlyDictionary<string, string> tags, string place, OsmProblems problems)
    {
        if (tags.GetValueOrDefault("incline") is not { } incline || tags.GetValueOrDefault("highway") == "elevator")
        {
            return null;
        }

        var grade = SlopeTags.Grade(incline);
        if (Math.Abs(grade ?? 0) <= SlopeTags.Steepest)
        {
            return grade;
        }

        problems.Add(
            ProblemSeverity.Warning, place,
            new($"坡度 incline={incline} 超过 100%，未采用", $"incline={incline} is steeper than 100 % and was not taken"),
            new("在数据源中改正 incline", "correct incline at the source"));
        return null;
    }

    // Indoors mappers give the storey instead of the layer; a way between storeys belongs to none.
    private static long? VerticalLayerOf(IReadOnlyDictionary<string, string> tags) =>
        long.TryParse(
            tags.GetValueOrDefault("layer") ?? tags.GetValueOrDefault("level"), NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var layer) && layer is not 0 and >= -20 and <= 200
                ? layer
                : null;

    private static bool Is(IReadOnlyDictionary<string, string> tags, string key) =>
        tags.TryGetValue(key, out var value) && value != "no";

    private static string ClassOf(IReadOnlyDictionary<string, string> tags) =>
        tags.GetValueOrDefault("highway") ?? (Is(tags, "man_made") ? "pier" : Is(tags, "railway")
            || Is(tags, "public_transport") ? "platform" : "pedestrian");
}
