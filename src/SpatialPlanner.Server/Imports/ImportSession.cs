using SpatialPlanner.Data.Import;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Imports;

/// <summary>Files that a user handed over, on their way into the workspace: uploaded, looked at, corrected, read, stored.</summary>
internal sealed class ImportSession : IDisposable
{
    private static readonly string[] Companions = [".dbf", ".shx", ".prj", ".cpg", ".qpj", ".sbn", ".sbx", ".xml", ".qix", ".csv"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planner-import-");
    private readonly SemaphoreSlim _one = new(1);
    private ReadFile? _read;

    /// <summary>Id in addresses; not to be guessed.</summary>
    public string Id { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

    /// <summary>When it was last used.</summary>
    public DateTimeOffset Used { get; set; }

    /// <summary>Names of its files.</summary>
    public IReadOnlyList<string> Files =>
        [.. _folder.EnumerateFiles().Where(f => !f.Name.EndsWith(PartSuffix, StringComparison.Ordinal)).Select(f => f.Name).Order(StringComparer.Ordinal)];

    private const string PartSuffix = ".part";

    /// <summary>Stores a file, as a whole or not at all.</summary>
    /// <param name="name">Its name; the path in front of it is cut off.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="most">Most bytes that are taken.</param>
    /// <param name="cancel">Cancels; nothing is left.</param>
    /// <returns>Number of bytes.</returns>
    /// <exception cref="ProblemException">The name or the size cannot be taken.</exception>
    public async Task<long> Add(string name, Stream content, long most, CancellationToken cancel)
    {
        var path = Path.Combine(_folder.FullName, PlainName(name));
        var part = path + PartSuffix;
        try
        {
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                    if (file.Length > most)
                    {
                        throw new ProblemException(new(StatusCodes.Status413PayloadTooLarge, new(
                            $"文件大于 {most >> 20} MB；拆分文件或提高 SPATIALPLANNER_MAX_FILE_MB",
                            $"The file is larger than {most >> 20} MB; split it, or raise SPATIALPLANNER_MAX_FILE_MB")));
                    }
                }
            }

            File.Move(part, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Path of the file that is opened: the one that is no companion of another.</summary>
    /// <exception cref="ProblemException">There is none, or there are several.</exception>
    public string Main()
    {
        var files = Files;
        if (files.Count == 0)
        {
            throw HttpProblem.Missing("还没有上传文件", "No file has been uploaded yet");
        }

        var shapes = files.Where(f => f.EndsWith(".shp", StringComparison.OrdinalIgnoreCase)).ToList();
        var main = files.Count == 1 ? files[0]
            : shapes.Count == 1 && files.All(f => f == shapes[0] || Companions.Contains(Path.GetExtension(f).ToLowerInvariant()))
                ? shapes[0]
                : throw HttpProblem.Invalid(
                    "files", "一次导入一个文件（shapefile 的各部分一起上传）", "import one file at a time (a shapefile with all its parts)");
        return Path.Combine(_folder.FullName, main);
    }

    /// <summary>Does one thing at a time with the session.</summary>
    public T Use<T>(Func<T> action, CancellationToken cancel)
    {
        _one.Wait(cancel);
        try
        {
            return action();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Keeps what was read in the place of what was read before.</summary>
    public void Keep(ReadFile read)
    {
        _read?.Dispose();
        _read = read;
    }

    /// <summary>What was read last.</summary>
    /// <exception cref="ProblemException">Nothing was.</exception>
    public ReadFile Read() => _read
        ?? throw new ProblemException(new(StatusCodes.Status409Conflict, new(
            "请先读取检查（check），再写入", "Read the file first (check), then commit")));

    /// <inheritdoc/>
    public void Dispose()
    {
        _read?.Dispose();
        _one.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system cleans its folder for temporary files itself.
        }
    }

    private static string PlainName(string name)
    {
        var plain = name.Split('/', '\\')[^1].Trim();
        return plain.Length is > 0 and <= 200 && plain[0] != '.' && plain.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? plain
            : throw HttpProblem.Invalid("name", $"文件名“{plain}”不可用", $"the file name \"{plain}\" cannot be used");
    }
}
