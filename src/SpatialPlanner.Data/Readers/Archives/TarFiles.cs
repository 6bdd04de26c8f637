using System.Formats.Tar;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Unpacks .tar files, plain or packed by gzip.</summary>
internal static class TarFiles
{
    private const int MarkAt = 257;

    /// <summary>True where the first bytes are those of a tar file.</summary>
    public static bool IsTar(ReadOnlySpan<byte> head) => head.Length > MarkAt + 5 && head[MarkAt..].StartsWith("ustar"u8);

    /// <summary>Unpacks an archive into a folder.</summary>
    public static void Unpack(string path, TemporaryFolder folder, string file, SourceOptions options, CancellationToken cancel)
    {
        using var stream = FileHead.Open(path);
        using var tar = new TarReader(stream);
        var unpacking = new Unpacking(folder, file, options, cancel);
        while (Next(tar, file) is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                throw Unpacking.Refusal(file, entry.Name, "压缩包中有链接，不解压", "the archive has a link, which is not unpacked");
            }

            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
                unpacking.Add(name, entry.DataStream ?? Stream.Null, null);
            }
        }
    }

    private static TarEntry? Next(TarReader tar, string file)
    {
        try
        {
            return tar.GetNextEntry();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw InputException.Fatal(
                file, null, new("tar 文件不完整或已损坏", "the tar file is cut off or damaged"),
                new("重新下载或重新打包", "fetch it or pack it again"), e);
        }
    }
}
