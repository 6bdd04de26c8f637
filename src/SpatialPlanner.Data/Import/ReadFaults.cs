using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import;

/// <summary>Sentences for faults of files and disks that a reader did not put in words of its own.</summary>
internal static class ReadFaults
{
    /// <summary>Runs a reading.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="read">Reads.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static T Worded<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw InputException.Fatal(
                file, null, new LocalText("压缩数据已损坏或不完整", "the packed data is damaged or cut off"),
                new LocalText("重新下载或重新压缩该文件", "fetch the file or pack it again"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Fatal(
                file, null, new LocalText($"无法读取：{e.Message}", $"cannot be read: {e.Message}"),
                new LocalText("检查文件是否完整以及权限", "check that the file is complete and its permissions"), e);
        }
    }
}
