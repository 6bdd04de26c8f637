using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Tests.Support;

/// <summary>Places for workspaces of either store, gone after the test.</summary>
public sealed class StorePlaces : IDisposable
{
    private static int last;
    private readonly List<string> schemas = [];

    public TempFolder Folder { get; } = new();

    /// <summary>A place of its own with nothing there.</summary>
    public string Free(StoreKind store)
    {
        if (store == StoreKind.GeoPackage)
        {
            return Folder.File($"w{Interlocked.Increment(ref last)}.gpkg");
        }

        schemas.Add($"t{Environment.ProcessId}_{Interlocked.Increment(ref last)}");
        return Postgis.Location(schemas[^1]);
    }

    /// <summary>A new workspace.</summary>
    public IWorkspace New(StoreKind store) => Workspaces.Create(Free(store));

    /// <summary>Another program's statement.</summary>
    /// <param name="location">Where the workspace is.</param>
    /// <param name="sql">The statement; <c>{0}</c> stands before names of tables.</param>
    public static object? Sql(string location, string sql)
    {
        if (Workspaces.IsDatabase(location))
        {
            return Postgis.Sql(sql.Replace("{0}", Schema(location) + ".", StringComparison.Ordinal));
        }

        using var connection = SqliteCalls.Connect(location, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
        return connection.Scalar(null, sql.Replace("{0}", string.Empty, StringComparison.Ordinal));
    }

    /// <summary>Copies of former versions of a workspace.</summary>
    public static List<string> Backups(string location)
    {
        if (!Workspaces.IsDatabase(location))
        {
            var name = Path.GetFileNameWithoutExtension(location);
            return [.. Directory.GetFiles(Path.GetDirectoryName(location)!, $"{name}.v*.gpkg")];
        }

        var names = (string?)Postgis.Sql(
            $"SELECT string_agg(nspname, ';') FROM pg_namespace WHERE nspname ~ '^{Schema(location)}_v[0-9]+_[0-9_]+$'");
        return [.. (names ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Postgis.Location)];
    }

    public void Dispose()
    {
        foreach (var schema in schemas)
        {
            Postgis.Sql($"""
                DO $$ DECLARE s text; BEGIN
                FOR s IN SELECT nspname FROM pg_namespace WHERE nspname = '{schema}' OR nspname LIKE '{schema}\_v%' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP; END $$;
                """);
        }

        Folder.Dispose();
    }

    private static string Schema(string location) => location[(location.LastIndexOf('=') + 1)..];
}
