using System.Data.Common;

namespace SpatialPlanner.Data.Store;

/// <content>Reading the table <c>imports</c> of any store.</content>
public sealed partial record ImportRecord
{
    /// <summary>Columns that came later: in a former workspace they are missing and read as empty.</summary>
    internal static IReadOnlyList<string> Later { get; } = ["format", "encoding", "crs_reason", "conversion"];

    /// <summary>All records, oldest first, of a table that has the columns.</summary>
    internal static string Select(IReadOnlySet<string> present)
    {
        var later = string.Join(", ", Later.Select(c => present.Contains(c) ? c : $"'' AS {c}"));
        return "SELECT file, sha256, bytes, crs, layer, rows_read, rows_taken, rows_repaired, rows_rejected, "
            + $"imported_at, program_version, {later} FROM imports ORDER BY fid;";
    }

    /// <summary>The records of <see cref="Select"/>.</summary>
    internal static List<ImportRecord> ReadAll(DbDataReader reader)
    {
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
}
