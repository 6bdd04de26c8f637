using System.Text.Json;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>Looks for GeoJSON inside other JSON, such as the answer of a service.</summary>
internal static class NestedCollection
{
    private const int LongestPath = 200;

    /// <summary>Goes to the end of the value that starts here; tells where a feature collection stands in it.</summary>
    /// <param name="tokens">On the value.</param>
    /// <param name="name">Name of the member that has the value.</param>
    /// <returns>Path to it, e.g. <c>data.result</c>; null where there is none.</returns>
    public static string? Skip(ref JsonTokens tokens, string name)
    {
        if (tokens.Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return null;
        }

        var (depth, found, isType) = (tokens.Depth, (string?)null, false);
        var path = new List<string> { name };
        while (tokens.Read() && tokens.Depth > depth)
        {
            if (found is not null)
            {
                continue;
            }

            if (tokens.Type == JsonTokenType.PropertyName)
            {
                var level = tokens.Depth - depth;
                path.RemoveRange(Math.Min(path.Count, level), Math.Max(0, path.Count - level));
                while (path.Count < level)
                {
                    path.Add("[]");
                }

                isType = tokens.Is("type"u8);
                path.Add(tokens.Text());
            }
            else if (isType && tokens.Type == JsonTokenType.String && tokens.Is("FeatureCollection"u8))
            {
                found = string.Join('.', path[..^1]).Replace(".[]", "[]", StringComparison.Ordinal);
                found = found.Length > LongestPath ? found[..LongestPath] + "…" : found;
            }
            else
            {
                isType = false;
            }
        }

        return found;
    }
}
