using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers;

/// <summary>How a file of plain rows is to be read.</summary>
/// <param name="Layer">The layer to fill.</param>
/// <param name="Pack">Names the services that facilities may give.</param>
public sealed record ReadOptions(LayerSchema Layer, RulePack Pack)
{
    /// <summary>Source field by column; a column that is not in it is found by its name.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>True where numbers are written with a decimal comma.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Most rows that are taken.</summary>
    public SourceLimits Limits { get; init; } = SourceLimits.Default;
}
