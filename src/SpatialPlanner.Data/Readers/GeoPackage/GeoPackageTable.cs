using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>A table or view of a GeoPackage, read row by row.</summary>
/// <param name="connection">The opened file.</param>
/// <param name="file">File name for messages.</param>
/// <param name="entry">Which table.</param>
internal sealed class GeoPackageTable(SqliteConnection connection, string file, GeoPackageContents.Entry entry)
    : SourceTable(entry.Name)
{
    private readonly Lazy<long?> _rows = new(() => ReadOnlySqlite.Guard(file, () => Count(connection, entry.Name)));

    public override bool HasGeometry => entry.Geometry is not null;

    public override DeclaredCrs? Crs => entry.Crs;

    public override long? Rows => _rows.Value;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        var row = new SourceRow();
        ReadOnlySqlite.Guard(
            file, () =>
            {
                ReadRows(sink, row, cancel);
                return 0;
            },
            () => row.Number == 0 ? $"table {Name}" : $"table {Name}, after row {row.Number}");
    }

    private void ReadRows(ISourceSink sink, SourceRow row, CancellationToken cancel)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is quoted; it is the file's own.
        command.CommandText = $"SELECT * FROM {GeoPackageContents.Quoted(Name)};";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var geometry = entry.Geometry is null ? -1 : Column(reader, entry.Geometry);
        if (entry.Geometry is not null && geometry < 0)
        {
            throw InputException.Fatal(
                file, $"table {Name}", new($"表中没有几何列 {entry.Geometry}", $"the table has no column {entry.Geometry} for its geometry"),
                new("在 GIS 软件中重新导出", "export it again from a GIS program"));
        }

        var columns = Enumerable.Range(0, reader.FieldCount).Where(c => c != geometry && reader.GetName(c) != OgrConversion.RowId).ToArray();
        var names = sink.Fields.AddColumns(columns.Select(reader.GetName));
        var fields = columns.Zip(names, (c, n) => (Column: c, Field: sink.Fields.Of(n), IsFlag: IsFlag(reader, c))).ToArray();
        for (var more = true; more && reader.Read();)
        {
            cancel.ThrowIfCancellationRequested();
            row.Begin(sink.Fields.Count);
            row.Place = FormattableString.Invariant($"row {row.Number}");
            foreach (var (column, field, isFlag) in fields)
            {
                row.Values[field] = sink.Fields.IsWanted(field) ? Value(reader, column, isFlag) : null;
            }

            TakeGeometry(reader, geometry, row);
            more = sink.Take(row);
        }
    }

    private static void TakeGeometry(SqliteDataReader reader, int column, SourceRow row)
    {
        if (column < 0 || reader.IsDBNull(column))
        {
            return;
        }

        try
        {
            row.Geometry = reader.GetValue(column) is byte[] blob ? GeoPackageBlob.Parse(blob) : GeoPackageBlob.Parse([]);
        }
        catch (RowFault e)
        {
            row.Fault = (e.What, e.Remedy);
        }
    }

    // Pictures and other blobs are no values of a layer.
    private static object? Value(SqliteDataReader reader, int column, bool isFlag) => reader.GetValue(column) switch
    {
        long whole when isFlag && whole is 0 or 1 => whole == 1,
        string or long or double => reader.GetValue(column),
        _ => null,
    };

    private static bool IsFlag(SqliteDataReader reader, int column) =>
        string.Equals(reader.GetDataTypeName(column), "BOOLEAN", StringComparison.OrdinalIgnoreCase);

    private static int Column(SqliteDataReader reader, string name)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (string.Equals(reader.GetName(i), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static long? Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is quoted; it is the file's own.
        command.CommandText = $"SELECT count(*) FROM {GeoPackageContents.Quoted(table)};";
#pragma warning restore CA2100
        return command.ExecuteScalar() as long?;
    }
}
