using System.Text.Json;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>Reads the weights of the pilot choice from a JSON file: <c>{"density_per_km2": 2, "reach_people": 1}</c>.</summary>
public static class PilotWeightsFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>Reads the file; criteria that it does not name weigh nothing.</summary>
    /// <param name="path">Path.</param>
    /// <exception cref="InputException">It cannot be read, is not such a file, or names what is no criterion.</exception>
    public static IReadOnlyList<double> Read(string path)
    {
        var named = Named(path);
        var weights = PilotDefaults.Weights(named, out var unknown);
        return unknown is null ? weights : throw Wrong(
            path, unknown, $"没有指标“{unknown}”", $"there is no criterion \"{unknown}\"");
    }

    private static Dictionary<string, double> Named(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw Wrong(path, null, "文件过大，不是权重文件", "the file is too large to be one of weights");
            }

            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(path, null, "应为一个 JSON 对象", "this is not a JSON object");
            }

            var named = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDouble(out var weight) || !double.IsFinite(weight))
                {
                    throw Wrong(path, property.Name, "权重必须是数", "a weight must be a number");
                }

                if (!named.TryAdd(property.Name, weight))
                {
                    throw Wrong(path, property.Name, "同一指标写了两次", "the criterion is given twice");
                }
            }

            return named;
        }
        catch (JsonException e)
        {
            throw Wrong(path, $"line {(e.LineNumber ?? 0) + 1}", "不是有效的 JSON", "this is not valid JSON", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, null, "权重文件无法读取", "the file of weights cannot be read", e);
        }
    }

    private static InputException Wrong(string path, string? place, string zh, string en, Exception? inner = null) => InputException.Fatal(
        path, place, new(zh, en),
        new(
            $"写成 {{\"指标\": 权重}}，指标可用：{Codes}", $"write {{\"criterion\": weight}} with criteria of {Codes}"), inner);

    private static string Codes => string.Join(", ", PilotCriteria.All.Select(c => c.Code));
}
