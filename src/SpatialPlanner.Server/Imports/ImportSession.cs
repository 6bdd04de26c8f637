using System.Collections.Concurrent;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Imports;

/// <summary>Files that a user handed over, on their way into the workspace: uploaded, looked at, corrected, read, stored.</summary>
internal sealed class ImportSession : IDisposable
{
    // Files of these endings come with others of the same base name, which they read by themselves.
    private static readonly string[] Leading = [".shp", ".tab", ".mif"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("planner-import-");
    private readonly SemaphoreSlim _one = new(1);
    private readonly ConcurrentDictionary<string, Job> _jobs = new();
    private volatile bool _isOver;
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
    /// <param name="announced">How many bytes the sender says will come; null where he does not.</param>
    /// <param name="limits">Largest and most that is taken.</param>
    /// <param name="cancel">Cancels; nothing is left.</param>
    /// <returns>Number of bytes.</returns>
    /// <exception cref="ProblemException">The name, the size or the number of files cannot be taken.</exception>
    public async Task<long> Add(string name, Stream content, long? announced, SourceLimits limits, CancellationToken cancel)
    {
        var path = Path.Combine(_folder.FullName, PlainName(name));
        var part = path + PartSuffix;
        try
        {
            var most = UploadLimits.Room(_folder, path, limits);
            UploadLimits.Check(announced ?? 0, most, limits);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
                {
                    UploadLimits.Check(file.Length + read, most, limits);
                    await UploadLimits.Write(file, buffer.AsMemory(0, read), cancel);
                }
            }

            File.Move(part, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            throw Over();
        }
        finally
        {
            if (_folder.Exists)
            {
                File.Delete(part);
            }
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

        var leading = files.Where(f => Leading.Contains(Path.GetExtension(f).ToLowerInvariant())).ToList();
        var main = files.Count == 1 ? files[0]
            : leading.Count == 1 && files.All(f => f.StartsWith(Path.GetFileNameWithoutExtension(leading[0]) + ".", StringComparison.OrdinalIgnoreCase))
                ? leading[0]
                : throw HttpProblem.Invalid(
                    "files", "一次导入一个文件（shapefile 的各部分一起上传，文件名相同）",
                    "import one file at a time (a shapefile with all its parts, of one base name)");
        return Path.Combine(_folder.FullName, main);
    }

    /// <summary>Does one thing at a time with the session.</summary>
    /// <exception cref="ProblemException">The import is over.</exception>
    public T Use<T>(Func<T> action, CancellationToken cancel)
    {
        _one.Wait(cancel);
        try
        {
            return _isOver ? throw Over() : action();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The same in a job that ends when the import does.</summary>
    public T Use<T>(Job job, Func<T> action, CancellationToken cancel)
    {
        _jobs[job.Id] = job;
        try
        {
            return Use(action, cancel);
        }
        finally
        {
            _jobs.TryRemove(job.Id, out _);
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

    /// <summary>Stops what is under way, waits for it, and deletes the files.</summary>
    public void Dispose()
    {
        _isOver = true;
        foreach (var job in _jobs.Values)
        {
            job.Cancel();
        }

        _one.Wait();
        try
        {
            _read?.Dispose();
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system cleans its folder for temporary files itself.
        }
        finally
        {
            _one.Release();
        }
    }

    private static ProblemException Over() => HttpProblem.Missing("该导入已写入或取消", "This import was committed or cancelled");

    private static string PlainName(string name)
    {
        var plain = name.Split('/', '\\')[^1].Trim();
        return plain.Length is > 0 and <= 200 && plain[0] != '.' && plain.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? plain
            : throw HttpProblem.Invalid("name", $"文件名“{plain}”不可用", $"the file name \"{plain}\" cannot be used");
    }
}
