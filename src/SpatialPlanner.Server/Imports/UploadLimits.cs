using System.Globalization;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Imports;

/// <summary>How much an import may upload, and what is said of more.</summary>
internal static class UploadLimits
{
    /// <summary>Bytes that a file may have beside those that are there already.</summary>
    /// <param name="folder">Folder of the import.</param>
    /// <param name="path">The file; one of the same name is replaced.</param>
    /// <param name="limits">Largest and most that is taken.</param>
    /// <exception cref="ProblemException">There are too many files.</exception>
    public static long Room(DirectoryInfo folder, string path, SourceLimits limits)
    {
        var others = folder.EnumerateFiles().Where(f => f.FullName != path).ToList();
        return others.Count < limits.Entries
            ? Math.Min(limits.FileBytes, limits.UnpackedBytes - others.Sum(f => f.Length))
            : throw TooLarge(
                $"一次导入最多 {limits.Entries} 个文件；请分次导入", $"An import takes at most {limits.Entries} files; import them in parts");
    }

    /// <summary>Refuses a file that is too large.</summary>
    /// <exception cref="ProblemException">It is.</exception>
    public static void Check(long bytes, long most, SourceLimits limits)
    {
        if (bytes <= most)
        {
            return;
        }

        throw most == limits.FileBytes
            ? TooLarge(
                $"文件大于 {Megabytes(most)} MB；拆分文件，或提高 SPATIALPLANNER_MAX_FILE_MB",
                $"The file is larger than {Megabytes(most)} MB; split it, or raise SPATIALPLANNER_MAX_FILE_MB")
            : TooLarge(
                $"一次导入的文件合计大于 {Megabytes(limits.UnpackedBytes)} MB；分次导入，或提高 SPATIALPLANNER_MAX_UNPACKED_MB",
                $"The files of this import are larger than {Megabytes(limits.UnpackedBytes)} MB together; import them in parts, or raise SPATIALPLANNER_MAX_UNPACKED_MB");
    }

    /// <summary>Writes, or says that the disk has no room.</summary>
    public static async Task Write(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await file.WriteAsync(bytes, cancel);
        }
        catch (IOException)
        {
            throw new ProblemException(new(StatusCodes.Status507InsufficientStorage, new(
                "服务器的临时文件夹写不下；请清理磁盘后重试", "The server's folder for temporary files is full; free some space and try again")));
        }
    }

    private static ProblemException TooLarge(string zh, string en) =>
        new(new HttpProblem(StatusCodes.Status413PayloadTooLarge, new(zh, en)));

    private static string Megabytes(long bytes) => (bytes >> 20).ToString("N0", CultureInfo.InvariantCulture);
}
