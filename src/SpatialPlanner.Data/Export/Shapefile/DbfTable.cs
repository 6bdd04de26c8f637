using System.Buffers.Binary;
using System.Text;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>
/// The .dbf (dBase III). Its header tells the widths of the fields, so values wait in a file until all have come.
/// </summary>
/// <param name="columns">The fields.</param>
/// <param name="encoding">Encoding of the texts.</param>
/// <param name="spool">Where values wait; closed with the table.</param>
internal sealed class DbfTable(IReadOnlyList<DbfColumn> columns, Encoding encoding, FileStream spool) : IDisposable
{
    private const byte DBase3 = 0x03, EndOfHeader = 0x0D, EndOfFile = 0x1A, LiveRecord = 0x20, Blank = 0x20;
    private const int HeaderBytes = 32, FieldBytes = 32, NameBytes = 11;

    private readonly BinaryWriter _spool = new(spool, Encoding.UTF8);
    private int _records;

    /// <summary>Length that the file will have, bytes.</summary>
    public long Length => HeaderLength + ((long)RecordLength * _records) + 1;

    private int HeaderLength => HeaderBytes + (FieldBytes * columns.Count) + 1;

    private int RecordLength => 1 + columns.Sum(c => c.Width);

    /// <summary>Adds a value; those of a row in the order of the fields.</summary>
    /// <param name="column">Place of the field.</param>
    /// <param name="value">Value: null, a number, true or false, or a text already cut to its length.</param>
    public void Add(int column, object? value)
    {
        _records += column == 0 ? 1 : 0;
        var bytes = value is null ? [] : encoding.GetBytes(value as string ?? columns[column].Taken(value));
        if (value is string)
        {
            columns[column].Count(bytes.Length);
        }

        _spool.Write((byte)bytes.Length);
        _spool.Write(bytes);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="target">Where to write.</param>
    /// <param name="date">Date of the data, for the header.</param>
    /// <param name="languageDriver">Number of the code page; 0 where the .cpg file alone tells it.</param>
    /// <param name="cancel">Cancels.</param>
    public void Write(Stream target, DateTimeOffset date, byte languageDriver, CancellationToken cancel)
    {
        WriteHeader(target, date, languageDriver);
        _spool.Flush();
        spool.Position = 0;
        using var values = new BinaryReader(spool, Encoding.UTF8, leaveOpen: true);
        var record = new byte[RecordLength];
        for (var r = 0; r < _records; r++)
        {
            cancel.ThrowIfCancellationRequested();
            record.AsSpan().Fill(Blank);
            record[0] = LiveRecord;
            var at = 1;
            foreach (var column in columns)
            {
                Put(record.AsSpan(at, column.Width), column, values.ReadBytes(values.ReadByte()));
                at += column.Width;
            }

            target.Write(record);
        }

        target.WriteByte(EndOfFile);
    }

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    // Texts stand left, numbers right; nothing but blanks is null, and "?" of true and false.
    private static void Put(Span<byte> cell, DbfColumn column, byte[] value)
    {
        if (value.Length == 0)
        {
            cell.Fill(column.Type == 'L' ? (byte)'?' : Blank);
            return;
        }

        var bytes = column.Type == 'N' ? Encoding.ASCII.GetBytes(column.Padded(Encoding.ASCII.GetString(value))) : value;
        bytes.CopyTo(column.Type == 'N' ? cell[(cell.Length - bytes.Length)..] : cell);
    }

    private void WriteHeader(Stream target, DateTimeOffset date, byte languageDriver)
    {
        var header = new byte[HeaderLength];
        header[0] = DBase3;
        (header[1], header[2], header[3]) = ((byte)(date.Year - 1900), (byte)date.Month, (byte)date.Day);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), _records);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), checked((ushort)HeaderLength));
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(10), checked((ushort)RecordLength));
        header[29] = languageDriver;
        for (var i = 0; i < columns.Count; i++)
        {
            var field = header.AsSpan(HeaderBytes + (FieldBytes * i), FieldBytes);
            encoding.GetBytes(columns[i].Name).AsSpan().CopyTo(field[..(NameBytes - 1)]);
            (field[11], field[16], field[17]) = ((byte)columns[i].Type, columns[i].Width, columns[i].Decimals);
        }

        header[^1] = EndOfHeader;
        target.Write(header);
    }
}
