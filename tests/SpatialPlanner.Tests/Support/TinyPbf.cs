using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Google.Protobuf;

namespace SpatialPlanner.Tests.Support;

/// <summary>Writes PBF files of a few objects, so that readers are tested without real data.</summary>
internal static class TinyPbf
{
    public static byte[] Header(params string[] features) =>
        Block("OSMHeader", Message(o => Array.ForEach(features, f => Field(o, 4, Encoding.UTF8.GetBytes(f)))), zlib: false);

    public static byte[] Block(string type, byte[] message, bool zlib)
    {
        var blob = Message(o =>
        {
            if (zlib)
            {
                Number(o, 2, message.Length);
            }

            Field(o, zlib ? 3 : 1, zlib ? Packed(message) : message);
        });
        var header = Message(o =>
        {
            Field(o, 1, Encoding.UTF8.GetBytes(type));
            Number(o, 3, blob.Length);
        });
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        return [.. length, .. header, .. blob];
    }

    /// <summary>Three nodes in a row east (dense, or plain) and a footway (way 7) along them.</summary>
    public static byte[] Street(bool dense, bool zlib) => Block("OSMData", Message(o =>
    {
        Field(o, 1, Message(t => Array.ForEach(["", "highway", "footway"], s => Field(t, 1, Encoding.UTF8.GetBytes(s)))));
        Field(o, 2, dense ? DenseNodes() : PlainNodes());
        Field(o, 2, Message(g => Field(g, 3, Message(w =>
        {
            Number(w, 1, 7);
            Field(w, 2, Varints(i => i.WriteUInt32(1)));
            Field(w, 3, Varints(i => i.WriteUInt32(2)));
            Field(w, 8, Varints(i => Array.ForEach([1L, 1, 1], i.WriteSInt64)));
        }))));
    }), zlib);

    private static byte[] DenseNodes() => Message(g => Field(g, 2, Message(d =>
    {
        Field(d, 1, Varints(i => Array.ForEach([1L, 1, 1], i.WriteSInt64)));
        Field(d, 8, Varints(i => Array.ForEach([340000000L, 0, 0], i.WriteSInt64)));
        Field(d, 9, Varints(i => Array.ForEach([1080000000L, 10000, 10000], i.WriteSInt64)));
    })));

    private static byte[] PlainNodes() => Message(g => Array.ForEach([1L, 2, 3], id => Field(g, 1, Message(n =>
    {
        Signed(n, 1, id);
        Signed(n, 8, 340000000);
        Signed(n, 9, 1080000000 + ((id - 1) * 10000));
    }))));

    private static byte[] Packed(byte[] message)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(message);
        }

        return packed.ToArray();
    }

    private static byte[] Message(Action<CodedOutputStream> write) => Varints(write);

    private static byte[] Varints(Action<CodedOutputStream> write)
    {
        var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            write(output);
        }

        return stream.ToArray();
    }

    private static void Field(CodedOutputStream output, int field, byte[] bytes)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(bytes));
    }

    private static void Number(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(number);
    }

    private static void Signed(CodedOutputStream output, int field, long number)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteSInt64(number);
    }
}
