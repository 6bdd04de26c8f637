using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <content>Reading everything at once.</content>
public sealed partial class GeoPackageWorkspace
{
    /// <summary>
    /// Keeps other programs from changing the file until disposed, so that what is read meanwhile belongs together. A
    /// read transaction on a connection of its own: writers wait, readers do not.
    /// </summary>
    public IDisposable KeepStill() => StoreErrors.Guard(Path, () => new StillFile(Path));

    /// <summary>The rows of all layers, in the order of <see cref="WorkspaceLayers.All"/>; a thread a layer. They belong
    /// together only while the caller keeps the file still.</summary>
    /// <param name="cancel">Cancels.</param>
    public IReadOnlyList<List<LayerRow>> ReadAll(CancellationToken cancel)
    {
        return Task.WhenAll(WorkspaceLayers.All.Select(layer => Task.Run(
            () =>
            {
                using var own = Open(Path, readOnly: true);
                return own.Read(layer).ToList();
            },
            cancel))).GetAwaiter().GetResult();
    }

    private sealed class StillFile : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteTransaction transaction;

        public StillFile(string path)
        {
            connection = SqliteCalls.Connect(path, SqliteOpenMode.ReadOnly);
            transaction = connection.BeginTransaction(deferred: true);
            connection.Scalar(transaction, "SELECT count(*) FROM gpkg_contents;");
        }

        public void Dispose()
        {
            transaction.Dispose();
            connection.Dispose();
        }
    }
}
