using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Writes the files of an archive into a temporary folder, within the limits and never outside it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="file">File name of the archive, for messages.</param>
/// <param name="options">The limits.</param>
/// <param name="cancel">Cancels.</param>
internal sealed class Unpacking(TemporaryFolder folder, string file, SourceOptions options, CancellationToken cancel)
{
    private static readonly LocalText UnpackByHand = new("用解压软件解开后导入其中的数据文件", "unpack it with another program and import the data files in it");

    private readonly byte[] _buffer = new byte[1 << 16];
    private long _bytes;
    private int _files;

    /// <summary>Bytes that the archive says it holds, for a bar of progress; 0 where it does not.</summary>
    public long Told { get; init; }

    /// <summary>Unpacks a file that gzip packed.</summary>
    public static TemporaryFolder Gzip(string path, string file, SourceOptions options, CancellationToken cancel)
    {
        var folder = new TemporaryFolder(options.TemporaryFolder);
        try
        {
            using var stream = FileHead.Open(path);
            var name = Path.GetFileName(path);
            new Unpacking(folder, file, options, cancel).Add(
                name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, stream, null);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Refuses an archive that says it holds too much, before anything is unpacked.</summary>
    public void CheckTold(long files, long bytes)
    {
        if (files > options.Limits.Entries)
        {
            throw TooMany();
        }

        if (bytes > options.Limits.UnpackedBytes)
        {
            throw TooLarge();
        }
    }

    /// <summary>Writes one file.</summary>
    /// <param name="name">Its name in the archive, with folders.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="crc">Its check sum, or null where the archive has none.</param>
    /// <exception cref="InputException">Its name leads out of the archive, a limit is passed, or the bytes are damaged.</exception>
    public void Add(string name, Stream content, uint? crc)
    {
        if (EntryNames.IsOfNoUse(name))
        {
            return;
        }

        if (++_files > options.Limits.Entries)
        {
            throw TooMany();
        }

        var path = Path.Combine([folder.Content, .. EntryNames.Safe(name, file)]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw InputException.Fatal(file, name, new("压缩包中有同名文件", "the archive has two files of this name"), UnpackByHand);
        }

        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        Copy(name, content, target, crc);
    }

    /// <summary>The refusal of an entry.</summary>
    public static InputException Refusal(string file, string name, string zh, string en) =>
        InputException.Fatal(file, name, new(zh, en), UnpackByHand);

    private void Copy(string name, Stream content, FileStream target, uint? crc)
    {
        var sum = 0u;
        try
        {
            for (int read; (read = content.Read(_buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                _bytes += read;
                if (_bytes > options.Limits.UnpackedBytes)
                {
                    throw TooLarge();
                }

                target.Write(_buffer, 0, read);
                sum = crc is null ? 0 : Crc32.Add(sum, _buffer.AsSpan(0, read));
                options.Progress?.Report(new Progress($"unpacking {file}", _bytes, Told > 0 ? Told : null));
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(name, e);
        }

        if (crc is { } told && told != sum)
        {
            throw Damaged(name, null);
        }
    }

    private InputException Damaged(string name, Exception? e) => InputException.Fatal(
        file, name, new("压缩包中的这个文件已损坏", "this file in the archive is damaged"),
        new("重新下载或重新压缩", "fetch the archive or pack it again"), e);

    private InputException TooMany() => InputException.Fatal(
        file, null, new($"压缩包中的文件多于 {options.Limits.Entries} 个", $"the archive has more than {options.Limits.Entries} files"),
        new("只打包需要的数据，或提高 SPATIALPLANNER_MAX_ARCHIVE_FILES", "pack only the data, or raise SPATIALPLANNER_MAX_ARCHIVE_FILES"));

    private InputException TooLarge() => InputException.Fatal(
        file, null,
        new($"解压后大于 {options.Limits.UnpackedBytes >> 20} MB", $"it unpacks to more than {options.Limits.UnpackedBytes >> 20} MB"),
        new("拆分数据，或提高 SPATIALPLANNER_MAX_UNPACKED_MB", "split the data, or raise SPATIALPLANNER_MAX_UNPACKED_MB"));
}
