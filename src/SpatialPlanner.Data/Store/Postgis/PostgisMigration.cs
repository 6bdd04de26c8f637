using Npgsql;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using static SpatialPlanner.Data.Store.Postgis.PostgisCalls;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>
/// Brings a former workspace up to date. The copy, a schema with all tables, and the changes are one transaction: a
/// process that is killed leaves neither.
/// </summary>
internal static class PostgisMigration
{
    /// <summary>What leads from one version to the next. Entries are only added.</summary>
    private static readonly (long To, Action<NpgsqlConnection> Apply)[] Steps =
    [
        (2, CompleteImports),
    ];

    /// <summary>Migrates where need be.</summary>
    /// <returns>What the user should know; null where the workspace is of this version.</returns>
    public static LocalText? Apply(NpgsqlConnection connection, PostgresAddress address, TimeSpan wait, DateTimeOffset now)
    {
        if (!IsFormer(connection, address))
        {
            return null;
        }

        using var transaction = connection.BeginTransaction();
        WriterLock.Take(connection, address, wait, null, CancellationToken.None);
        PostgisWorkspace.BeginStoring(connection, wait);
        if (!IsFormer(connection, address))
        {
            // Another process migrated while this one waited.
            return null;
        }

        var version = Version(connection);
        var backup = $"{address.Schema}_{StoreVersion.Suffix(version, now)}";
        Copy(connection, address.Schema, backup);
        foreach (var (_, apply) in Steps.Where(s => s.To > version))
        {
            apply(connection);
        }

        foreach (var layer in WorkspaceLayers.All)
        {
            Complete(connection, address.Schema, layer);
        }

        connection.Run(
            "UPDATE workspace_info SET schema_version = $1, revision = revision + 1;", (int)StoreVersion.Known);
        PostgisWorkspace.End(connection, transaction, address);
        return StoreVersion.Told(address.Shown, version, $"schema={backup}");
    }

    private static bool IsFormer(NpgsqlConnection connection, PostgresAddress address) => StoreVersion.IsFormer(
        Version(connection), layer => PostgisLayers.Columns(connection, address.Schema, layer.Name));

    private static long Version(NpgsqlConnection connection) =>
        (int)connection.Scalar("SELECT schema_version FROM workspace_info;")!;

    // A workspace like any other: it can be opened, exported, and renamed to take the place of the former.
    private static void Copy(NpgsqlConnection connection, string schema, string backup)
    {
        var (from, to) = (Quoted(schema), Quoted(backup));
        connection.Run($"CREATE SCHEMA {to}; {PostgisTables.EditFunction(to)}");
        foreach (var table in Tables(connection, schema))
        {
            var name = Quoted(table);
            // Editors wait; what they have stored is in the copy.
            connection.Run(
                $"LOCK TABLE {from}.{name} IN SHARE ROW EXCLUSIVE MODE; CREATE TABLE {to}.{name} (LIKE {from}.{name} INCLUDING ALL); "
                + $"INSERT INTO {to}.{name} SELECT * FROM {from}.{name};");
            foreach (var column in new[] { "fid", "id" })
            {
                connection.Run(
                    "SELECT setval(s, (SELECT last_value FROM pg_sequences WHERE schemaname = $1 AND sequencename = $2)) "
                    + "FROM pg_get_serial_sequence($3, $4) AS s WHERE s IS NOT NULL AND EXISTS (SELECT 1 FROM pg_sequences "
                    + "WHERE schemaname = $1 AND sequencename = $2 AND last_value IS NOT NULL);",
                    schema, $"{table}_{column}_seq", $"{to}.{name}", column);
            }

            if (WorkspaceLayers.Find(table) is not null)
            {
                connection.Run(PostgisTables.Trigger(to, table));
            }
        }
    }

    private static List<string> Tables(NpgsqlConnection connection, string schema)
    {
        using var command = connection.Command(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = $1 ORDER BY tablename;", schema);
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static void CompleteImports(NpgsqlConnection connection)
    {
        foreach (var column in ImportRecord.Later)
        {
            connection.Run($"ALTER TABLE imports ADD COLUMN IF NOT EXISTS {column} text NOT NULL DEFAULT '';");
        }
    }

    private static void Complete(NpgsqlConnection connection, string schema, LayerSchema layer)
    {
        var present = PostgisLayers.Columns(connection, schema, layer.Name);
        if (present.Count == 0)
        {
            connection.Run(PostgisTables.CreateLayer(Quoted(schema), layer));
            return;
        }

        foreach (var column in StoreVersion.Missing(layer, present))
        {
            connection.Run($"ALTER TABLE {Quoted(layer.Name)} ADD COLUMN {Quoted(column.Name)} {PostgisTables.SqlType(column.Type)};");
        }
    }
}
