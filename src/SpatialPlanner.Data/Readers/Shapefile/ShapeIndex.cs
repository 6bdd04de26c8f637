using System.Buffers.Binary;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>
/// The .shx: where each record stands. Programs that edit a shapefile put a shape that has grown to the end of the .shp
/// and leave the former one, so that only this file tells which records count and in which order.
/// </summary>
internal sealed class ShapeIndex : IDisposable
{
    private const int HeaderBytes = 100, EntryBytes = 8, Probes = 64;

    private readonly FileStream _file;

    private ShapeIndex(FileStream file) => _file = file;

    /// <summary>Number of records.</summary>
    public long Records => (_file.Length - HeaderBytes) / EntryBytes;

    /// <summary>Opens the index of a .shp.</summary>
    /// <param name="path">Path of the .shx.</param>
    /// <param name="shapes">The .shp, to try some records; its position moves.</param>
    /// <returns>Null where it does not fit the .shp.</returns>
    public static ShapeIndex? Open(string path, FileStream shapes)
    {
        var index = new ShapeIndex(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        if (index.Fits(shapes))
        {
            index._file.Position = HeaderBytes;
            return index;
        }

        index.Dispose();
        return null;
    }

    /// <summary>Place of the next record.</summary>
    /// <param name="offset">Byte of its header in the .shp.</param>
    /// <param name="length">Bytes of its content.</param>
    /// <returns>False after the last.</returns>
    public bool Next(out long offset, out long length)
    {
        Span<byte> entry = stackalloc byte[EntryBytes];
        var read = _file.ReadAtLeast(entry, EntryBytes, throwOnEndOfStream: false);
        offset = 2L * BinaryPrimitives.ReadUInt32BigEndian(entry);
        length = 2L * BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
        return read == EntryBytes;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool Fits(FileStream shapes)
    {
        Span<byte> bytes = stackalloc byte[EntryBytes];
        if (_file.Length < HeaderBytes || (_file.Length - HeaderBytes) % EntryBytes != 0
            || _file.ReadAtLeast(bytes, 4, throwOnEndOfStream: false) < 4
            || BinaryPrimitives.ReadInt32BigEndian(bytes) != ShapeHeader.Code
            || (Records == 0 && shapes.Length > HeaderBytes))
        {
            return false;
        }

        for (var probe = 0; probe < Math.Min(Probes, Records); probe++)
        {
            _file.Position = HeaderBytes + (EntryBytes * (Records <= Probes ? probe : (Records - 1) * probe / (Probes - 1)));
            if (!Next(out var offset, out var length) || offset < HeaderBytes || offset + EntryBytes + length > shapes.Length)
            {
                return false;
            }

            shapes.Position = offset;
            shapes.ReadExactly(bytes);
            if (2L * BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) != length)
            {
                return false;
            }
        }

        return true;
    }
}
