using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Readers.Tables;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>How a table of text is written, judged by its first rows.</summary>
/// <param name="Delimiter">Mark between fields; <see cref="None"/> where there is one field a line.</param>
/// <param name="DecimalComma">True where numbers are written 12,5.</param>
/// <param name="Srid">Code of the coordinate system that geometries carry (EWKT, EWKB); null where they carry none.</param>
internal sealed partial record CsvDialect(char Delimiter, bool DecimalComma, int? Srid)
{
    /// <summary>A mark that no text contains.</summary>
    public const char None = '\u001F';

    private const int MostJudged = 1000;
    private const int SampleRows = 200;
    private const double MostlyShare = 0.8;

    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>Judges by a sample of the text.</summary>
    /// <param name="sample">The first characters; the last line may be cut off.</param>
    public static CsvDialect Of(string sample)
    {
        var delimiter = Named(sample) ?? Candidates.Append(None)
            .Select(c => (Delimiter: c, Score: Score(Rows(sample, c))))
            .OrderByDescending(c => c.Score).First().Delimiter;
        var rows = Rows(sample, delimiter);
        return new CsvDialect(delimiter, delimiter != ',' && HasDecimalComma(rows), rows.SelectMany(r => r).Select(EwktSrid.Of).FirstOrDefault(s => s is not null));
    }

    // Excel writes it into tables for other countries.
    private static char? Named(string sample) =>
        sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 5 && sample[5] is '\r' or '\n' ? sample[4] : null;

    // Rows that agree on their number of fields, times a little for more of them. A mark that the header lacks is
    // no delimiter: the rows of a column of "108.94,34.26" all agree on two.
    private static double Score(List<string[]> rows)
    {
        if (rows.Count == 0 || TableHeader.Find([.. rows.Take(TableHeader.Lookahead)]) is not { } header)
        {
            return 0;
        }

        var width = header.Names.Count(n => n.Length > 0);
        var below = rows.Skip(header.First + header.Rows).ToList();
        var fitting = below.Count(r => r.Length >= width && r.Skip(header.Names.Length).All(string.IsNullOrEmpty));
        var known = header.Names.Take(MostJudged).Count(KnownNames.Contains);
        return width < 2 || Array.TrueForAll(header.Names, n => n.Length > 0 && double.TryParse(n, CultureInfo.InvariantCulture, out _))
            ? width < 2 ? 0.01 : 0
            : ((fitting + 1.0) / (below.Count + 1)) + (0.05 * Math.Min(width, 10)) + (0.3 * Math.Min(known, 5));
    }

    private static List<string[]> Rows(string sample, char delimiter)
    {
        var rows = new List<string[]>();
        try
        {
            using var text = new StringReader(sample);
            using var csv = CsvHelper.CsvReader.Create(text, Options(delimiter), leaveOpen: true);
            while (rows.Count < SampleRows && csv.Read())
            {
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
            }
        }
        catch (CsvFormatException)
        {
            // A fault beyond the sample's first rows is told when it is reached.
        }

        if (rows.Count is > 1 and < SampleRows && !sample.EndsWith('\n'))
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    /// <summary>How the library is to read such a text.</summary>
    /// <param name="delimiter">Mark between fields.</param>
    /// <param name="onMalformed">Told of quotes in wrong places.</param>
    public static CsvReaderOptions Options(char delimiter, Action<CsvMalformedRecord>? onMalformed = null) => new()
    {
        OnMalformedRecord = onMalformed,
        HasHeader = false,
        TrackLineNumbers = true,
        Separator = delimiter,
        MaxRecordSize = CsvTable.LargestRecordBytes,
    };

    private static bool HasDecimalComma(List<string[]> rows)
    {
        for (var column = 0; column < (rows.Count == 0 ? 0 : Math.Min(MostJudged, rows.Max(r => r.Length))); column++)
        {
            var values = rows.Where(r => column < r.Length && r[column].Any(char.IsAsciiDigit)).Select(r => r[column].Trim()).ToList();
            var commas = values.Where(v => Comma().IsMatch(v)).ToList();
            if (commas.Count > 0 && commas.Count >= MostlyShare * values.Count && !commas.TrueForAll(v => Thousands().IsMatch(v)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("^-?[0-9]+,[0-9]+$")]
    private static partial Regex Comma();

    [GeneratedRegex("^-?[0-9]{1,3}(?:,[0-9]{3})+$")]
    private static partial Regex Thousands();
}
