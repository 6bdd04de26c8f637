using System.IO.Compression;
using Google.Protobuf;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>Unpacks the message in a block.</summary>
internal static class PbfPayload
{
    private const int MaxUnpackedBytes = 32 * 1024 * 1024;

    /// <summary>The message, unpacked.</summary>
    public static ArraySegment<byte> Unpack(PbfBlob blob, string file)
    {
        var input = new CodedInputStream(blob.Body);
        var (unpackedBytes, raw, zlib) = (-1, (ArraySegment<byte>?)null, (ArraySegment<byte>?)null);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: raw = PbfFields.Bytes(input, tag, blob.Body); break;
                case 2: unpackedBytes = input.ReadInt32(); break;
                case 3: zlib = PbfFields.Bytes(input, tag, blob.Body); break;
                case 4: throw OsmErrors.UnknownCompression(file, blob.Offset, "lzma");
                case 5: throw OsmErrors.UnknownCompression(file, blob.Offset, "bzip2");
                case 6: throw OsmErrors.UnknownCompression(file, blob.Offset, "lz4");
                case 7: throw OsmErrors.UnknownCompression(file, blob.Offset, "zstd");
                default: input.SkipLastField(); break;
            }
        }

        return raw ?? Inflate(zlib ?? throw new InvalidDataException("The block holds no data."), unpackedBytes);
    }

    private static byte[] Inflate(ArraySegment<byte> packed, int unpackedBytes)
    {
        if (unpackedBytes is < 0 or > MaxUnpackedBytes)
        {
            throw new InvalidDataException(
                $"The block announces {unpackedBytes} unpacked bytes; at most {MaxUnpackedBytes} are allowed.");
        }

        using var stream = new ZLibStream(
            new MemoryStream(packed.Array!, packed.Offset, packed.Count), CompressionMode.Decompress);
        var unpacked = GC.AllocateUninitializedArray<byte>(unpackedBytes);
        try
        {
            stream.ReadExactly(unpacked);
            return stream.ReadByte() == -1
                ? unpacked
                : throw new InvalidDataException("The block unpacks to more bytes than it announces.");
        }
        catch (IOException e) when (e is not EndOfStreamException)
        {
            // Packed with a dictionary that nobody has, for instance: not what the runtime calls invalid data.
            throw new InvalidDataException(e.Message, e);
        }
    }
}
