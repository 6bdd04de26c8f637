using Microsoft.Data.Sqlite;

namespace SpatialPlanner.Data.Store;

/// <summary>The provenance table <c>imports</c>.</summary>
internal static class ImportTable
{
    public static void Add(SqliteConnection connection, SqliteTransaction transaction, ImportRecord r) =>
        connection.Run(
            transaction,
            """
            INSERT INTO imports (file, sha256, bytes, crs, layer, rows_read, rows_taken, rows_repaired, rows_rejected,
              imported_at, program_version, format, encoding, crs_reason, conversion)
            VALUES ($file, $sha256, $bytes, $crs, $layer, $read, $taken, $repaired, $rejected, $at, $version,
              $format, $encoding, $reason, $conversion);
            """,
            ("$file", r.Source.FileName), ("$sha256", r.Source.Sha256), ("$bytes", r.Source.Bytes), ("$crs", r.Crs),
            ("$layer", r.Layer), ("$read", r.RowsRead), ("$taken", r.RowsTaken), ("$repaired", r.RowsRepaired),
            ("$rejected", r.RowsRejected), ("$at", r.ImportedAt), ("$version", r.ProgramVersion),
            ("$format", r.Format), ("$encoding", r.Encoding), ("$reason", r.CrsReason), ("$conversion", r.Conversion));

    public static List<ImportRecord> Read(SqliteConnection connection)
    {
        var present = LayerTables.Columns(connection, null, "imports");
        using var command = connection.Command(null, ImportRecord.Select(present));
        using var reader = command.ExecuteReader();
        return ImportRecord.ReadAll(reader);
    }

    /// <summary>Makes the columns that are missing.</summary>
    public static void Complete(SqliteConnection connection, SqliteTransaction transaction)
    {
        var present = LayerTables.Columns(connection, transaction, "imports");
        foreach (var column in ImportRecord.Later.Where(c => !present.Contains(c)))
        {
            connection.Run(transaction, $"ALTER TABLE imports ADD COLUMN {column} TEXT NOT NULL DEFAULT '';");
        }
    }
}
