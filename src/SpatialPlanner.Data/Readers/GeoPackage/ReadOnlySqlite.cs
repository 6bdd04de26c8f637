using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>Opens other people's SQLite files without changing them or their folder, and says in sentences why it cannot.</summary>
internal static class ReadOnlySqlite
{
    private const int Busy = 5, Locked = 6, CannotOpen = 14, ReadOnly = 8, Permission = 3, VersionByte = 18;
    private const byte WriteAheadLog = 2;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">File name for messages.</param>
    /// <exception cref="InputException">It cannot be opened.</exception>
    public static SqliteConnection Open(string path, string file) => Guard(file, () =>
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Source(path),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 5,
        }.ToString());
        try
        {
            connection.Open();
            using var first = connection.CreateCommand();
            first.CommandText = "SELECT count(*) FROM sqlite_master;";
            first.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    });

    /// <summary>Runs an action, with what SQLite says made a sentence.</summary>
    public static T Guard<T>(string file, Func<T> action, Func<string?>? place = null)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            var (what, remedy) = Words(e);
            throw InputException.Fatal(file, place?.Invoke(), what, remedy, e);
        }
    }

    private static (LocalText What, LocalText Remedy) Words(SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => (
            new("另一个程序正在使用这个文件", "another program is using the file"),
            new("关闭 QGIS 等程序中的编辑后重试，或复制一份再导入", "end the editing in QGIS or other programs and try again, or import a copy")),
        CannotOpen or ReadOnly or Permission => (
            new("打不开：文件没有正常关闭，而所在文件夹不可写，或没有读取权限",
                "it cannot be opened: it was not closed properly and its folder cannot be written to, or it may not be read"),
            new("复制到可写的文件夹再导入", "copy it to a folder where you may write and import the copy")),
        _ => (
            new($"文件已损坏或不是 GeoPackage（{e.Message}）", $"the file is damaged or no GeoPackage ({e.Message})"),
            new("重新复制或导出", "copy or export it again")),
    };

    // A file left in write-ahead mode wants two more files beside it even to be read. Where nobody has it open there are
    // none, and the file can be taken for one that does not change.
    private static string Source(string path)
    {
        var full = Path.GetFullPath(path);
        var unused = UsesLog(full) && (!File.Exists(full + "-wal") || new FileInfo(full + "-wal").Length == 0);
        return unused ? $"file:{Uri.EscapeDataString(full).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1" : full;
    }

    private static bool UsesLog(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var head = new byte[VersionByte + 2];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[VersionByte + 1] == WriteAheadLog;
    }
}
