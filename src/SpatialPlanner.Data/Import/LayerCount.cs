namespace SpatialPlanner.Data.Import;

/// <summary>What became of the rows of one layer.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Taken">Rows stored.</param>
/// <param name="Repaired">Rows stored after a stated repair.</param>
/// <param name="Rejected">Rows left out.</param>
public sealed record LayerCount(string Layer, long Read, long Taken, long Repaired, long Rejected);
