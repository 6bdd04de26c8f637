using Npgsql;
using SpatialPlanner.Data.Store.Postgis;

namespace SpatialPlanner.Tests.Support;

/// <summary>The database of the tests, which <c>tools/with-postgis</c> starts and names.</summary>
internal static class Postgis
{
    private const string Variable = "SPATIALPLANNER_TEST_POSTGRES";
    private static readonly string? Address = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Why tests of PostGIS are skipped; null where they are not.</summary>
    public static string? Missing => string.IsNullOrEmpty(Address) ? "needs PostGIS: run tools/with-postgis dotnet test" : null;

    /// <summary>Address of a workspace.</summary>
    public static string Location(string schema) => $"{Address}&schema={schema}";

    /// <summary>Another program: a connection that knows nothing of workspaces.</summary>
    public static NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(Address!).ConnectionString) { ApplicationName = "another program" }
                .ConnectionString);
        connection.Open();
        return connection;
    }

    public static object? Sql(string sql)
    {
        using var connection = Connect();
        return connection.Scalar(sql);
    }
}
