using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>The .shp and .shx files (ESRI Shapefile Technical Description, July 1998).</summary>
internal sealed class ShapeFile : IDisposable
{
    private const int HeaderBytes = 100, FileCode = 9994, Version = 1000;
    private readonly ShapeType _type;
    private readonly FileStream _shapes;
    private readonly FileStream _index;
    private readonly ShapeRecord _record = new();
    private readonly Envelope _extent = new();
    private int _records;

    /// <summary>Begins the files.</summary>
    /// <param name="type">What the shapes are.</param>
    /// <param name="shapes">The .shp, empty.</param>
    /// <param name="index">The .shx, empty.</param>
    public ShapeFile(ShapeType type, FileStream shapes, FileStream index)
    {
        (_type, _shapes, _index) = (type, shapes, index);
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        _shapes.Write(header);
        _index.Write(header);
    }

    /// <summary>Length of the .shp so far, bytes.</summary>
    public long Length => _shapes.Position;

    /// <summary>Adds a shape.</summary>
    /// <param name="geometry">Geometry; null for a null shape.</param>
    public void Add(Geometry? geometry)
    {
        var content = _record.Of(_type, geometry);
        Span<byte> entry = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(entry, Words(_shapes.Position));
        BinaryPrimitives.WriteInt32BigEndian(entry[4..], Words(content.Length));
        _index.Write(entry);
        BinaryPrimitives.WriteInt32BigEndian(entry, ++_records);
        _shapes.Write(entry);
        _shapes.Write(content);
        if (geometry is not null)
        {
            _extent.ExpandToInclude(geometry.EnvelopeInternal);
        }
    }

    /// <summary>Writes the headers; nothing is added afterwards.</summary>
    public void Finish()
    {
        WriteHeader(_shapes);
        WriteHeader(_index);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shapes.Dispose();
        _index.Dispose();
    }

    // Lengths are counted in words of 16 bits.
    private static int Words(long bytes) => checked((int)(bytes / 2));

    private void WriteHeader(FileStream file)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, FileCode);
        BinaryPrimitives.WriteInt32BigEndian(header[24..], Words(file.Length));
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[32..], (int)_type);
        if (!_extent.IsNull)
        {
            ReadOnlySpan<double> box = [_extent.MinX, _extent.MinY, _extent.MaxX, _extent.MaxY];
            for (var i = 0; i < box.Length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(header[(36 + (8 * i))..], box[i]);
            }
        }

        file.Position = 0;
        file.Write(header);
        file.Flush();
    }
}
