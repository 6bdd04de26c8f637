using Npgsql;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store.Postgis;

/// <content>Reading rows.</content>
public sealed partial class PostgisWorkspace
{
    /// <inheritdoc/>
    public IEnumerable<LayerRow> Read(LayerSchema layer) => _building ? ReadBuilt(layer) : ReadStored(layer);

    /// <inheritdoc/>
    public LayerRow? Find(LayerSchema layer, string key) => Guard(connection => Find(connection, layer, key));

    /// <inheritdoc/>
    public IReadOnlyList<List<LayerRow>> ReadAll(CancellationToken cancel) => _building
        ? [.. WorkspaceLayers.OfDistrict.Select(ReadBuilt)]
        : Task.WhenAll(WorkspaceLayers.OfDistrict.Select(layer => Task.Run(
            () =>
            {
                var rows = new List<LayerRow>();
                foreach (var row in ReadStored(layer))
                {
                    cancel.ThrowIfCancellationRequested();
                    rows.Add(row);
                }

                return rows;
            },
            cancel))).GetAwaiter().GetResult();

    private LayerRow? Find(NpgsqlConnection connection, LayerSchema layer, string key)
    {
        using var command = connection.Command(
            PostgisLayers.Select(connection, _address.Schema, layer, $"{PostgisCalls.Quoted(layer.Key)} = $1"), key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? LayerReader.Row(reader, layer, new PostgisGeometry().Read, Location) : null;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A snapshot that all connections of this workspace read; writers go on. The tables are locked against being
    /// dropped: whoever came to a new one of the same name with this snapshot would find it empty.
    /// </remarks>
    public IDisposable KeepStill()
    {
        if (_snapshot is not null)
        {
            throw new InvalidOperationException("The workspace is kept still already.");
        }

        if (_building)
        {
            return new Still(null);
        }

        return Guard(connection =>
        {
            connection.Run("BEGIN ISOLATION LEVEL REPEATABLE READ;");
            try
            {
                var tables = connection.Scalar(
                    "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables WHERE schemaname = $1;", _address.Schema);
                connection.Run($"LOCK TABLE {tables} IN ACCESS SHARE MODE;");
                _snapshot = (string)connection.Scalar("SELECT pg_export_snapshot();")!;
            }
            catch
            {
                connection.Run("ROLLBACK;");
                throw;
            }

            return new Still(this);
        });
    }

    // A connection of its own: one connection has one reader at a time, and the caller may ask other things meanwhile.
    private IEnumerable<LayerRow> ReadStored(LayerSchema layer)
    {
        using var own = PostgisErrors.Guard(Location, OwnConnection);
        using var command = PostgisErrors.Guard(
            Location, () => own.Command(PostgisLayers.Select(own, _address.Schema, layer)));
        using var reader = PostgisErrors.Guard(Location, () => command.ExecuteReader());
        var geometry = new PostgisGeometry();
        var whole = false;
        try
        {
            while (PostgisErrors.Guard(Location, () => reader.Read()))
            {
                yield return LayerReader.Row(reader, layer, geometry.Read, Location);
            }

            whole = true;
        }
        finally
        {
            if (!whole)
            {
                // Else closing the reader would fetch all rows that are left.
                command.Cancel();
            }
        }
    }

    private List<LayerRow> ReadBuilt(LayerSchema layer) => Guard(connection =>
    {
        using var command = connection.Command(PostgisLayers.Select(connection, _address.Schema, layer));
        using var reader = command.ExecuteReader();
        var (geometry, rows) = (new PostgisGeometry(), new List<LayerRow>());
        while (reader.Read())
        {
            rows.Add(LayerReader.Row(reader, layer, geometry.Read, Location));
        }

        return rows;
    });

    private NpgsqlConnection OwnConnection()
    {
        var own = PostgisCalls.Connect(_address, readOnly: true);
        try
        {
            if (_snapshot is not null)
            {
                own.Run($"BEGIN ISOLATION LEVEL REPEATABLE READ; SET TRANSACTION SNAPSHOT '{_snapshot}';");
            }

            return own;
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    private sealed class Still(PostgisWorkspace? owner) : IDisposable
    {
        private PostgisWorkspace? _owner = owner;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _owner, null) is { } held)
            {
                held._snapshot = null;
                if (held._connection.State == System.Data.ConnectionState.Open)
                {
                    held.Guard(connection => connection.Run("COMMIT;"));
                }
            }
        }
    }
}
