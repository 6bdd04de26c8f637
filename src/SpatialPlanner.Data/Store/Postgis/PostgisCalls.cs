using Npgsql;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>One-line calls of PostgreSQL.</summary>
internal static class PostgisCalls
{
    /// <summary>Opens a connection that finds the tables of the schema and the functions of PostGIS.</summary>
    public static NpgsqlConnection Connect(PostgresAddress address, bool readOnly)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            connection.Open();
            var postgis = (string?)connection.Scalar(
                "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis';");
            connection.Run(
                $"SET search_path = {Quoted(address.Schema)}, {Quoted(postgis ?? "public")}; "
                + $"SET default_transaction_read_only = {(readOnly ? "on" : "off")};");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static int Run(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar() is var value && value is DBNull ? null : value;
    }

    /// <summary>A command with the values of <c>$1</c>, <c>$2</c>, …</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is built from constants and the layer table; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }
}
