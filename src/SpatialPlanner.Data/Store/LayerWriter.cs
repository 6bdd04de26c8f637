using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Writes many rows of one layer and their index entries; the triggers of the layer must be down.</summary>
internal sealed class LayerWriter(
    SqliteConnection connection, SqliteTransaction transaction, LayerSchema layer, int srid = Wgs84.Srid)
{
    private const int RowsBetweenReports = 4096;
    private readonly GeometryBlob _blob = new(srid);

    /// <summary>Removes every row; row ids start at 1 again.</summary>
    public void Empty()
    {
        connection.Run(transaction, $"DELETE FROM \"{layer.Name}\";");
        connection.Run(transaction, "DELETE FROM sqlite_sequence WHERE name = $t;", ("$t", layer.Name));
        if (layer.Geometry != LayerGeometry.None)
        {
            connection.Run(transaction, $"DELETE FROM {GeoPackageTables.RTree(layer.Name)};");
        }
    }

    /// <summary>Removes rows by their key; keys that are not there do no harm.</summary>
    public void Remove(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            if (layer.Geometry != LayerGeometry.None)
            {
                connection.Run(
                    transaction,
                    $"DELETE FROM {GeoPackageTables.RTree(layer.Name)} WHERE id IN "
                    + $"(SELECT {GeoPackageTables.RowId} FROM \"{layer.Name}\" WHERE \"{layer.Key}\" = $key);",
                    ("$key", key));
            }

            connection.Run(transaction, $"DELETE FROM \"{layer.Name}\" WHERE \"{layer.Key}\" = $key;", ("$key", key));
        }
    }

    /// <summary>Adds the rows; a row with the key of a stored one takes its place and its row id.</summary>
    public void Put(IEnumerable<LayerRow> rows, long total, IProgress<Progress>? progress, CancellationToken cancel)
    {
        // Whether a key is stored is asked of its unique index, not of a list of all keys: a city has millions.
        var next = NextId();
        using var insert = InsertCommand($" ON CONFLICT (\"{layer.Key}\") DO NOTHING");
        using var update = UpdateCommand();
        using var index = layer.Geometry == LayerGeometry.None ? null : IndexCommand();
        var done = 0L;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            if (row.Values[0] is not string)
            {
                throw new ArgumentException($"A row of {layer.Name} has no key: a reader must give one.", nameof(rows));
            }

            Fill(insert, row, next);
            if (insert.ExecuteNonQuery() == 1)
            {
                Index(index, next++, row.Geometry, isNew: true);
            }
            else
            {
                Index(index, Update(update, insert), row.Geometry, isNew: false);
            }

            if (++done % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"storing {layer.Name}", done, total));
            }
        }
    }

    /// <summary>Adds the rows behind those of an empty table, whatever their keys.</summary>
    public void Append(IEnumerable<LayerRow> rows)
    {
        using var insert = InsertCommand(string.Empty);
        using var index = layer.Geometry == LayerGeometry.None ? null : IndexCommand();
        var id = 0L;
        foreach (var row in rows)
        {
            Fill(insert, row, ++id);
            insert.ExecuteNonQuery();
            Index(index, id, row.Geometry, isNew: true);
        }
    }

    private List<string> Columns
    {
        get
        {
            var names = layer.Columns.Select(c => c.Name);
            return [.. layer.Geometry == LayerGeometry.None ? names : names.Prepend(GeoPackageTables.Geometry)];
        }
    }

    private long NextId() => 1 + (long)connection.Scalar(
        transaction,
        $"SELECT max(coalesce((SELECT max({GeoPackageTables.RowId}) FROM \"{layer.Name}\"), 0), "
        + "coalesce((SELECT seq FROM sqlite_sequence WHERE name = $t), 0));", ("$t", layer.Name))!;

    // $p0 is the row id, the columns follow. A row with a known key is left to the update: that one alone has to give
    // back a row id, which costs.
    private SqliteCommand InsertCommand(string onConflict) => Prepared(
        $"INSERT INTO \"{layer.Name}\" ({GeoPackageTables.RowId}, {string.Join(", ", Columns.Select(c => $"\"{c}\""))}) "
        + $"VALUES ($p0, {string.Join(", ", Columns.Select((_, i) => $"$p{i + 1}"))}){onConflict};",
        Columns.Count + 1);

    private SqliteCommand UpdateCommand() => Prepared(
        $"UPDATE \"{layer.Name}\" SET {string.Join(", ", Columns.Select((c, i) => $"\"{c}\" = $p{i + 1}"))} "
        + $"WHERE \"{layer.Key}\" = $p{1 + Columns.IndexOf(layer.Key)} RETURNING {GeoPackageTables.RowId};",
        Columns.Count + 1);

    private SqliteCommand Prepared(string sql, int parameters)
    {
        var command = connection.Command(transaction, sql);
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        command.Prepare();
        return command;
    }

    private SqliteCommand IndexCommand() =>
        Prepared($"INSERT OR REPLACE INTO {GeoPackageTables.RTree(layer.Name)} VALUES ($p0, $p1, $p2, $p3, $p4);", 5);

    private void Fill(SqliteCommand insert, LayerRow row, long id)
    {
        var at = 0;
        insert.Parameters[at++].Value = id;
        if (layer.Geometry != LayerGeometry.None)
        {
            insert.Parameters[at++].Value =
                row.Geometry is null ? DBNull.Value : _blob.Write(LayerReader.Stored(layer, row.Geometry));
        }

        foreach (var value in row.Values)
        {
            insert.Parameters[at++].Value = value ?? DBNull.Value;
        }
    }

    private static long Update(SqliteCommand update, SqliteCommand filled)
    {
        for (var i = 0; i < filled.Parameters.Count; i++)
        {
            update.Parameters[i].Value = filled.Parameters[i].Value;
        }

        return (long)update.ExecuteScalar()!;
    }

    private void Index(SqliteCommand? index, long id, Geometry? geometry, bool isNew)
    {
        if (index is null)
        {
            return;
        }

        if (geometry is null || geometry.IsEmpty)
        {
            if (!isNew)
            {
                connection.Run(transaction, $"DELETE FROM {GeoPackageTables.RTree(layer.Name)} WHERE id = $id;", ("$id", id));
            }

            return;
        }

        var e = geometry.EnvelopeInternal;
        index.Parameters[0].Value = id;
        index.Parameters[1].Value = e.MinX;
        index.Parameters[2].Value = e.MaxX;
        index.Parameters[3].Value = e.MinY;
        index.Parameters[4].Value = e.MaxY;
        index.ExecuteNonQuery();
    }
}
