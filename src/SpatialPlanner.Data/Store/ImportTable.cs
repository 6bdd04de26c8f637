using Microsoft.Data.Sqlite;

namespace SpatialPlanner.Data.Store;

/// <summary>The provenance table <c>imports</c>.</summary>
internal static class ImportTable
{
    /// <summary>Columns that came later: in a former workspace they are missing and read as empty.</summary>
    private static readonly string[] Later = ["format", "encoding", "crs_reason", "conversion"];

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
        var later = string.Join(", ", Later.Select(c => present.Contains(c) ? c : "''"));
        using var command = connection.Command(
            null,
            $"""
            SELECT file, sha256, bytes, crs, layer, rows_read, rows_taken, rows_repaired, rows_rejected, imported_at,
              program_version, {later} FROM imports ORDER BY fid;
            """);
        using var reader = command.ExecuteReader();
        var records = new List<ImportRecord>();
        while (reader.Read())
        {
            records.Add(new ImportRecord(
                new ImportSource(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)), reader.GetString(3),
                reader.GetString(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8),
                reader.GetString(9), reader.GetString(10))
            {
                Format = reader.GetString(11),
                Encoding = reader.GetString(12),
                CrsReason = reader.GetString(13),
                Conversion = reader.GetString(14),
            });
        }

        return records;
    }

    /// <summary>Makes the columns that are missing.</summary>
    public static void Complete(SqliteConnection connection, SqliteTransaction transaction)
    {
        var present = LayerTables.Columns(connection, transaction, "imports");
        foreach (var column in Later.Where(c => !present.Contains(c)))
        {
            connection.Run(transaction, $"ALTER TABLE imports ADD COLUMN {column} TEXT NOT NULL DEFAULT '';");
        }
    }
}
