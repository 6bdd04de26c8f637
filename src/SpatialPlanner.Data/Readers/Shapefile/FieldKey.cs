using CsvHelper;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>
/// The files that an export of this program puts beside a shapefile for what a .dbf cannot hold: whole names of the
/// fields (<c>.fields.csv</c>) and texts of more than 254 bytes (<c>.texts.csv</c>).
/// </summary>
internal sealed class FieldKey
{
    private const long MostBytes = 64 << 20;

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Id, string Column), string> _texts = [];

    /// <summary>True where there are long texts.</summary>
    public bool HasTexts => _texts.Count > 0;

    /// <summary>Reads what is beside a shapefile; files of other programs with these names change nothing.</summary>
    public static FieldKey Of(ShapefileParts parts)
    {
        var key = new FieldKey();
        foreach (var row in Rows(parts.Path(".fields.csv"), "field", "column"))
        {
            key._names[row[0]] = row[1];
        }

        foreach (var row in Rows(parts.Path(".texts.csv"), "id", "column", "text"))
        {
            key._texts[(row[0], row[1])] = row[2];
        }

        return key;
    }

    /// <summary>Whole name of a field.</summary>
    public string NameOf(string field) => _names.GetValueOrDefault(field, field);

    /// <summary>The whole text of a value that was cut.</summary>
    /// <param name="id">Value of the row's first field.</param>
    /// <param name="column">Whole name of the field.</param>
    /// <param name="cut">What stands in the .dbf.</param>
    public string Whole(string id, string column, string cut) =>
        _texts.TryGetValue((id, column), out var text) && text.StartsWith(cut, StringComparison.Ordinal) ? text : cut;

    private static IEnumerable<string[]> Rows(string? path, params string[] header)
    {
        if (path is null || new FileInfo(path).Length > MostBytes)
        {
            yield break;
        }

        using var text = new StreamReader(path);
        using var csv = CsvHelper.CsvReader.Create(text, new CsvReaderOptions { HasHeader = false });
        var isHeader = true;
        while (csv.Read())
        {
            if (isHeader && !(csv.FieldCount >= header.Length && header.Select((h, i) => csv.GetString(i) == h).All(same => same)))
            {
                yield break;
            }

            if (!isHeader && csv.FieldCount >= header.Length)
            {
                yield return [.. header.Select((_, i) => csv.GetString(i))];
            }

            isHeader = false;
        }
    }
}
