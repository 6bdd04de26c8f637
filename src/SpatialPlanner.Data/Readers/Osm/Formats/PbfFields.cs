using Google.Protobuf;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>Reads field values that <see cref="CodedInputStream"/> would copy or wants generated code for.</summary>
internal static class PbfFields
{
    /// <summary>The bytes of the length-delimited field whose tag was just read, without a copy.</summary>
    public static ArraySegment<byte> Bytes(CodedInputStream input, uint tag, byte[] buffer)
    {
        RequireLengthDelimited(tag);
        var start = (int)input.Position;
        input.SkipLastField();
        var end = (int)input.Position;
        // The length is a varint: its bytes but the last have the high bit set.
        while (buffer[start++] >= 0x80)
        {
        }

        return new ArraySegment<byte>(buffer, start, end - start);
    }

    /// <summary>A reader of a part of a buffer.</summary>
    public static CodedInputStream Open(ArraySegment<byte> part) => new(part.Array!, part.Offset, part.Count);

    /// <summary>Where the message ends whose tag was just read.</summary>
    public static long MessageEnd(CodedInputStream input, uint tag)
    {
        RequireLengthDelimited(tag);
        var length = input.ReadLength();
        return input.Position + length;
    }

    /// <summary>The numbers of a repeated field, packed or not.</summary>
    public static void Numbers<T>(CodedInputStream input, uint tag, List<T> into, Func<CodedInputStream, T> read)
    {
        if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Varint)
        {
            into.Add(read(input));
            return;
        }

        var end = MessageEnd(input, tag);
        while (input.Position < end)
        {
            into.Add(read(input));
        }

        RequireAt(input, end);
    }

    /// <summary>Fails where a message's fields run past its end.</summary>
    public static void RequireAt(CodedInputStream input, long end)
    {
        if (input.Position != end)
        {
            throw new InvalidDataException("A field runs past the end of its message.");
        }
    }

    private static void RequireLengthDelimited(uint tag)
    {
        if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
        {
            throw new InvalidDataException($"Field {WireFormat.GetTagFieldNumber(tag)} has the wrong wire type.");
        }
    }
}
