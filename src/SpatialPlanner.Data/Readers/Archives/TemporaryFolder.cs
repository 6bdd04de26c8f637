namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>
/// A folder for what is unpacked or converted; gone when disposed of. What a killed process left is removed by the next
/// that makes one: the folder of a living process holds a file that is locked.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "spatialplanner-", LockName = ".lock";
    private static readonly TimeSpan TimeToLock = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder;
    private readonly FileStream _lock;

    /// <summary>Makes a folder that only this user can read.</summary>
    /// <param name="under">Folder in which it is made; the system's for temporary files where null.</param>
    public TemporaryFolder(string? under = null)
    {
        under ??= System.IO.Path.GetTempPath();
        RemoveLeft(under);
        _folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(NewName(under))
            : Directory.CreateDirectory(NewName(under), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _lock = new FileStream(System.IO.Path.Combine(_folder.FullName, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Content = _folder.CreateSubdirectory("content").FullName;
    }

    /// <summary>Path of the folder to fill.</summary>
    public string Content { get; private set; }

    /// <summary>Paths of the files in it, in order.</summary>
    public IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Content, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Gives the folder to fill another name.</summary>
    public void Rename(string name)
    {
        var renamed = System.IO.Path.Combine(_folder.FullName, name);
        Directory.Move(Content, renamed);
        Content = renamed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        Remove(_folder.FullName);
    }

    private static string NewName(string under) => System.IO.Path.Combine(under, Prefix + System.IO.Path.GetRandomFileName());

    private static void RemoveLeft(string under)
    {
        foreach (var folder in Directory.EnumerateDirectories(under, Prefix + "*"))
        {
            if (IsLeft(folder))
            {
                Remove(folder);
            }
        }
    }

    private static bool IsLeft(string folder)
    {
        var mark = System.IO.Path.Combine(folder, LockName);
        if (!File.Exists(mark))
        {
            return Directory.Exists(System.IO.Path.Combine(folder, "content"))
                && Directory.GetLastWriteTimeUtc(folder) < TimeProvider.System.GetUtcNow().UtcDateTime - TimeToLock;
        }

        try
        {
            new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody looks into it; the next run tries again.
        }
    }
}
