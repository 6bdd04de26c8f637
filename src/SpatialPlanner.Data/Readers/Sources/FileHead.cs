using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>The first bytes of a file, by which its format is recognised; what gzip packed is unpacked.</summary>
internal sealed class FileHead
{
    private const int HeadBytes = 4096;

    private readonly byte[] _bytes;

    private FileHead(string path, byte[] bytes, bool packed) => (Path, _bytes, IsPacked) = (path, bytes, packed);

    /// <summary>True for a folder, which has no bytes.</summary>
    public bool IsFolder { get; private init; }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>True where the file is packed by gzip.</summary>
    public bool IsPacked { get; }

    /// <summary>The bytes, at most 4 KiB.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The text from its first mark on, in UTF-8 where the file is UTF-16, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Text
    {
        get
        {
            var text = TextEncodings.ByMark(_bytes) is { Name: not "utf-8" } utf16
                ? Encoding.UTF8.GetBytes(Encoding.GetEncoding(utf16.Name).GetString(_bytes))
                : _bytes.AsSpan();
            return (text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text).TrimStart(" \t\r\n\u001E"u8);
        }
    }

    /// <summary>Reads the head of a file.</summary>
    public static FileHead Of(string path)
    {
        if (Directory.Exists(path))
        {
            return new FileHead(System.IO.Path.TrimEndingDirectorySeparator(path), [], false)
            {
                IsFolder = true,
            };
        }

        using var stream = Open(path);
        var head = new byte[HeadBytes];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return new FileHead(path, head[..read], stream is GZipStream);
    }

    /// <summary>Opens a file; what is packed by gzip comes out unpacked.</summary>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>True where the name of the file, without <c>.gz</c>, ends in one of these.</summary>
    /// <param name="extensions">With the dot.</param>
    public bool HasExtension(params ReadOnlySpan<string> extensions)
    {
        var name = Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path[..^3] : Path;
        foreach (var extension in extensions)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
