using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Readers.Osm;

/// <summary>What to take from an OpenStreetMap file.</summary>
/// <param name="Layers">The layers wanted, or null for all that the file can fill.</param>
public sealed record OsmReadOptions(IReadOnlyCollection<LayerSchema>? Layers = null)
{
    /// <summary>True where a layer is wanted.</summary>
    /// <param name="layer">One of <see cref="WorkspaceLayers"/>.</param>
    public bool Wants(LayerSchema layer) => Layers is null || Layers.Any(l => l.Name == layer.Name);
}
