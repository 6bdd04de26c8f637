using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>An opened file and its tables.</summary>
/// <param name="format">Name of its format, as it is shown and logged.</param>
/// <param name="tables">Its tables, one or more.</param>
/// <param name="owned">What is to be closed or deleted with it.</param>
internal sealed class SourceFile(string format, IReadOnlyList<SourceTable> tables, IDisposable? owned = null) : IDisposable
{
    /// <summary>Name of its format.</summary>
    public string Format { get; } = format;

    /// <summary>Its tables.</summary>
    public IReadOnlyList<SourceTable> Tables { get; } = tables;

    /// <summary>The table that is read where none is named; null where one must be named or there is but one.</summary>
    public SourceTable? Main { get; init; }

    /// <summary>Paths of all files that make it up, in an order of their own: those beside a .shp, those in a folder.</summary>
    public IReadOnlyList<string> Files { get; set; } = [];

    /// <summary>Opens a file of any format of plain rows.</summary>
    /// <param name="path">Path of the file, or of the folder of a file geodatabase.</param>
    /// <param name="options">What the user says about it.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file is of no known format or cannot be used.</exception>
    public static SourceFile Open(string path, SourceOptions options, CancellationToken cancel)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var head = FileHead.Of(path);
        CheckLength(file, head.IsFolder ? 0 : new FileInfo(path).Length, options);
        var format = SourceFormats.All.FirstOrDefault(f => f.Recognises(head)) ?? throw Unknown(file);
        if (head.IsPacked)
        {
            WholeGzip.Require(path, file);
        }

        var opened = format.Open(head, file, options, cancel);
        try
        {
            opened.Files = opened.Files.Count == 0 ? [path] : opened.Files;
            CheckLength(file, opened.Files.Sum(f => new FileInfo(f).Length), options);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The table to read.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="name">Its name; null where there is only one.</param>
    /// <exception cref="InputException">There is no such table, or several to choose from.</exception>
    public SourceTable Table(string file, string? name)
    {
        if (name is null && (Main ?? (Tables.Count == 1 ? Tables[0] : null)) is { } only)
        {
            return only;
        }

        var names = string.Join(", ", Tables.Select(t => t.Name));
        return Tables.FirstOrDefault(t => t.Name == name)
            ?? Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw InputException.Fatal(
                file, null,
                name is null
                    ? new LocalText($"文件中有多个表：{names}", $"the file has several tables: {names}")
                    : new LocalText($"文件中没有表 {name}；有：{names}", $"the file has no table {name}; it has {names}"),
                new LocalText("用 --table 指定一个", "name one with --table"));
    }

    /// <inheritdoc/>
    public void Dispose() => owned?.Dispose();

    private static IEnumerable<string> Known => SourceFormats.All.Where(f => f.IsRead).Select(f => f.Name);

    private static void CheckLength(string file, long bytes, SourceOptions options)
    {
        if (bytes > options.Limits.FileBytes)
        {
            throw InputException.Fatal(
                file, null,
                new($"文件大于 {options.Limits.FileBytes >> 20} MB", $"the file is larger than {options.Limits.FileBytes >> 20} MB"),
                new("拆分文件，或提高 SPATIALPLANNER_MAX_FILE_MB", "split the file, or raise SPATIALPLANNER_MAX_FILE_MB"));
        }
    }

    private static InputException Unknown(string file) => InputException.Fatal(
        file, null,
        new LocalText(
            $"不是可识别的格式（OSM、{string.Join("、", Known)}）",
            $"not a format that is read here (OSM, {string.Join(", ", Known)})"),
        new LocalText("检查文件，或转换为 GeoJSON", "check the file, or convert it to GeoJSON"));
}
