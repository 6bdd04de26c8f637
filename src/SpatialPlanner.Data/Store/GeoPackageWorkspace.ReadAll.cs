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
        // A transaction takes its lock with its first look.
        private const string Look = "SELECT count(*) FROM gpkg_contents;";
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
        private readonly GeoPackageWorkspace _owner;
        private bool _begun;

        public Still(GeoPackageWorkspace owner)
        {
            _owner = owner;
            try
            {
                foreach (var _ in WorkspaceLayers.OfDistrict)
                {
                    Connections.Add(SqliteCalls.Connect(owner.Path, SqliteOpenMode.ReadOnly));
                }

                Begin();
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
            End();
            foreach (var connection in Connections)
            {
                connection.Dispose();
            }

            Connections.Clear();
            _owner._still = null;
        }

        // A writer that comes between two of them waits for the first and does not let the second begin: whoever holds
        // one must not wait for the next, but lets the writer pass and begins anew.
        private void Begin()
        {
            for (var late = Environment.TickCount64 + (long)SqliteCalls.DefaultWait.TotalMilliseconds; ; Thread.Sleep(Pause))
            {
                _owner._connection.Run(null, "BEGIN DEFERRED;");
                _begun = true;
                _owner._connection.Scalar(null, Look);
                var refused = Connections.Find(c => !TryBegin(c));
                if (refused is null)
                {
                    return;
                }

                if (SQLitePCL.raw.sqlite3_errcode(refused.Handle) is var code && (code != SQLitePCL.raw.SQLITE_BUSY || Environment.TickCount64 > late))
                {
                    SqliteException.ThrowExceptionForRC(code, refused.Handle);
                }

                End();
            }
        }

        // Not a command of the provider, which would try again for as long as a command may take.
        private static bool TryBegin(SqliteConnection connection) =>
            SQLitePCL.raw.sqlite3_exec(connection.Handle, $"BEGIN DEFERRED; {Look}") == SQLitePCL.raw.SQLITE_OK;

        private void End()
        {
            foreach (var connection in Connections.Where(c => SQLitePCL.raw.sqlite3_get_autocommit(c.Handle) == 0))
            {
                connection.Run(null, "ROLLBACK;");
            }

            if (_begun)
            {
                _owner._connection.Run(null, "ROLLBACK;");
                _begun = false;
            }
        }
    }
}
