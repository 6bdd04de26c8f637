using System.Buffers.Binary;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>
/// The records of a .shp one after another: by the .shx where that fits, else as they stand in the file. Not safe for
/// two threads.
/// </summary>
internal sealed class ShapeReader : IDisposable
{
    private const int RecordHeader = 8;

    private readonly FileStream _shapes;
    private readonly ShapeIndex? _index;
    private readonly string _file;
    private readonly long _end;
    private byte[] _content = new byte[1 << 12];
    private int _length;
    private long _next = ShapeHeader.Bytes;

    /// <summary>Opens the shapes.</summary>
    /// <param name="shapes">Path of the .shp.</param>
    /// <param name="index">Path of the .shx, or null.</param>
    /// <param name="file">File name for messages.</param>
    /// <exception cref="InputException">The .shp cannot be used.</exception>
    public ShapeReader(string shapes, string? index, string file)
    {
        _file = file;
        _shapes = new FileStream(shapes, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            _end = ShapeHeader.ReadEnd(_shapes, file);
            _index = index is null ? null : ShapeIndex.Open(index, _shapes);
            IndexFits = index is null || _index is not null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>False where a .shx is there and does not fit the .shp.</summary>
    public bool IndexFits { get; }

    /// <summary>Number of records, or null where only reading them all tells it.</summary>
    public long? Records => _index?.Records;

    /// <summary>Number of the record, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Byte of the record's header.</summary>
    public long Offset { get; private set; }

    /// <summary>Content of the record; valid until the next is read.</summary>
    public ReadOnlySpan<byte> Content => _content.AsSpan(0, _length);

    /// <summary>Goes to the next record.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="InputException">The records after this one cannot be found.</exception>
    /// <exception cref="RowFault">This record is damaged; the next can be read.</exception>
    public bool Read() => _index is null ? ReadNext() : ReadIndexed();

    /// <inheritdoc/>
    public void Dispose()
    {
        _shapes.Dispose();
        _index?.Dispose();
    }

    private bool ReadNext()
    {
        if (_next >= _end)
        {
            return false;
        }

        Number++;
        Offset = _next;
        var length = _end - _next < RecordHeader ? -1 : HeaderAt(_next);
        if (length < 4 || _next + RecordHeader + length > _end)
        {
            throw InputException.Fatal(
                _file, Place,
                length < 0
                    ? new LocalText(".shp 在记录头中间断开", "the .shp is cut off within the header of this record")
                    : new LocalText($"记录长度 {length} 字节不对，后面的记录找不到了", $"the record's length of {length} bytes is wrong, so what follows cannot be found"),
                new LocalText(
                    "重新复制全部文件；有 .shx 时一起给出", "copy all files of the shapefile again; give the .shx with them if there is one"));
        }

        Take(length);
        _next += RecordHeader + length;
        return true;
    }

    private bool ReadIndexed()
    {
        if (!_index!.Next(out var offset, out var length))
        {
            return false;
        }

        Number++;
        Offset = offset;
        if (offset < ShapeHeader.Bytes || length < 4 || offset + RecordHeader + length > _shapes.Length || HeaderAt(offset) != length)
        {
            throw new RowFault(
                new(".shp 与 .shx 中的记录长度或位置不一致", ".shp and .shx disagree about the place or the length of the record"),
                new("在 GIS 软件中重新导出", "export it again from a GIS program"));
        }

        Take(length);
        return true;
    }

    private string Place => FormattableString.Invariant($"record {Number}, byte {Offset}");

    private long HeaderAt(long offset)
    {
        Span<byte> header = stackalloc byte[RecordHeader];
        _shapes.Position = offset;
        _shapes.ReadExactly(header);
        return 2L * BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
    }

    private void Take(long length)
    {
        _length = checked((int)length);
        if (_content.Length < _length)
        {
            _content = new byte[Math.Max(_length, Math.Min(2L * _content.Length, Array.MaxLength))];
        }

        _shapes.ReadExactly(_content, 0, _length);
    }
}
