using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Reads the rows of one layer.</summary>
internal static class LayerReader
{
    /// <summary>All rows by key, in the order of its UTF-8 bytes.</summary>
    public static string Select(SqliteConnection connection, SqliteTransaction? transaction, LayerSchema layer)
    {
        // SQLite takes a quoted name that is no column for a text, so what is missing must not be asked for.
        var present = LayerTables.Columns(connection, transaction, layer);
        var columns = layer.Columns.Select(c => present.Contains(c.Name) ? $"\"{c.Name}\"" : "NULL");
        columns = layer.Geometry == LayerGeometry.None ? columns : columns.Prepend(GeoPackageTables.Geometry);
        return present.Count == 0
            ? "SELECT NULL WHERE 0;"
            : $"SELECT {string.Join(", ", columns)} FROM \"{layer.Name}\" ORDER BY \"{layer.Key}\" COLLATE BINARY;";
    }

    public static LayerRow Row(SqliteDataReader reader, LayerSchema layer, GeometryBlob blob)
    {
        var first = layer.Geometry == LayerGeometry.None ? 0 : 1;
        var geometry = first == 0 || reader.IsDBNull(0) ? null : blob.Read(reader.GetFieldValue<byte[]>(0));
        var values = new object?[layer.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(reader, first + i, layer.Columns[i].Type);
        }

        return new LayerRow(Unwrapped(geometry), values);
    }

    public static object? Value(SqliteDataReader reader, int column, ColumnType type)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return type switch
        {
            ColumnType.Text => reader.GetString(column),
            ColumnType.Whole => reader.GetInt64(column),
            ColumnType.Real => reader.GetDouble(column),
            _ => reader.GetInt64(column) != 0,
        };
    }

    // The table holds multipolygons throughout; one part alone goes back to the polygon that it was.
    private static Geometry? Unwrapped(Geometry? geometry) =>
        geometry is MultiPolygon { NumGeometries: 1 } single ? single.GetGeometryN(0) : geometry;
}
