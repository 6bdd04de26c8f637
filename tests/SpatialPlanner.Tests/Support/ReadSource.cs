using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Tests.Support;

/// <summary>Opens a file and keeps what its table gives, as the file has it.</summary>
internal sealed class ReadSource : ISourceSink
{
    /// <summary>A row as it was read.</summary>
    public sealed record Row(string Place, Geometry? Geometry, IReadOnlyDictionary<string, object?> Values, string? Fault);

    public SourceFields Fields { get; } = new();

    public List<Row> Rows { get; } = [];

    public List<InputProblem> Told { get; } = [];

    public string Format { get; private init; } = string.Empty;

    public IReadOnlyList<string> Tables { get; private init; } = [];

    public SourceEncoding Encoding { get; private set; } = SourceEncoding.Utf8;

    public DeclaredCrs? Crs { get; private set; }

    /// <summary>Reads one table of a file.</summary>
    public static ReadSource Of(string path, string? table = null, SourceOptions? options = null, SourceFormat? format = null)
    {
        var file = Path.GetFileName(path);
        using var source = format?.Open(FileHead.Of(path), file, options ?? SourceOptions.Default, default)
            ?? SourceFile.Open(path, options ?? SourceOptions.Default, default);
        var read = new ReadSource
        {
            Format = source.Format,
            Tables = [.. source.Tables.Select(t => t.Name)],
        };
        var wanted = source.Table(file, table ?? source.Tables[0].Name);
        wanted.Read(read, default);
        (read.Encoding, read.Crs) = (wanted.Encoding, wanted.Crs);
        return read;
    }

    /// <summary>Why a file is refused.</summary>
    public static InputProblem Refusal(string path, SourceOptions? options = null, SourceFormat? format = null) =>
        Assert.Throws<InputException>(() => Of(path, null, options, format)).Problem;

    /// <summary>All values of a field.</summary>
    public IEnumerable<object?> Values(string field) => Rows.Select(r => r.Values.GetValueOrDefault(field));

    public bool Take(SourceRow row)
    {
        var values = Fields.Names.Select((n, i) => (n, i < row.Values.Length ? row.Values[i] : null)).ToDictionary();
        Rows.Add(new Row(row.Place, row.Geometry, values, row.Fault?.What.En));
        return true;
    }

    public void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy) =>
        Told.Add(new InputProblem(severity, "x", place, what, remedy));
}
