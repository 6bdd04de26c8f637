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
        var ids = StoredIds(out var next);
        using var insert = InsertCommand();
        using var index = layer.Geometry == LayerGeometry.None ? null : IndexCommand();
        var done = 0L;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            var key = row.Values[0] as string
                ?? throw new ArgumentException($"A row of {layer.Name} has no key: a reader must give one.", nameof(rows));
            if (!ids.TryGetValue(key, out var id))
            {
                ids.Add(key, id = next++);
            }

            Insert(insert, id, row);
            Index(index, id, row.Geometry);
            if (++done % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"storing {layer.Name}", done, total));
            }
        }
    }

    /// <summary>Adds the rows behind those of an empty table, whatever their keys.</summary>
    public void Append(IEnumerable<LayerRow> rows)
    {
        using var insert = InsertCommand();
        using var index = layer.Geometry == LayerGeometry.None ? null : IndexCommand();
        var id = 0L;
        foreach (var row in rows)
        {
            Insert(insert, ++id, row);
            Index(index, id, row.Geometry);
        }
    }

    private Dictionary<string, long> StoredIds(out long next)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        next = 1 + (long)connection.Scalar(
            transaction,
            $"SELECT max(coalesce((SELECT max({GeoPackageTables.RowId}) FROM \"{layer.Name}\"), 0), "
            + "coalesce((SELECT seq FROM sqlite_sequence WHERE name = $t), 0));", ("$t", layer.Name))!;
        using var command = connection.Command(
            transaction, $"SELECT {GeoPackageTables.RowId}, \"{layer.Key}\" FROM \"{layer.Name}\";");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            ids[reader.GetString(1)] = reader.GetInt64(0);
        }

        return ids;
    }

    private SqliteCommand InsertCommand()
    {
        var names = layer.Columns.Select(c => c.Name);
        names = layer.Geometry == LayerGeometry.None
            ? [GeoPackageTables.RowId, .. names]
            : [GeoPackageTables.RowId, GeoPackageTables.Geometry, .. names];
        var columns = names.ToList();
        var command = connection.Command(
            transaction,
            $"INSERT OR REPLACE INTO \"{layer.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))});");
        for (var i = 0; i < columns.Count; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        command.Prepare();
        return command;
    }

    private SqliteCommand IndexCommand()
    {
        var command = connection.Command(
            transaction, $"INSERT OR REPLACE INTO {GeoPackageTables.RTree(layer.Name)} VALUES ($p0, $p1, $p2, $p3, $p4);");
        for (var i = 0; i < 5; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }

        command.Prepare();
        return command;
    }

    private void Insert(SqliteCommand insert, long id, LayerRow row)
    {
        var at = 0;
        insert.Parameters[at++].Value = id;
        if (layer.Geometry != LayerGeometry.None)
        {
            insert.Parameters[at++].Value = row.Geometry is null ? DBNull.Value : _blob.Write(Stored(row.Geometry));
        }

        foreach (var value in row.Values)
        {
            insert.Parameters[at++].Value = value ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    private static void Index(SqliteCommand? index, long id, Geometry? geometry)
    {
        if (index is null || geometry is null || geometry.IsEmpty)
        {
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

    // The column says MULTIPOLYGON; a table that mixes the two types makes GDAL and QGIS complain.
    private Geometry Stored(Geometry geometry) =>
        layer.Geometry == LayerGeometry.Polygon && geometry is Polygon polygon
            ? polygon.Factory.CreateMultiPolygon([polygon])
            : geometry;
}
