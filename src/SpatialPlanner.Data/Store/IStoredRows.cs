using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>The rows of a workspace while no other writer can change them.</summary>
public interface IStoredRows
{
    /// <summary>The row of a key, or null.</summary>
    /// <param name="layer">A source layer.</param>
    /// <param name="key">Its key.</param>
    LayerRow? Find(LayerSchema layer, string key);

    /// <summary>Number of rows of a layer.</summary>
    /// <param name="layer">A source layer.</param>
    long Count(LayerSchema layer);
}
