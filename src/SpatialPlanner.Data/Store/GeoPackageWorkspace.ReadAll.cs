using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <content>Reading everything at once.</content>
public sealed partial class GeoPackageWorkspace
{
    /// <inheritdoc/>
    /// <remarks>A read transaction on a connection of its own: writers wait, readers do not.</remarks>
    public IDisposable KeepStill() => StoreErrors.Guard(Path, () => new StillFile(Path));

    /// <inheritdoc/>
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
