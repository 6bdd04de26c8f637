using System.Text;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>
/// Keeps the bytes of names that no flag says to be UTF-8 as characters of the private use area, so that their encoding
/// can be found by looking at all of them: Chinese programs write GBK, others UTF-8 without the flag.
/// </summary>
internal sealed class RawNames : Encoding
{
    private const int Base = 0xF700;

    /// <summary>The bytes of a name, or null where it was told to be UTF-8 or is ASCII.</summary>
    public static byte[]? BytesOf(string name) =>
        name.Any(c => c is >= (char)(Base + 0x80) and <= (char)(Base + 0xFF))
            ? [.. name.Select(c => (byte)(c >= Base ? c - Base : c))] : null;

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            bytes[byteIndex + i] = (byte)chars[charIndex + i];
        }

        return charCount;
    }

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var b = bytes[byteIndex + i];
            chars[charIndex + i] = (char)(b < 0x80 ? b : Base + b);
        }

        return byteCount;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}
