using Npgsql;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store.Postgis;

/// <content>Storing a batch.</content>
public sealed partial class PostgisWorkspace
{
    /// <inheritdoc/>
    public void Commit(
        LayerBatch batch, ImportSource source, bool replaceLayers, IProgress<Progress>? progress = null,
        CancellationToken cancel = default) => Guard(connection =>
    {
        if (_snapshot is not null)
        {
            throw new InvalidOperationException("The workspace is kept still; dispose of that before storing.");
        }

        if (_building)
        {
            connection.Run("SAVEPOINT batch;");
            Store(connection, batch, source, replaceLayers, progress, cancel);
            connection.Run("RELEASE SAVEPOINT batch;");
            return 0;
        }

        using var transaction = connection.BeginTransaction();
        WriterLock.Take(connection, _address, _wait, progress, cancel);
        BeginStoring(connection, _wait);
        Store(connection, batch, source, replaceLayers, progress, cancel);
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
}
