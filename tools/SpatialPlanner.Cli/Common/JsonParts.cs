using System.Text.Json;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Cli.Common;

/// <summary>Pieces of JSON that several verbs print.</summary>
public static class JsonParts
{
    /// <summary>Writes the member <c>problems</c>.</summary>
    public static void Problems(Utf8JsonWriter json, IEnumerable<InputProblem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("severity", problem.Severity.ToString().ToLowerInvariant());
            json.WriteString("file", problem.File);
            json.WriteString("place", problem.Place);
            Text(json, "what", problem.What);
            Text(json, "remedy", problem.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array.</summary>
    public static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a text in both languages.</summary>
    public static void Text(Utf8JsonWriter json, string name, LocalText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", text.Zh);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }
}
