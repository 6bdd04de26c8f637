using System.Data.Common;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Reads the rows of one layer.</summary>
internal static class LayerReader
{
    /// <summary>All rows, or those of a condition, by key, in the order of its UTF-8 bytes.</summary>
    public static string Select(
        SqliteConnection connection, SqliteTransaction? transaction, LayerSchema layer, string where = "true")
    {
        // SQLite takes a quoted name that is no column for a text, so what is missing must not be asked for.
        var present = LayerTables.Columns(connection, transaction, layer);
        var columns = layer.Columns.Select(c => present.Contains(c.Name) ? $"\"{c.Name}\"" : "NULL");
        columns = layer.Geometry == LayerGeometry.None ? columns : columns.Prepend(GeoPackageTables.Geometry);
        return present.Count == 0
            ? "SELECT NULL WHERE 0;"
            : $"SELECT {string.Join(", ", columns)} FROM \"{layer.Name}\" WHERE {where} ORDER BY \"{layer.Key}\" COLLATE BINARY;";
    }

    /// <summary>The row that a reader of any store stands on: the geometry, if any, then the columns.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="decode">Makes a geometry of the store's bytes.</param>
    /// <param name="location">Where the workspace is, for messages.</param>
    /// <exception cref="Problems.InputException">Another program left a value there that the layer cannot hold.</exception>
    public static LayerRow Row(DbDataReader reader, LayerSchema layer, Func<byte[], Geometry> decode, string location)
    {
        try
        {
            return Row(reader, layer, decode);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or NetTopologySuite.IO.ParseException)
        {
            throw StoreErrors.Fatal(
                location, $"图层 {layer.Name} 中有无法读取的行：{e.Message}",
                $"a row of layer {layer.Name} cannot be read: {e.Message}",
                "检查其他程序对该图层的修改", "check what another program changed in this layer", e);
        }
    }

    private static LayerRow Row(DbDataReader reader, LayerSchema layer, Func<byte[], Geometry> decode)
    {
        var first = layer.Geometry == LayerGeometry.None ? 0 : 1;
        var geometry = first == 0 || reader.IsDBNull(0) ? null : decode(reader.GetFieldValue<byte[]>(0));
        var values = new object?[layer.Columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(reader, first + i, layer.Columns[i].Type);
        }

        return new LayerRow(Unwrapped(geometry), values);
    }

    public static object? Value(DbDataReader reader, int column, ColumnType type)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return type switch
        {
            ColumnType.Text => reader.GetString(column),
            ColumnType.Whole => reader.GetInt64(column),
            // SQLite keeps no negative zero; elsewhere it is no other number either.
            ColumnType.Real => reader.GetDouble(column) + 0.0,
            _ => reader.GetBoolean(column),
        };
    }

    /// <summary>
    /// The geometry as a table holds it: one that mixes polygons and multipolygons makes GDAL and QGIS complain. An empty
    /// polygon is no part, as PostGIS has it.
    /// </summary>
    public static Geometry Stored(LayerSchema layer, Geometry geometry) =>
        layer.Geometry == LayerGeometry.Polygon && geometry is Polygon polygon
            ? polygon.Factory.CreateMultiPolygon(polygon.IsEmpty ? [] : [polygon])
            : geometry;

    // The table holds multipolygons throughout; one part alone goes back to the polygon that it was.
    private static Geometry? Unwrapped(Geometry? geometry) =>
        geometry is MultiPolygon { NumGeometries: 1 } single ? single.GetGeometryN(0) : geometry;
}
