using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>What a file is, by its first bytes.</summary>
internal enum OsmFormat
{
    /// <summary>No OpenStreetMap file.</summary>
    None,

    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>Protocol buffers.</summary>
    Pbf,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>XML packed by gzip.</summary>
    XmlGz,

    /// <summary>Packed by bzip2.</summary>
    Bz2,
}

/// <summary>Tells formats apart by content: people rename files.</summary>
internal static class OsmFormats
{
    private const int SniffedBytes = 4096;

    /// <summary>True where the name alone says OpenStreetMap.</summary>
    public static bool IsOsmName(string path)
    {
        string[] endings = [".osm", ".osm.gz", ".osm.bz2", ".osm.xml", ".pbf"];
        return endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The format of a file.</summary>
    public static OsmFormat Sniff(string path)
    {
        using var stream = File.OpenRead(path);
        var head = ReadHead(stream);
        return head switch
        {
            [] => OsmFormat.Empty,
            [0x1F, 0x8B, ..] => SniffGzip(stream),
            [(byte)'B', (byte)'Z', (byte)'h', ..] => OsmFormat.Bz2,
            _ when IsPbf(head) => OsmFormat.Pbf,
            _ when IsOsmXml(head) => OsmFormat.Xml,
            _ => OsmFormat.None,
        };
    }

    private static byte[] ReadHead(Stream stream)
    {
        var head = new byte[SniffedBytes];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static OsmFormat SniffGzip(FileStream stream)
    {
        stream.Position = 0;
        try
        {
            using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
            var head = ReadHead(unpacked);
            return head.Length == 0 ? OsmFormat.Empty : IsOsmXml(head) ? OsmFormat.XmlGz : OsmFormat.None;
        }
        catch (InvalidDataException)
        {
            return OsmFormat.None;
        }
    }

    // A header of at most 64 KiB (two zero bytes), then field 1 of it, a text that begins with "OSM".
    private static bool IsPbf(byte[] head) => head is [0, 0, _, _, 0x0A, _, (byte)'O', (byte)'S', (byte)'M', ..];

    private static bool IsOsmXml(byte[] head)
    {
        var encoding = head is [0xFF, 0xFE, ..] ? Encoding.Unicode
            : head is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
        var text = encoding.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('<') && text.Contains("<osm", StringComparison.Ordinal)
            && !text.Contains("<osmChange", StringComparison.Ordinal);
    }
}
