using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Data.Import;

/// <summary>Recognises plain-row formats by their first bytes, and unpacks gzip.</summary>
internal static class FileFormat
{
    private const int HeadBytes = 4096;

    public const string GeoJson = "GeoJSON", Csv = "CSV", OpenStreetMap = "OpenStreetMap";

    /// <summary>Opens the file; what is packed by gzip comes out unpacked.</summary>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return packed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The format, or null where the bytes are none of those that this program reads.</summary>
    public static string? Recognise(string path)
    {
        using var stream = Open(path);
        var head = new byte[HeadBytes];
        var bytes = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        bytes = Utf16Of(bytes) is { } utf16 ? Encoding.UTF8.GetBytes(utf16.GetString(bytes)) : bytes;
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = bytes.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is (byte)'{' or (byte)'[')
        {
            return text.IsEmpty ? null : GeoJson;
        }

        return text[0] == '<' || text.Contains((byte)0) || !HasDelimiter(text)
            ? (HasExtension(path, ".geojson", ".json") ? GeoJson : null)
            : Csv;
    }

    /// <summary>Name of the encoding that a byte order mark of UTF-16 tells, or null.</summary>
    public static string? Utf16(string path)
    {
        using var stream = Open(path);
        var head = new byte[2];
        return Utf16Of(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)))?.WebName;
    }

    private static Encoding? Utf16Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool HasDelimiter(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).IndexOfAny(",;\t"u8) >= 0;
    }

    private static bool HasExtension(string path, params string[] extensions) =>
        extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
