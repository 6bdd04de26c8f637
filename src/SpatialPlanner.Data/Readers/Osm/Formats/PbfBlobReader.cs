using System.Buffers.Binary;
using Google.Protobuf;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>
/// Cuts a PBF file into blocks. Lengths are compared with the format's limits and with the rest of the file before
/// memory is taken for them: garbage reads as a length of gigabytes.
/// </summary>
internal sealed class PbfBlobReader(Stream stream, string file)
{
    private const int MaxHeaderBytes = 64 * 1024;
    private const int MaxBodyBytes = 32 * 1024 * 1024;

    /// <summary>The next block, or null at the end of the file.</summary>
    public PbfBlob? Next()
    {
        var offset = stream.Position;
        if (offset == stream.Length)
        {
            return null;
        }

        var headerBytes = BinaryPrimitives.ReadInt32BigEndian(Read(4, offset));
        if (headerBytes is <= 0 or > MaxHeaderBytes)
        {
            throw OsmErrors.NotPbf(
                file, offset, $"块头长度 {headerBytes} 不在 1–{MaxHeaderBytes} 之间",
                $"a block header of {headerBytes} bytes; 1 to {MaxHeaderBytes} are allowed");
        }

        var (type, bodyBytes) = ParseHeader(Read(headerBytes, offset), offset);
        if (bodyBytes is < 0 or > MaxBodyBytes)
        {
            throw OsmErrors.NotPbf(
                file, offset, $"数据块长度 {bodyBytes} 超过 {MaxBodyBytes}",
                $"a block of {bodyBytes} bytes; at most {MaxBodyBytes} are allowed");
        }

        return new PbfBlob(offset, type, Read(bodyBytes, offset));
    }

    private byte[] Read(int bytes, long offset)
    {
        var there = stream.Length - stream.Position;
        if (there < bytes)
        {
            throw OsmErrors.CutOff(file, offset, bytes, there);
        }

        var buffer = GC.AllocateUninitializedArray<byte>(bytes);
        stream.ReadExactly(buffer);
        return buffer;
    }

    private (string Type, int BodyBytes) ParseHeader(byte[] header, long offset)
    {
        var (type, bodyBytes) = ((string?)null, -1);
        try
        {
            var input = new CodedInputStream(header);
            while (input.ReadTag() is var tag and not 0)
            {
                switch (WireFormat.GetTagFieldNumber(tag))
                {
                    case 1: type = input.ReadString(); break;
                    case 3: bodyBytes = input.ReadInt32(); break;
                    default: input.SkipLastField(); break;
                }
            }
        }
        catch (InvalidProtocolBufferException e)
        {
            throw OsmErrors.NotPbf(file, offset, "块头无法解析", "the block header cannot be parsed", e);
        }

        return type is null || bodyBytes < 0
            ? throw OsmErrors.NotPbf(file, offset, "块头缺少类型或长度", "the block header lacks its type or length")
            : (type, bodyBytes);
    }
}
