using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="File">File name.</param>
/// <param name="Format">Format by its content, e.g. <c>GeoJSON</c>, <c>OpenStreetMap</c>.</param>
/// <param name="Crs">Coordinate system the file was read in.</param>
/// <param name="CrsReason">Why that one.</param>
/// <param name="Layers">Counts by layer.</param>
/// <param name="PopulationEstimated">Buildings whose people were estimated.</param>
/// <param name="Problems">Everything worth telling, in file order.</param>
public sealed record ImportResult(
    string File, string Format, string Crs, LocalText CrsReason, IReadOnlyList<LayerCount> Layers,
    int PopulationEstimated, IReadOnlyList<InputProblem> Problems)
{
    /// <summary>Text encoding and how it is known; empty where the format has but one.</summary>
    public string Encoding { get; init; } = string.Empty;

    /// <summary>How coordinates became WGS 84; empty where they were.</summary>
    public string Conversion { get; init; } = string.Empty;

    /// <summary>Rows that took the place of a stored row with their id, by layer; known once the file is stored.</summary>
    public IReadOnlyDictionary<string, long> Replaced { get; init; } = new Dictionary<string, long>();

    /// <summary>Faults of the walk network that were mended, by kind; empty where no repair was asked for.</summary>
    public IReadOnlyDictionary<NetworkFaultKind, int> Repairs { get; init; } = new Dictionary<NetworkFaultKind, int>();
}
