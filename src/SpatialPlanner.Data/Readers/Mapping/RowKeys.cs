using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>
/// The keys of a file's rows, to find those that come twice. Only 128 bits of a hash are kept of each, 40 bytes a row;
/// that two different keys share them is less likely than a fault of the machine.
/// </summary>
internal sealed class RowKeys
{
    private readonly Dictionary<UInt128, long> _rowOfKey = [];

    /// <summary>Keeps a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="row">Number of its row.</param>
    /// <returns>Number of the row that had the key before; null where it is new.</returns>
    public long? Add(string key, long row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return _rowOfKey.TryAdd(MemoryMarshal.Read<UInt128>(hash), row) ? null : _rowOfKey[MemoryMarshal.Read<UInt128>(hash)];
    }
}
