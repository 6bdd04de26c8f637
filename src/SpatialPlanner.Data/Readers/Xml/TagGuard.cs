using System.Xml;

namespace SpatialPlanner.Data.Readers.Xml;

/// <summary>
/// The bytes of an XML file as they are, but refusing a tag that does not end: the runtime's reader would keep the whole
/// of it in memory. All bytes together are bounded too.
/// </summary>
/// <param name="inner">The file.</param>
/// <param name="mostBytes">Most bytes in all.</param>
internal sealed class TagGuard(Stream inner, long mostBytes) : Stream
{
    private const int LongestTag = 1 << 20;

    private bool _inTag;
    private int _length;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        BytesRead += read;
        if (BytesRead > mostBytes)
        {
            throw new XmlException($"more than {mostBytes >> 20} MB of XML");
        }

        Watch(buffer[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    // Neither mark is part of a longer character in UTF-8, GBK, GB18030 or Big5.
    private void Watch(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf(_inTag ? (byte)'>' : (byte)'<');
            _length += _inTag ? end < 0 ? bytes.Length : end : 0;
            if (_length > LongestTag)
            {
                throw new XmlException($"a tag of more than {LongestTag >> 10} KB");
            }

            if (end < 0)
            {
                return;
            }

            (_inTag, _length) = (!_inTag, 0);
            bytes = bytes[(end + 1)..];
        }
    }
}
