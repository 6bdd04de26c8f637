using System.Buffers.Binary;
using System.Text;

namespace SpatialPlanner.Data.Tiles;

/// <summary>
/// Writes the few kinds of Protocol Buffers fields that a vector tile has. Stands in for Google.Protobuf, whose messages
/// would have to be built as objects first: a tile of 100,000 polygons takes several times as long with them.
/// </summary>
internal sealed class TileBytes
{
    private byte[] bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>A number in groups of seven bits.</summary>
    public void Varint(ulong value)
    {
        Room(10);
        for (; value > 0x7F; value >>= 7)
        {
            bytes[Length++] = (byte)(value | 0x80);
        }

        bytes[Length++] = (byte)value;
    }

    /// <summary>A signed number, small ones short.</summary>
    public void Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Number(int field, ulong value)
    {
        Varint((ulong)(field << 3));
        Varint(value);
    }

    public void Signed(int field, long value)
    {
        Varint((ulong)(field << 3));
        Zigzag(value);
    }

    public void Double(int field, double value)
    {
        Varint((ulong)((field << 3) | 1));
        Room(8);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(Length), value);
        Length += 8;
    }

    public void Block(int field, ReadOnlySpan<byte> content)
    {
        Varint((ulong)((field << 3) | 2));
        Varint((ulong)content.Length);
        Room(content.Length);
        content.CopyTo(bytes.AsSpan(Length));
        Length += content.Length;
    }

    public void Text(int field, string text) => Block(field, Encoding.UTF8.GetBytes(text));

    private void Room(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(Length + more, bytes.Length * 2));
        }
    }
}
