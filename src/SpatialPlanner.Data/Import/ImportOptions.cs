using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Import;

/// <summary>How a file is to be imported.</summary>
public sealed record ImportOptions
{
    /// <summary>The layer to fill; an OpenStreetMap file needs none and fills several.</summary>
    public LayerSchema? Layer { get; init; }

    /// <summary>Coordinate system of the file as the user declares it; null for that of the file.</summary>
    public string? Crs { get; init; }

    /// <summary>Source field by column; a column that is not in it is found by its name.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the file's text encoding; UTF-8 where null.</summary>
    public string? Encoding { get; init; }

    /// <summary>Which faults of the file's walk network to mend; nothing is mended unasked.</summary>
    public IReadOnlyCollection<NetworkFaultKind> Repair { get; init; } = [];

    /// <summary>True empties the layers of the file first; else rows with a known key are replaced and others added.</summary>
    public bool Replace { get; init; }
}
