using Npgsql;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Store.Postgis.PostgisCalls;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>Reads the rows and the state of one layer.</summary>
internal static class PostgisLayers
{
    /// <summary>Names of the columns that a table has; none where there is no table.</summary>
    public static HashSet<string> Columns(NpgsqlConnection connection, string schema, string table)
    {
        using var command = connection.Command(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped;",
            $"{Quoted(schema)}.{Quoted(table)}");
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>All rows, or those of a condition, by key, in the order of its UTF-8 bytes; what a former workspace lacks is null.</summary>
    public static string Select(NpgsqlConnection connection, string schema, LayerSchema layer, string where = "true")
    {
        var present = Columns(connection, schema, layer.Name);
        if (present.Count == 0)
        {
            return "SELECT NULL WHERE false;";
        }

        var columns = layer.Columns.Select(c =>
            present.Contains(c.Name) ? Quoted(c.Name) : $"NULL::{PostgisTables.SqlType(c.Type)}");
        columns = layer.Geometry == LayerGeometry.None ? columns : columns.Prepend($"ST_AsBinary({PostgisTables.Geometry}, 'NDR')");
        return $"SELECT {string.Join(", ", columns)} FROM {Quoted(schema)}.{Quoted(layer.Name)} WHERE {where} ORDER BY {Quoted(layer.Key)} COLLATE \"C\";";
    }

    /// <summary>The state as stored by the last commit; null where another program edited the layer since.</summary>
    public static LayerState? State(NpgsqlConnection connection, LayerSchema layer)
    {
        using var command = connection.Command(
            "SELECT row_count, fingerprint, min_x, max_x, min_y, max_y FROM layer_state s WHERE layer = $1 "
            + "AND NOT EXISTS (SELECT 1 FROM layer_edits e WHERE e.layer = s.layer);", layer.Name);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return null;
        }

        return new LayerState(
            reader.GetInt64(0), reader.GetString(1),
            reader.IsDBNull(2)
                ? null
                : new(reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5)));
    }

    /// <summary>Reads the whole layer once.</summary>
    public static LayerState Compute(NpgsqlConnection connection, string schema, LayerSchema layer, CancellationToken cancel)
    {
        using var command = connection.Command(Select(connection, schema, layer));
        using var reader = command.ExecuteReader();
        using var stop = cancel.Register(command.Cancel);
        return LayerState.Of(reader, layer, new PostgisGeometry().Blob, new GeometryBlob(), cancel);
    }

    /// <summary>Stores the state; the table must be locked, so that no edit comes between.</summary>
    public static void Save(NpgsqlConnection connection, LayerSchema layer, LayerState state)
    {
        connection.Run(
            """
            INSERT INTO layer_state (layer, row_count, fingerprint, min_x, max_x, min_y, max_y) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (layer) DO UPDATE SET row_count = EXCLUDED.row_count, fingerprint = EXCLUDED.fingerprint,
              min_x = EXCLUDED.min_x, max_x = EXCLUDED.max_x, min_y = EXCLUDED.min_y, max_y = EXCLUDED.max_y;
            """,
            layer.Name, state.Rows, state.Fingerprint, Bound(state.Extent?.MinX), Bound(state.Extent?.MaxX),
            Bound(state.Extent?.MinY), Bound(state.Extent?.MaxY));
        connection.Run("DELETE FROM layer_edits WHERE layer = $1;", layer.Name);
    }

    // A null that is not typed would be taken for a text.
    private static NpgsqlParameter Bound(double? value) =>
        new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Double, Value = value is { } v ? v : DBNull.Value };
}
