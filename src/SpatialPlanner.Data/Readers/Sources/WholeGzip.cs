using System.IO.Compression;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>
/// Tells a gzip file that was cut off. The runtime's reader takes the end of the file for the end of the data, so half a
/// table would be read as all of it.
/// </summary>
internal static class WholeGzip
{
    private static readonly byte[] Mark = [.. Enumerable.Range(0, 64).Select(i => (byte)((i * 151) ^ 0xA5))];

    /// <summary>Refuses a file that ends before its data does.</summary>
    public static void Require(string path, string file)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (source.ReadByte() != 0x1F || source.ReadByte() != 0x8B)
        {
            return;
        }

        source.Position = 0;
        if (!EndsWithMark(source))
        {
            throw InputException.Fatal(
                file, $"byte {source.Length}", new LocalText("gzip 压缩数据不完整", "the gzip data is cut off or damaged"),
                new LocalText("文件可能下载不完整，请重新下载或重新压缩", "fetch the file or pack it again"));
        }
    }

    // One more gzip member behind the file: where the file is whole, what unpacks last is the content of that member;
    // where it is not, the member is taken for a part of the data that is missing.
    private static bool EndsWithMark(FileStream source)
    {
        try
        {
            using var unpacked = new GZipStream(new Following(source, PackedMark()), CompressionMode.Decompress);
            var (buffer, tail, read) = (new byte[1 << 16], Array.Empty<byte>(), 0);
            while ((read = unpacked.Read(buffer)) > 0)
            {
                byte[] last = [.. tail, .. buffer.AsSpan(Math.Max(0, read - Mark.Length), Math.Min(read, Mark.Length))];
                tail = last[Math.Max(0, last.Length - Mark.Length)..];
            }

            return tail.AsSpan().SequenceEqual(Mark);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static MemoryStream PackedMark()
    {
        var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            writer.Write(Mark);
        }

        packed.Position = 0;
        return packed;
    }

    /// <summary>Two streams, one behind the other.</summary>
    private sealed class Following(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => first.Read(buffer) is > 0 and var read ? read : second.Read(buffer);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
