using Npgsql;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store.Postgis;

/// <content>Storing a batch.</content>
public sealed partial class PostgisWorkspace
{
    /// <inheritdoc/>
    public void Commit(
        LayerBatch batch, ImportSource source, bool replaceLayers, IProgress<Progress>? progress = null,
        CancellationToken cancel = default) =>
        InTransaction(connection => Store(connection, batch, source, replaceLayers, progress, cancel), progress, cancel);

    /// <inheritdoc/>
    public void Change(Func<IStoredRows, IReadOnlyList<RowChange>> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        InTransaction(connection => Store(connection, changes), null, CancellationToken.None);
    }

    private void InTransaction(Action<NpgsqlConnection> store, IProgress<Progress>? progress, CancellationToken cancel) => Guard(connection =>
    {
        if (_snapshot is not null)
        {
            throw new InvalidOperationException("The workspace is kept still; dispose of that before storing.");
        }

        if (_building)
        {
            connection.Run("SAVEPOINT batch;");
            store(connection);
            connection.Run("RELEASE SAVEPOINT batch;");
            return 0;
        }

        using var transaction = connection.BeginTransaction();
        WriterLock.Take(connection, _address, _wait, progress, cancel);
        BeginStoring(connection, _wait);
        store(connection);
        End(connection, transaction, _address);
        return 0;
    });

    // For the rest of the transaction: the triggers know us, and nobody is waited for without an end.
    internal static void BeginStoring(NpgsqlConnection connection, TimeSpan wait)
    {
        connection.Run($"SELECT set_config('{PostgisTables.Storing}', 'on', true);");
        connection.Run($"SET LOCAL lock_timeout = {(long)wait.TotalMilliseconds};");
    }

    private void Store(
        NpgsqlConnection connection, LayerBatch batch, ImportSource source, bool replaceLayers, IProgress<Progress>? progress,
        CancellationToken cancel)
    {
        var now = GeoPackageCreator.Iso(_clock.GetUtcNow());
        foreach (var layer in WorkspaceLayers.All)
        {
            var leaving = batch.Leaving.GetValueOrDefault(layer, []);
            if (batch.Layers.TryGetValue(layer, out var rows) || leaving.Count > 0)
            {
                Fill(connection, layer, rows ?? [], leaving, replaceLayers && rows is not null, progress, cancel);
            }

            if (rows is not null || batch.RowsRead.ContainsKey(layer))
            {
                PostgisImports.Add(connection, ImportRecord.Of(batch, layer, source, now));
            }
        }

        connection.Run("UPDATE workspace_info SET revision = revision + 1;");
        cancel.ThrowIfCancellationRequested();
    }

    private void Store(NpgsqlConnection connection, Func<IStoredRows, IReadOnlyList<RowChange>> changes)
    {
        foreach (var layer in changes(new StoredRows(this, connection)).GroupBy(c => c.Layer))
        {
            LayerRow[] rows = [.. layer.Select(c => c.Row).OfType<LayerRow>()];
            Fill(
                connection, layer.Key, rows, [.. layer.Where(c => c.Row is null).Select(c => c.Key)], replace: false, null,
                CancellationToken.None);
        }

        connection.Run("UPDATE workspace_info SET revision = revision + 1;");
    }

    private void Fill(
        NpgsqlConnection connection, LayerSchema layer, IReadOnlyCollection<LayerRow> rows, IReadOnlyCollection<string> leaving,
        bool replace, IProgress<Progress>? progress, CancellationToken cancel)
    {
        // Editors wait for the end of the import, so the fingerprint is of what will be there; readers are not concerned.
        connection.Run($"LOCK TABLE {PostgisCalls.Quoted(layer.Name)} IN SHARE ROW EXCLUSIVE MODE;");
        var writer = new PostgisLayerWriter(connection, Location, layer);
        if (replace)
        {
            writer.Empty(cancel);
        }

        writer.Remove(leaving, cancel);
        writer.Put(rows, progress, cancel);
        PostgisLayers.Save(connection, layer, PostgisLayers.Compute(connection, _address.Schema, layer, cancel));
    }

    // A connection that breaks while the server commits leaves open whether it did; the server remembers for a while.
    internal static void End(NpgsqlConnection connection, NpgsqlTransaction transaction, PostgresAddress address)
    {
        var id = (string)connection.Scalar("SELECT pg_current_xact_id()::text;")!;
        try
        {
            transaction.Commit();
        }
        catch (Exception e) when (e is not PostgresException && PostgisErrors.IsOfStore(e))
        {
            if (!WasCommitted(address, id, e))
            {
                throw PostgisErrors.Lost(address.Shown, e);
            }
        }
    }

    /// <summary>Whether a transaction was committed, asked over a new connection.</summary>
    /// <exception cref="Problems.InputException">The server cannot be asked, or does not know any more.</exception>
    internal static bool WasCommitted(PostgresAddress address, string id, Exception? lost)
    {
        try
        {
            using var again = PostgisCalls.Connect(address, readOnly: true);
            for (var tries = 0; tries < 50; tries++)
            {
                var status = again.Scalar("SELECT pg_xact_status($1::xid8);", id) as string;
                if (status is "committed" or "aborted")
                {
                    return status == "committed";
                }

                Thread.Sleep(100);
            }
        }
        catch (Exception e) when (PostgisErrors.IsOfStore(e))
        {
            throw PostgisErrors.Unknown(address.Shown, e);
        }

        throw PostgisErrors.Unknown(address.Shown, lost);
    }

    // Other programs may edit a layer until it is locked, which a look at one of its rows does.
    private sealed class StoredRows(PostgisWorkspace owner, NpgsqlConnection connection) : IStoredRows
    {
        public LayerRow? Find(LayerSchema layer, string key)
        {
            Lock(layer);
            return owner.Find(connection, layer, key);
        }

        public long Count(LayerSchema layer)
        {
            Lock(layer);
            return (long)connection.Scalar($"SELECT count(*) FROM {PostgisCalls.Quoted(layer.Name)};")!;
        }

        private void Lock(LayerSchema layer) =>
            connection.Run($"LOCK TABLE {PostgisCalls.Quoted(layer.Name)} IN SHARE ROW EXCLUSIVE MODE;");
    }
}
