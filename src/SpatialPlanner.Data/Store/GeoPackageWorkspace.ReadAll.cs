using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <content>Reading everything at once.</content>
public sealed partial class GeoPackageWorkspace
{
    private Still? _still;

    /// <inheritdoc/>
    /// <remarks>
    /// Read transactions on this connection and on one for each layer: writers wait with their commit, readers do not.
    /// All are begun here, since a file whose writer waits lets no new reader in.
    /// </remarks>
    public IDisposable KeepStill() => StoreErrors.Guard(Path, () =>
    {
        if (_still is not null)
        {
            throw new InvalidOperationException("The workspace is kept still already.");
        }

        return _still = new Still(this);
    });

    /// <inheritdoc/>
    public IReadOnlyList<List<LayerRow>> ReadAll(CancellationToken cancel)
    {
        return Task.WhenAll(WorkspaceLayers.OfDistrict.Select((layer, i) => Task.Run(
            () =>
            {
                if (_still is { } still)
                {
                    return Rows(still.Connections[i], layer, cancel);
                }

                using var own = Open(Path, readOnly: true);
                return Rows(own._connection, layer, cancel);
            },
            cancel))).GetAwaiter().GetResult();
    }

    private List<LayerRow> Rows(SqliteConnection connection, LayerSchema layer, CancellationToken cancel)
    {
        var rows = new List<LayerRow>();
        foreach (var row in Read(connection, layer))
        {
            cancel.ThrowIfCancellationRequested();
            rows.Add(row);
        }

        return rows;
    }

    private sealed class Still : IDisposable
    {
        private readonly GeoPackageWorkspace _owner;
        private bool _begun;

        public Still(GeoPackageWorkspace owner)
        {
            _owner = owner;
            try
            {
                Begin(owner._connection);
                _begun = true;
                foreach (var _ in WorkspaceLayers.OfDistrict)
                {
                    Connections.Add(SqliteCalls.Connect(owner.Path, SqliteOpenMode.ReadOnly));
                    Begin(Connections[^1]);
                }
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        /// <summary>One for each layer.</summary>
        public List<SqliteConnection> Connections { get; } = [];

        public void Dispose()
        {
            foreach (var connection in Connections)
            {
                connection.Dispose();
            }

            Connections.Clear();
            if (_begun)
            {
                _owner._connection.Run(null, "ROLLBACK;");
            }

            (_begun, _owner._still) = (false, null);
        }

        private static void Begin(SqliteConnection connection)
        {
            connection.Run(null, "BEGIN DEFERRED;");
            // The lock is taken by the first look.
            connection.Scalar(null, "SELECT count(*) FROM gpkg_contents;");
        }
    }
}
