using System.Data.Common;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Row count, content hash and extent of one layer.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Fingerprint">SHA-256 over the rows in key order, lower-case hex.</param>
/// <param name="Extent">Envelope of the geometries; null where there is none.</param>
internal sealed record LayerState(long Rows, string Fingerprint, Envelope? Extent)
{
    /// <summary>The state as stored by the last commit; null where another program edited the layer since.</summary>
    public static LayerState? Load(SqliteConnection connection, LayerSchema layer)
    {
        using var command = connection.Command(
            null, "SELECT row_count, fingerprint, min_x, max_x, min_y, max_y FROM layer_state WHERE layer = $layer;",
            ("$layer", layer.Name));
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        var extent = reader.IsDBNull(2)
            ? null
            : new Envelope(reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5));
        return new LayerState(reader.GetInt64(0), reader.GetString(1), extent);
    }

    /// <summary>Reads the whole layer once.</summary>
    public static LayerState Compute(
        SqliteConnection connection, SqliteTransaction? transaction, LayerSchema layer, CancellationToken cancel)
    {
        var blob = new GeometryBlob();
        using var command = connection.Command(transaction, LayerReader.Select(connection, transaction, layer));
        using var reader = command.ExecuteReader();
        return Of(reader, layer, bytes => bytes, blob, cancel);
    }

    /// <summary>The state of the rows of any store, given in key order.</summary>
    /// <param name="reader">The geometry, if any, then the columns.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="encode">Makes of the store's bytes those that a GeoPackage holds, which are hashed.</param>
    /// <param name="blob">Reads the extent of them.</param>
    /// <param name="cancel">Cancels.</param>
    public static LayerState Of(
        DbDataReader reader, LayerSchema layer, Func<byte[], byte[]> encode, GeometryBlob blob, CancellationToken cancel)
    {
        using var hash = new RowHash();
        var (extent, rows) = (new Envelope(), 0L);
        var first = layer.Geometry == LayerGeometry.None ? 0 : 1;
        while (reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            rows++;
            if (first == 1 && !reader.IsDBNull(0))
            {
                var bytes = encode(reader.GetFieldValue<byte[]>(0));
                blob.Expand(extent, bytes);
                hash.Add(bytes);
            }

            for (var i = 0; i < layer.Columns.Count; i++)
            {
                hash.Add(LayerReader.Value(reader, first + i, layer.Columns[i].Type));
            }

            hash.EndRow();
        }

        return new LayerState(rows, hash.Finish(), extent.IsNull ? null : extent);
    }

    /// <summary>Stores the state, and the extent and time of change in the metadata that GIS programs read.</summary>
    public void Save(SqliteConnection connection, SqliteTransaction transaction, LayerSchema layer, string now)
    {
        SaveExtent(connection, transaction, layer, now);
        connection.Run(
            transaction,
            """
            INSERT INTO layer_state (layer, row_count, fingerprint, min_x, min_y, max_x, max_y)
            VALUES ($layer, $rows, $fingerprint, $minX, $minY, $maxX, $maxY)
            ON CONFLICT (layer) DO UPDATE SET row_count = $rows, fingerprint = $fingerprint,
              min_x = $minX, min_y = $minY, max_x = $maxX, max_y = $maxY;
            """,
            ("$layer", layer.Name), ("$rows", Rows), ("$fingerprint", Fingerprint),
            ("$minX", Extent?.MinX), ("$maxX", Extent?.MaxX), ("$minY", Extent?.MinY), ("$maxY", Extent?.MaxY));
    }

    /// <summary>Stores the extent and time of change in the metadata that GIS programs read.</summary>
    public void SaveExtent(SqliteConnection connection, SqliteTransaction transaction, LayerSchema layer, string now) =>
        connection.Run(
            transaction,
            """
            UPDATE gpkg_contents SET last_change = $now, min_x = $minX, min_y = $minY, max_x = $maxX, max_y = $maxY
            WHERE table_name = $layer;
            """,
            ("$layer", layer.Name), ("$now", now),
            ("$minX", Extent?.MinX), ("$maxX", Extent?.MaxX), ("$minY", Extent?.MinY), ("$maxY", Extent?.MaxY));
}
