using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace SpatialPlanner.Data.Layers;

/// <summary>Rows as bytes: length, place, geometry as WKB, values each with its type.</summary>
internal sealed class RowBytes : IDisposable
{
    private const int ReadBytes = 1 << 20;

    private static readonly WKBWriter Geometries = new(ByteOrder.LittleEndian, false, emitZ: false);
    private static readonly WKBReader GeometryReader =
        new(new NtsGeometryServices(new PrecisionModel(), 4326));

    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;

    public RowBytes() => _writer = new BinaryWriter(_stream);

    /// <summary>Number of bytes written.</summary>
    public int Length => (int)_stream.Length;

    /// <summary>The bytes written.</summary>
    public ReadOnlySpan<byte> Written => _stream.GetBuffer().AsSpan(0, Length);

    /// <summary>About the memory that a row takes.</summary>
    public static long Estimate(LayerRow row) =>
        200 + (40L * row.Values.Length) + (40L * (row.Geometry?.NumPoints ?? 0));

    public void Dispose() => _writer.Dispose();

    public void Clear() => _stream.SetLength(0);

    public void Write(LayerRow row)
    {
        var start = Length;
        _writer.Write(0);
        Write(row.Place);
        var geometry = row.Geometry is null ? [] : Geometries.Write(row.Geometry);
        _writer.Write(geometry.Length);
        _writer.Write(geometry);
        _writer.Write(row.Values.Length);
        foreach (var value in row.Values)
        {
            Write(value);
        }

        BinaryPrimitives.WriteInt32LittleEndian(_stream.GetBuffer().AsSpan(start), Length - start - sizeof(int));
    }

    /// <summary>Reads rows from the start of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="length">Bytes of rows in it.</param>
    public static IEnumerable<LayerRow> Read(SafeFileHandle file, long length)
    {
        var buffer = new byte[ReadBytes];
        var (filled, at) = (0, 0);
        for (var position = 0L; ;)
        {
            var size = filled - at < sizeof(int) ? int.MaxValue : BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(at));
            if (size <= filled - at - sizeof(int))
            {
                yield return Row(buffer.AsSpan(at + sizeof(int), size).ToArray());
                at += sizeof(int) + size;
                continue;
            }

            if (position >= length)
            {
                yield break;
            }

            var needed = size == int.MaxValue ? ReadBytes : Math.Max(ReadBytes, size + sizeof(int));
            var target = needed > buffer.Length ? new byte[needed] : buffer;
            buffer.AsSpan(at, filled - at).CopyTo(target);
            (filled, at, buffer) = (filled - at, 0, target);
            var read = RandomAccess.Read(file, buffer.AsSpan(filled, (int)Math.Min(buffer.Length - filled, length - position)), position);
            position += read > 0 ? read : throw new EndOfStreamException("The temporary file of an import ended early.");
            filled += read;
        }
    }

    private static LayerRow Row(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var place = Value(reader) as string;
        var geometry = reader.ReadBytes(reader.ReadInt32());
        var values = new object?[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(reader);
        }

        return new LayerRow(geometry.Length == 0 ? null : GeometryReader.Read(geometry), values, place);
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                _writer.Write((byte)0);
                break;
            case string text:
                _writer.Write((byte)1);
                _writer.Write(text);
                break;
            case long whole:
                _writer.Write((byte)2);
                _writer.Write(whole);
                break;
            case double real:
                _writer.Write((byte)3);
                _writer.Write(real);
                break;
            case bool flag:
                _writer.Write((byte)(flag ? 5 : 4));
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static object? Value(BinaryReader reader) => reader.ReadByte() switch
    {
        0 => null,
        1 => reader.ReadString(),
        2 => reader.ReadInt64(),
        3 => reader.ReadDouble(),
        var flag => flag == 5,
    };
}
