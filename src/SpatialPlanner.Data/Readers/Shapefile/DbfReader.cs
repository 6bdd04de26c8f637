using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>The records of a .dbf one after another, deleted ones included. Not safe for two threads.</summary>
internal sealed class DbfReader : IDisposable
{
    private const byte Deleted = (byte)'*';

    private readonly FileStream _stream;
    private readonly byte[] _record;

    /// <summary>Opens the file.</summary>
    /// <param name="path">Path of the .dbf.</param>
    /// <param name="file">File name for messages.</param>
    /// <exception cref="InputException">It cannot be used.</exception>
    public DbfReader(string path, string file)
    {
        _stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            Header = DbfHeader.Read(_stream, file);
            _record = new byte[Header.RecordBytes];
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The header.</summary>
    public DbfHeader Header { get; }

    /// <summary>Number of the record, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>True where the record was deleted and only waits to be removed.</summary>
    public bool IsDeleted => _record[0] == Deleted;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => _stream.Position;

    /// <summary>Goes to the next record.</summary>
    /// <returns>False after the last.</returns>
    public bool Read()
    {
        if (Number >= Header.Records)
        {
            return false;
        }

        _stream.ReadExactly(_record);
        Number++;
        return true;
    }

    /// <summary>Bytes of a value; valid until the next record is read.</summary>
    public ReadOnlySpan<byte> Value(DbfField field) => _record.AsSpan(field.Offset, field.Width);

    /// <summary>Goes back before the first record.</summary>
    public void Rewind() => (_stream.Position, Number) = (Header.Bytes, 0);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
