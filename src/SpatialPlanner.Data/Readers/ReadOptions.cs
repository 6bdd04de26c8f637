using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers;

/// <summary>How a file of plain rows (GeoJSON, CSV) is to be read.</summary>
/// <param name="Layer">The layer to fill.</param>
/// <param name="Pack">Names the services that facilities may give.</param>
public sealed record ReadOptions(LayerSchema Layer, RulePack Pack)
{
    /// <summary>Source field by column; a column that is not in it is found by its name.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the file's text encoding; UTF-8 where null.</summary>
    public string? Encoding { get; init; }
}
