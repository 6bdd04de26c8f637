using Microsoft.Data.Sqlite;

namespace SpatialPlanner.Data.Store;

/// <summary>One-line calls of SQLite.</summary>
internal static class SqliteCalls
{
    /// <summary>How long another program that is using the file is waited for.</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(10);

    public static SqliteConnection Connect(string path, SqliteOpenMode mode, TimeSpan? wait = null)
    {
        // Without pooling the file is released when the workspace is disposed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling((wait ?? DefaultWait).TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Run(
        this SqliteConnection connection, SqliteTransaction? transaction, string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        command.ExecuteNonQuery();
    }

    public static object? Scalar(
        this SqliteConnection connection, SqliteTransaction? transaction, string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(connection, transaction, sql, parameters);
        return command.ExecuteScalar() is var value && value is DBNull ? null : value;
    }

    public static SqliteCommand Command(
        this SqliteConnection connection, SqliteTransaction? transaction, string sql,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is built from constants and the layer table; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
