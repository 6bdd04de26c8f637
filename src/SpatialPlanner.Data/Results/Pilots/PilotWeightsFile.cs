using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>Reads the weights of the pilot choice from a JSON file: <c>{"density_per_km2": 2, "reach_people": 1}</c>.</summary>
public static class PilotWeightsFile
{
    /// <summary>Reads the file; criteria that it does not name weigh nothing.</summary>
    /// <param name="path">Path.</param>
    /// <exception cref="InputException">It cannot be read, is not such a file, or names what is no criterion.</exception>
    public static IReadOnlyList<double> Read(string path)
    {
        var named = NamedWeights.Read(path, Remedy);
        var weights = PilotDefaults.Weights(named, out var unknown);
        return unknown is null ? weights : throw Wrong(
            path, unknown, $"没有指标“{unknown}”", $"there is no criterion \"{unknown}\"");
    }

    private static InputException Wrong(string path, string? place, string zh, string en) =>
        InputException.Fatal(path, place, new(zh, en), Remedy);

    private static LocalText Remedy => new(
        $"写成 {{\"指标\": 权重}}，指标可用：{Codes}", $"write {{\"criterion\": weight}} with criteria of {Codes}");

    private static string Codes => string.Join(", ", PilotCriteria.All.Select(c => c.Code));
}
