using System.Text;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Texts of a .dbf. A field cuts a text to its width in bytes, often within the last character.</summary>
/// <param name="encoding">Encoding of the file.</param>
/// <param name="file">File name for messages.</param>
internal sealed class DbfText(SourceEncoding encoding, string file)
{
    private const int LongestCharacter = 4;

    private readonly Encoding _strict = TextEncodings.Find(encoding.Name, file);
    private readonly Dictionary<string, string> _known = [];

    /// <summary>A text, or null where the bytes are none in this encoding.</summary>
    /// <param name="bytes">The bytes without padding.</param>
    /// <param name="isFull">True where they fill the field: the last character may be cut off.</param>
    public string? Read(ReadOnlySpan<byte> bytes, bool isFull)
    {
        for (var cut = 0; cut < (isFull ? LongestCharacter : 1) && cut < bytes.Length; cut++)
        {
            if (TryRead(bytes[..^cut]) is { } text)
            {
                // Names of districts and uses repeat in every row.
                return text.Length < 32 ? Shared(text) : text;
            }
        }

        return bytes.IsEmpty ? string.Empty : null;
    }

    /// <summary>The name of a field, readable whatever its bytes are.</summary>
    public string Name(DbfField field) => Read(field.Name, isFull: true) ?? Encoding.Latin1.GetString(field.Name);

    private string? TryRead(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private string Shared(string text)
    {
        if (_known.TryGetValue(text, out var same))
        {
            return same;
        }

        if (_known.Count < 4096)
        {
            _known.Add(text, text);
        }

        return text;
    }
}
