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
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = bytes.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is (byte)'{' or (byte)'[')
        {
            return text.IsEmpty ? null : GeoJson;
        }

        return text[0] == '<' || text.Contains((byte)0) && !IsUtf16(bytes) || !HasDelimiter(text)
            ? (HasExtension(path, ".geojson", ".json") ? GeoJson : null)
            : Csv;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static bool HasDelimiter(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).IndexOfAny(",;\t"u8) >= 0;
    }

    private static bool HasExtension(string path, params string[] extensions) =>
        extensions.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
