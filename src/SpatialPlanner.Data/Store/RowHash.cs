using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SpatialPlanner.Data.Store;

/// <summary>Hash of rows of values. Each value carries its type and length, so that no two rows look alike.</summary>
internal sealed class RowHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _row = new(4096);

    public void Add(object? value)
    {
        switch (value)
        {
            case null:
                Tag('0');
                break;
            case string text:
                Sized('t', Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, _row);
                break;
            case long whole:
                Fixed('w', whole);
                break;
            case double real:
                Fixed('r', BitConverter.DoubleToInt64Bits(real));
                break;
            case bool flag:
                Tag(flag ? 'y' : 'n');
                break;
            case byte[] bytes:
                Sized('b', bytes.Length);
                _row.Write(bytes);
                break;
            default:
                throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }

    public void EndRow()
    {
        Tag(';');
        _hash.AppendData(_row.WrittenSpan);
        _row.ResetWrittenCount();
    }

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Tag(char tag) => _row.Write([(byte)tag]);

    private void Sized(char tag, int length) => Fixed(tag, length);

    private void Fixed(char tag, long value)
    {
        var span = _row.GetSpan(9);
        span[0] = (byte)tag;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], value);
        _row.Advance(9);
    }
}
