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
              imported_at, program_version)
            VALUES ($file, $sha256, $bytes, $crs, $layer, $read, $taken, $repaired, $rejected, $at, $version);
            """,
            ("$file", r.Source.FileName), ("$sha256", r.Source.Sha256), ("$bytes", r.Source.Bytes), ("$crs", r.Crs),
            ("$layer", r.Layer), ("$read", r.RowsRead), ("$taken", r.RowsTaken), ("$repaired", r.RowsRepaired),
            ("$rejected", r.RowsRejected), ("$at", r.ImportedAt), ("$version", r.ProgramVersion));

    public static List<ImportRecord> Read(SqliteConnection connection)
    {
        using var command = connection.Command(
            null,
            """
            SELECT file, sha256, bytes, crs, layer, rows_read, rows_taken, rows_repaired, rows_rejected, imported_at,
              program_version FROM imports ORDER BY fid;
            """);
        using var reader = command.ExecuteReader();
        var records = new List<ImportRecord>();
        while (reader.Read())
        {
            records.Add(new ImportRecord(
                new ImportSource(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)), reader.GetString(3),
                reader.GetString(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7), reader.GetInt64(8),
                reader.GetString(9), reader.GetString(10)));
        }

        return records;
    }
}
