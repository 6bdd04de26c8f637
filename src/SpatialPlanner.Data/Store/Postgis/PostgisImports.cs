using Npgsql;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>The provenance table <c>imports</c>.</summary>
internal static class PostgisImports
{
    public static void Add(NpgsqlConnection connection, ImportRecord r) => connection.Run(
        """
        INSERT INTO imports (file, sha256, bytes, crs, layer, rows_read, rows_taken, rows_repaired, rows_rejected,
          imported_at, program_version, format, encoding, crs_reason, conversion)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
        """,
        r.Source.FileName, r.Source.Sha256, r.Source.Bytes, r.Crs, r.Layer, r.RowsRead, r.RowsTaken, r.RowsRepaired,
        r.RowsRejected, r.ImportedAt, r.ProgramVersion, r.Format, r.Encoding, r.CrsReason, r.Conversion);

    public static List<ImportRecord> Read(NpgsqlConnection connection, string schema)
    {
        var present = PostgisLayers.Columns(connection, schema, "imports");
        using var command = connection.Command(ImportRecord.Select(present));
        using var reader = command.ExecuteReader();
        return ImportRecord.ReadAll(reader);
    }
}
