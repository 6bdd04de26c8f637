using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// Workspaces of earlier versions: a layer or a column that came later is missing in them. What is missing reads as no
/// rows or null, and is made when the workspace is next opened to be written to.
/// </summary>
internal static class LayerTables
{
    /// <summary>Names of the columns that a layer's table has; none where there is no table.</summary>
    public static HashSet<string> Columns(SqliteConnection connection, SqliteTransaction? transaction, LayerSchema layer) =>
        Columns(connection, transaction, layer.Name);

    /// <summary>Names of the columns of any table.</summary>
    public static HashSet<string> Columns(SqliteConnection connection, SqliteTransaction? transaction, string table)
    {
        using var command = connection.Command(
            transaction, "SELECT name FROM pragma_table_info($table);", ("$table", table));
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>Makes the table, or the columns of it, that are missing.</summary>
    public static void Complete(SqliteConnection connection, SqliteTransaction transaction, LayerSchema layer, DateTimeOffset now)
    {
        var present = Columns(connection, transaction, layer);
        if (present.Count == 0)
        {
            new GeoPackageCreator(connection, transaction, now).CreateLayer(layer);
            return;
        }

        foreach (var column in StoreVersion.Missing(layer, present))
        {
            connection.Run(
                transaction,
                $"ALTER TABLE \"{layer.Name}\" ADD COLUMN \"{column.Name}\" {GeoPackageTables.SqlType(column.Type)};");
        }
    }
}
