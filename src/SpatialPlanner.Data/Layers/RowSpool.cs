using System.Collections;
using Microsoft.Win32.SafeHandles;

namespace SpatialPlanner.Data.Layers;

/// <summary>
/// Rows on their way from a file to the store. The first are kept in memory, the others in a temporary file without a
/// name, so that a million buildings need no more memory than ten thousand and a killed process leaves nothing behind.
/// </summary>
internal sealed class RowSpool : IReadOnlyCollection<LayerRow>, IDisposable
{
    private const int BytesInMemory = 48 << 20;
    private const int FlushBytes = 1 << 20;

    private readonly List<LayerRow> _first = [];
    private readonly RowBytes _bytes = new();
    private SafeFileHandle? _file;
    private long _length;
    private long _memory;

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <summary>Adds a row; not while rows are read.</summary>
    public void Add(LayerRow row)
    {
        Count++;
        if (_memory < BytesInMemory)
        {
            _first.Add(row);
            _memory += RowBytes.Estimate(row);
            return;
        }

        _bytes.Write(row);
        if (_bytes.Length >= FlushBytes)
        {
            Flush();
        }
    }

    /// <inheritdoc/>
    public IEnumerator<LayerRow> GetEnumerator()
    {
        Flush();
        foreach (var row in _first)
        {
            yield return row;
        }

        if (_file is null)
        {
            yield break;
        }

        foreach (var row in RowBytes.Read(_file, _length))
        {
            yield return row;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public void Dispose()
    {
        _bytes.Dispose();
        _file?.Dispose();
    }

    private void Flush()
    {
        if (_bytes.Length == 0)
        {
            return;
        }

        _file ??= Nameless();
        RandomAccess.Write(_file, _bytes.Written, _length);
        _length += _bytes.Length;
        _bytes.Clear();
    }

    private static SafeFileHandle Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = File.OpenHandle(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // The open file lives on without its name, whatever becomes of this process.
            File.Delete(path);
        }

        return file;
    }
}
