using System.IO.Compression;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Unpacks .zip files.</summary>
internal static class ZipFiles
{
    private const int UnixType = 0xF000, UnixLink = 0xA000;

    /// <summary>Unpacks an archive into a folder.</summary>
    public static void Unpack(string path, TemporaryFolder folder, string file, SourceOptions options, CancellationToken cancel)
    {
        using var archive = Open(path, file);
        var entries = archive.Entries.Where(e => e.Name.Length > 0 && !e.FullName.EndsWith('\\')).ToList();
        var names = EntryNames.Decoded([.. entries.Select(e => e.FullName)], file);
        var told = entries.Sum(e => Math.Min(e.Length, long.MaxValue / 1_000_000));
        var unpacking = new Unpacking(folder, file, options, cancel)
        {
            Told = told,
        };
        unpacking.CheckTold(entries.Count, told);
        foreach (var (entry, name) in entries.Zip(names))
        {
            CheckPlain(entry, name, file);
            using var content = Content(entry, name, file);
            unpacking.Add(name, content, entry.Crc32);
        }
    }

    private static ZipArchive Open(string path, string file)
    {
        try
        {
            var archive = new ZipArchive(
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), ZipArchiveMode.Read, false, new RawNames());
            try
            {
                _ = archive.Entries;
                return archive;
            }
            catch
            {
                archive.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw InputException.Fatal(
                file, null, new("zip 文件不完整或已损坏", "the zip file is cut off or damaged"),
                new("重新下载或重新压缩（分卷压缩请先合并）", "fetch it or pack it again (join the parts of a split archive first)"), e);
        }
    }

    private static void CheckPlain(ZipArchiveEntry entry, string name, string file)
    {
        if (entry.IsEncrypted)
        {
            throw InputException.Fatal(
                file, name, new("压缩包有密码", "the archive is protected by a password"),
                new("解压后重新打包，不要设密码", "unpack it and pack it again without a password"));
        }

        if (((entry.ExternalAttributes >> 16) & UnixType) == UnixLink)
        {
            throw Unpacking.Refusal(file, name, "压缩包中有符号链接，不解压", "the archive has a symbolic link, which is not unpacked");
        }
    }

    private static Stream Content(ZipArchiveEntry entry, string name, string file)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw InputException.Fatal(
                file, name, new("这个文件的压缩方法不受支持，或已损坏", "this file is packed by a method that is not read here, or damaged"),
                new("用普通 zip（deflate）重新压缩", "pack it again as a plain zip (deflate)"), e);
        }
    }
}
