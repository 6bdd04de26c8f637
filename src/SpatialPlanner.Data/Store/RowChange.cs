using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>What is to become of one row of a layer.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Key">Key of the row.</param>
/// <param name="Row">The row as it is to be, with the same key; null removes it.</param>
public sealed record RowChange(LayerSchema Layer, string Key, LayerRow? Row);
