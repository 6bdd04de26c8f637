using System.Text.Json.Nodes;

namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// Fills a pack's text from the pack that it extends and from its own rules: what the pack says stays, and rules are never
/// taken over, since they belong to one document.
/// </summary>
internal static class PackMerge
{
    private static readonly string[] Parts = ["profiles", "group_profiles", "crossings", "population", "catchment", "services"];
    private static readonly string[] OfService = ["name", "profile", "group", "osm", "people_per_place"];
    private static readonly string[] OfRule = ["profile", "source", "verification"];
    private static readonly string[] Limit = ["limit_metres", "limit_minutes", "source", "verification"];

    public static void Fill(JsonObject own, JsonObject? former)
    {
        foreach (var part in Parts)
        {
            Take(own, former, part);
        }

        foreach (var service in Objects(own, "services"))
        {
            var code = WordOf(service, "code");
            var same = former is null ? null : Objects(former, "services").FirstOrDefault(s => WordOf(s, "code") == code);
            if (service["limit_metres"] is null && service["limit_minutes"] is null)
            {
                FillLimit(own, service, Objects(own, "rules").FirstOrDefault(r => IsNetworkWalkOf(r, code)), same);
            }

            foreach (var name in OfService)
            {
                Take(service, same, name);
            }

            TakeRoom(own, service, same);
        }
    }

    // A limit stands or falls with its source: both come from the same place.
    private static void FillLimit(JsonObject own, JsonObject service, JsonObject? rule, JsonObject? same)
    {
        if (rule is not null)
        {
            // What cannot be used is told at the rule, where it stands, and not here too.
            var isDistance = WordOf(rule, "criterion") == "distance";
            var most = isDistance ? RuleReader.LongestMetres : RuleReader.LongestMinutes;
            var isUsable = rule["value"] is JsonValue value && value.TryGetValue<double>(out var number) && number > 0 && number <= most;
            service[isDistance ? "limit_metres" : "limit_minutes"] = isUsable ? rule["value"]!.DeepClone() : 1.0;
            foreach (var name in OfRule.Where(n => n != "profile" || Objects(own, "profiles").Any(p => WordOf(p, "code") == WordOf(rule, n))))
            {
                Take(service, rule, name);
            }

            return;
        }

        foreach (var name in Limit)
        {
            if (same?[name] is { } there)
            {
                service[name] = there.DeepClone();
            }
        }
    }

    private static bool IsNetworkWalkOf(JsonObject rule, string? code) =>
        code is not null && WordOf(rule, "service") == code && WordOf(rule, "criterion") is "distance" or "minutes"
        && WordOf(rule, "measure") is null or "network";

    // A room that is taken over excludes only services that this pack has.
    private static void TakeRoom(JsonObject own, JsonObject service, JsonObject? same)
    {
        if (service["room"] is not null || same?["room"] is not JsonObject there)
        {
            return;
        }

        var room = (JsonObject)there.DeepClone();
        if (room["not_with"] is JsonArray codes)
        {
            var known = Objects(own, "services").Select(s => WordOf(s, "code")).ToHashSet();
            room["not_with"] = new JsonArray(
                [.. codes.Where(c => c is JsonValue v && v.TryGetValue<string>(out var code) && known.Contains(code)).Select(c => c!.DeepClone())]);
        }

        service["room"] = room;
    }

    private static void Take(JsonObject own, JsonObject? from, string name)
    {
        if (own[name] is null && from?[name] is { } value)
        {
            own[name] = value.DeepClone();
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonObject of, string name) =>
        of[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    private static string? WordOf(JsonObject of, string name) =>
        of[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
