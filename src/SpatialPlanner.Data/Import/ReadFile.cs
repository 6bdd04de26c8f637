using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Import;

/// <summary>A file that was read and not yet stored.</summary>
/// <param name="Batch">Its rows.</param>
/// <param name="Source">Name, hash and length of the file.</param>
/// <param name="Result">What storing it will do.</param>
public sealed record ReadFile(LayerBatch Batch, ImportSource Source, ImportResult Result) : IDisposable
{
    /// <summary>Frees the temporary file of the rows.</summary>
    public void Dispose()
    {
        foreach (var rows in Batch.Layers.Values)
        {
            (rows as IDisposable)?.Dispose();
        }
    }
}
