using System.Text;
using Npgsql;
using NpgsqlTypes;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Store.Postgis.PostgisCalls;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>
/// Writes many rows of one layer: they are copied into a table of the session and merged from there by their key, so
/// neither side holds them in memory.
/// </summary>
internal sealed class PostgisLayerWriter(NpgsqlConnection connection, string shown, LayerSchema layer)
{
    private const int RowsBetweenReports = 4096, KeysAtATime = 10_000;

    private readonly PostgisGeometry _geometry = new();
    private readonly string _table = Quoted(layer.Name);

    private string[] Columns =>
    [
        .. layer.Geometry == LayerGeometry.None ? [] : (string[])[PostgisTables.Geometry], .. layer.Columns.Select(c => c.Name),
    ];

    /// <summary>Removes every row. Not TRUNCATE: that shuts readers out and empties the table under those who read.</summary>
    public void Empty(CancellationToken cancel) => Run($"DELETE FROM {_table};", cancel);

    /// <summary>Removes rows by their key; keys that are not there do no harm.</summary>
    public void Remove(IEnumerable<string> keys, CancellationToken cancel)
    {
        foreach (var some in keys.Chunk(KeysAtATime))
        {
            Run($"DELETE FROM {_table} WHERE {Quoted(layer.Key)} = ANY($1);", cancel, (object)some);
        }
    }

    /// <summary>Adds the rows; a row with the key of a stored one takes its place.</summary>
    public void Put(IReadOnlyCollection<LayerRow> rows, IProgress<Progress>? progress, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = string.Join(", ", Columns.Select(Quoted));
        Run(
            $"CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS SELECT 0::bigint AS n, {columns} FROM {_table} WITH NO DATA;",
            cancel);
        Copy(rows, columns, progress, cancel);
        var changes = string.Join(", ", Columns.Select(c => $"{Quoted(c)} = EXCLUDED.{Quoted(c)}"));
        var key = Quoted(layer.Key);
        Run(
            $"INSERT INTO {_table} ({columns}) SELECT {columns} FROM "
            + $"(SELECT DISTINCT ON ({key}) * FROM pg_temp.incoming ORDER BY {key}, n DESC) AS last "
            + $"ON CONFLICT ({key}) DO UPDATE SET {changes}; DROP TABLE pg_temp.incoming;",
            cancel);
    }

    private void Copy(
        IReadOnlyCollection<LayerRow> rows, string columns, IProgress<Progress>? progress, CancellationToken cancel)
    {
        using var copy = connection.BeginBinaryImport($"COPY pg_temp.incoming (n, {columns}) FROM STDIN (FORMAT BINARY)");
        copy.Timeout = TimeSpan.Zero;
        var done = 0L;
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            var key = row.Values[0] as string
                ?? throw new ArgumentException($"A row of {layer.Name} has no key: a reader must give one.", nameof(rows));
            copy.StartRow();
            copy.Write(done, NpgsqlDbType.Bigint);
            if (layer.Geometry != LayerGeometry.None)
            {
                WriteGeometry(copy, row);
            }

            for (var i = 0; i < layer.Columns.Count; i++)
            {
                WriteValue(copy, row.Values[i], layer.Columns[i], key);
            }

            if (++done % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"storing {layer.Name}", done, rows.Count));
            }
        }

        copy.Complete();
    }

    private void WriteGeometry(NpgsqlBinaryImporter copy, LayerRow row)
    {
        if (row.Geometry is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(_geometry.Write(LayerReader.Stored(layer, row.Geometry)), NpgsqlDbType.Bytea);
        }
    }

    private void WriteValue(NpgsqlBinaryImporter copy, object? value, LayerColumn column, string key)
    {
        switch (value)
        {
            case null:
                copy.WriteNull();
                break;
            case string text:
                copy.Write(Storable(text, column, key), NpgsqlDbType.Text);
                break;
            case long whole when column.Type == ColumnType.Real:
                copy.Write((double)whole, NpgsqlDbType.Double);
                break;
            case long whole:
                copy.Write(whole, NpgsqlDbType.Bigint);
                break;
            case double real:
                copy.Write(real, NpgsqlDbType.Double);
                break;
            case bool flag:
                copy.Write(flag, NpgsqlDbType.Boolean);
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    // A GeoPackage takes any text. What is no Unicode becomes the replacement character there, and here as well.
    private string Storable(string text, LayerColumn column, string key)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw StoreErrors.Fatal(
                shown, $"图层 {layer.Name} 的 {key} 在 {column.Name} 中有空字符（U+0000），PostgreSQL 不能保存",
                $"{key} of layer {layer.Name} has the character U+0000 in {column.Name}, which PostgreSQL cannot store",
                "在源文件中删除该字符", "remove it from the source file");
        }

        return text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
    }

    // The asynchronous call is the one that a token can stop while the server works.
    private void Run(string sql, CancellationToken cancel, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        command.ExecuteNonQueryAsync(cancel).GetAwaiter().GetResult();
    }
}
