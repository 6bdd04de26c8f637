using Npgsql;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Store.Postgis.PostgisCalls;

namespace SpatialPlanner.Data.Store.Postgis;

/// <content>Making and opening the schema.</content>
public sealed partial class PostgisWorkspace
{
    /// <summary>True where the schema holds anything. False also where no server answers.</summary>
    internal static bool Exists(PostgresAddress address) => PostgisErrors.Guard(address.Shown, () =>
    {
        using var connection = Connect(address, readOnly: true);
        return Holds(connection, address.Schema);
    });

    /// <summary>Opens the workspace of a schema.</summary>
    internal static PostgisWorkspace Open(PostgresAddress address, bool readOnly, TimeProvider? clock, TimeSpan? wait) =>
        PostgisErrors.Guard(address.Shown, () =>
        {
            var connection = Connect(address, readOnly);
            try
            {
                CheckOurs(connection, address);
                return new PostgisWorkspace(address, connection, readOnly, false, clock, wait)
                {
                    Migrated = readOnly
                        ? null
                        : PostgisMigration.Apply(
                            connection, address, wait ?? DefaultWait, (clock ?? TimeProvider.System).GetUtcNow()),
                };
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });

    /// <summary>
    /// Makes a workspace with content, or puts a new one in the place of an old one, in one transaction: others see it
    /// whole, at the end, or not at all.
    /// </summary>
    internal static void Build(
        PostgresAddress address, Action<IWorkspace> fill, TimeProvider? clock, bool overwrite, TimeSpan? wait) =>
        PostgisErrors.Guard(address.Shown, () =>
        {
            if (address.Schema.Length > PostgresAddress.LongestNewSchema)
            {
                throw PostgisErrors.LongSchema(address.Shown, PostgresAddress.LongestNewSchema);
            }

            using var connection = Connect(address, readOnly: false);
            using var transaction = connection.BeginTransaction();
            WriterLock.Take(connection, address, wait ?? DefaultWait, null, CancellationToken.None);
            BeginStoring(connection, wait ?? DefaultWait);
            var former = MakeRoom(connection, address, overwrite);
            CreateTables(connection, address);
            // Not disposed here: the connection is this method's.
            var workspace = new PostgisWorkspace(address, connection, false, true, clock, wait);
            fill(workspace);
            if (former is not null)
            {
                connection.Run($"DROP SCHEMA {Quoted(former)} CASCADE;");
            }

            End(connection, transaction, address);
        });

    /// <summary>A text that changes with the workspace; null where it cannot be asked now.</summary>
    internal static string? Stamp(PostgresAddress address)
    {
        try
        {
            using var connection = Connect(address, readOnly: true);
            return Holds(connection, address.Schema)
                ? (string?)connection.Scalar(
                    "SELECT concat_ws(' ', $1::regnamespace::oid, revision, (SELECT count(*) FROM layer_edits)) FROM workspace_info;",
                    Quoted(address.Schema))
                : "none";
        }
        catch (Exception e) when (PostgisErrors.IsOfStore(e))
        {
            return null;
        }
    }

    // The former schema steps aside under another name, which nobody sees before the commit.
    private static string? MakeRoom(NpgsqlConnection connection, PostgresAddress address, bool overwrite)
    {
        if (!Holds(connection, address.Schema))
        {
            return null;
        }

        if (!overwrite)
        {
            throw PostgisErrors.AlreadyThere(address.Shown);
        }

        CheckOurs(connection, address);
        var former = $"{address.Schema}_former";
        connection.Run($"ALTER SCHEMA {Quoted(address.Schema)} RENAME TO {Quoted(former)};");
        return former;
    }

    private static void CreateTables(NpgsqlConnection connection, PostgresAddress address)
    {
        var schema = Quoted(address.Schema);
        if (connection.Scalar("SELECT 1 FROM pg_extension WHERE extname = 'postgis';") is null)
        {
            CreateExtension(connection, address);
        }

        // One that is there and empty was made for us by somebody with the right to do so.
        connection.Run($"CREATE SCHEMA IF NOT EXISTS {schema};");
        connection.Run(PostgisTables.Workspace(schema) + PostgisTables.EditFunction(schema));
        foreach (var layer in WorkspaceLayers.All)
        {
            connection.Run(PostgisTables.CreateLayer(schema, layer));
        }

        connection.Run(
            "INSERT INTO workspace_info VALUES (1, $1, $2, $2, false, $3, 0);",
            (int)StoreVersion.Known, address.Schema, ProgramInfo.Version);
    }

    private static void CreateExtension(NpgsqlConnection connection, PostgresAddress address)
    {
        try
        {
            connection.Run("CREATE EXTENSION postgis SCHEMA public;");
        }
        catch (PostgresException e)
        {
            throw StoreErrors.Fatal(
                address.Shown, $"数据库没有 PostGIS 扩展，也无法建立：{e.MessageText}",
                $"the database has no PostGIS and it cannot be added: {e.MessageText}",
                "安装 PostGIS，并由管理员执行 CREATE EXTENSION postgis",
                "install PostGIS and have an administrator run CREATE EXTENSION postgis", e);
        }
    }

    private static bool Holds(NpgsqlConnection connection, string schema) => connection.Scalar(
        "SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1);",
        schema) is true;

    private static void CheckOurs(NpgsqlConnection connection, PostgresAddress address)
    {
        if (!Holds(connection, address.Schema))
        {
            throw PostgisErrors.NoWorkspace(address.Shown);
        }

        if (!PostgisLayers.Columns(connection, address.Schema, "workspace_info").Contains("schema_version")
            || connection.Scalar("SELECT schema_version FROM workspace_info;") is not int version)
        {
            throw PostgisErrors.NotOurs(address.Shown);
        }

        if (version > StoreVersion.Known)
        {
            throw StoreErrors.Newer(address.Shown, version, StoreVersion.Known);
        }
    }
}
