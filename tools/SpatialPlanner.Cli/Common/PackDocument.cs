using System.Text.Json;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>A rule pack as JSON: its rules and what its rooms ask for.</summary>
internal static class PackDocument
{
    public static void Write(Utf8JsonWriter json, RulePack pack)
    {
        json.WriteStartObject();
        json.WriteString("id", pack.Id);
        json.WriteString("edition", pack.Edition);
        json.WriteString("sha256", pack.Sha256);
        JsonParts.Text(json, "name", pack.Name);
        JsonParts.List(json, "rules", pack.Rules, r =>
        {
            json.WriteStartObject();
            json.WriteString("id", r.Id);
            json.WriteString("service", r.Service);
            JsonParts.Text(json, "name", r.Name);
            json.WriteString("tier", r.Tier is { } tier ? RuleWords.Tiers.Of(tier).Word : null);
            json.WriteString("criterion", RuleWords.Criteria.Of(r.Criterion).Word);
            json.WriteNumber("value", r.Value);
            if (r.ValueTo is { } to)
            {
                json.WriteNumber("value_to", to);
            }

            json.WriteString("force", RuleWords.Forces.Of(r.Force).Word);
            json.WriteString("level", RuleWords.Levels.Of(r.Level).Word);
            json.WriteString("clause", r.Clause);
            JsonParts.Text(json, "source", r.Source);
            json.WriteString("verification", RuleWords.Verifications.Of(r.Verification).Word);
            json.WriteEndObject();
        });
        JsonParts.List(json, "rooms", [.. pack.Services.Where(s => s.Room is not null)], s => Room(json, s.Code, s.Room!));
        json.WriteEndObject();
    }

    private static void Room(Utf8JsonWriter json, string service, RoomRule room)
    {
        json.WriteStartObject();
        json.WriteString("service", service);
        Number(json, "least_area_m2", room.LeastAreaM2);
        Number(json, "most_area_m2", room.MostAreaM2);
        Number(json, "area_per_place_m2", room.AreaPerPlaceM2);
        Number(json, "cost_per_m2_cny", room.CostPerM2Cny);
        Number(json, "lowest_storey", room.LowestStorey);
        Number(json, "highest_storey", room.HighestStorey);
        json.WriteStartArray("not_with");
        foreach (var code in room.NotWith)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
        JsonParts.Text(json, "source", room.Source);
        json.WriteString("verification", RuleWords.Verifications.Of(room.Verification).Word);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v)
        {
            json.WriteNumber(name, v);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
