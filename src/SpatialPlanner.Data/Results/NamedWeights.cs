using System.Text.Json;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results;

/// <summary>Reads weights by name from a JSON file: <c>{"density_per_km2": 2, "reach_people": 1}</c>.</summary>
public static class NamedWeights
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the file; which names there are is for the caller to check.</summary>
    /// <param name="path">Path.</param>
    /// <param name="remedy">What to write, for messages.</param>
    /// <exception cref="InputException">It cannot be read, or is not such a file.</exception>
    public static IReadOnlyDictionary<string, double> Read(string path, LocalText remedy)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw Wrong(path, remedy, null, "文件过大，不是权重文件", "the file is too large to be one of weights");
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(path, remedy, null, "应为一个 JSON 对象", "this is not a JSON object");
            }

            var named = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDouble(out var weight) || !double.IsFinite(weight))
                {
                    throw Wrong(path, remedy, property.Name, "权重必须是数", "a weight must be a number");
                }

                if (!named.TryAdd(property.Name, weight))
                {
                    throw Wrong(path, remedy, property.Name, "同一项写了两次", "it is given twice");
                }
            }

            return named;
        }
        catch (JsonException e)
        {
            throw Wrong(path, remedy, $"line {(e.LineNumber ?? 0) + 1}", "不是有效的 JSON", "this is not valid JSON", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, remedy, null, "权重文件无法读取", "the file of weights cannot be read", e);
        }
    }

    private static InputException Wrong(string path, LocalText remedy, string? place, string zh, string en, Exception? inner = null) =>
        InputException.Fatal(path, place, new(zh, en), remedy, inner);
}
