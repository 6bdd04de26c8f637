using System.Globalization;
using CsvHelper;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>A row of a <see cref="NamedTable"/>; one object for all rows.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="names">Names of the columns asked for.</param>
internal sealed class NamedRow(string file, string[] names)
{
    // What long holds with six decimals; no cost of a plan is larger.
    private const decimal Most = 9e12m;
    private const decimal Finest = 1_000_000m;
    private readonly string[] _values = new string[names.Length];

    /// <summary>Line of the file.</summary>
    public long Line { get; private set; }

    /// <summary>Takes the values of a line.</summary>
    public void Fill(CsvReader csv, int[] places, int width)
    {
        Line = csv.LineNumber;
        if (csv.FieldCount != width)
        {
            throw Fault(
                new($"有 {csv.FieldCount} 个字段，表头有 {width} 个", $"{csv.FieldCount} fields, and the header has {width}"),
                new("检查这一行的分隔符", "look at the delimiters of this line"));
        }

        for (var i = 0; i < places.Length; i++)
        {
            _values[i] = places[i] < 0 ? string.Empty : csv.GetString(places[i]).Trim();
        }
    }

    /// <summary>An id, never empty.</summary>
    public string Id(int column) => _values[column] is { Length: > 0 } id ? id : throw Fault(
        new($"{names[column]} 是空的", $"{names[column]} is empty"), new("补上编号或删去这一行", "give the id or delete the line"));

    /// <summary>A text, which may be empty.</summary>
    public string Text(int column) => _values[column];

    /// <summary>A number of 0 or more in millionths; null where the field is empty.</summary>
    public long? Millionths(int column)
    {
        var text = _values[column];
        if (text.Length == 0)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw Fault(
                new($"{names[column]} 的值“{text}”不是有限的数字", $"{names[column]} is '{text}', which is no finite number"),
                new("写成 12.5 这样的数字；到不了的一对不写", "write numbers as 12.5; leave out pairs that cannot be reached"));
        }

        if (number < 0 || number > Most)
        {
            throw Fault(
                number < 0 ? new($"{names[column]} 为负数：{text}", $"{names[column]} is negative: {text}")
                    : new($"{names[column]} 过大：{text}", $"{names[column]} is too large: {text}"),
                new("应在 0 与 9e12 之间", "it must be between 0 and 9e12"));
        }

        return (long)Math.Round(number * Finest, MidpointRounding.ToEven);
    }

    /// <summary>A number of 0 or more in millionths, never empty.</summary>
    public long NeededMillionths(int column) => Millionths(column) ?? throw Fault(
        new($"{names[column]} 是空的", $"{names[column]} is empty"), new("补上数字或删去这一行", "give the number or delete the line"));

    /// <summary>A fault of this line.</summary>
    public InputException Fault(LocalText what, LocalText remedy) => InputException.Fatal(file, NamedTable.Line(Line), what, remedy);
}
