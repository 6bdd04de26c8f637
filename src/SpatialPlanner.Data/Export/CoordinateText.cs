using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export;

/// <summary>
/// Coordinates as text with a fixed number of decimals, by integer arithmetic: the shortest form of a double costs four
/// times as much. Not safe for two threads.
/// </summary>
/// <param name="decimals">Decimals, 0 to 9; zeros at the end are left out.</param>
internal sealed class CoordinateText(int decimals)
{
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    // A coordinate beyond this does not fit the integers below; no projection of the Earth gives one.
    private const double Largest = 9e9;

    private readonly long _scale = Powers[decimals];
    private readonly StandardFormat _fraction = new('D', (byte)decimals);
    private byte[] _bytes = new byte[4096];
    private int _at;

    /// <summary>What was written since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _at);

    /// <summary>Begins anew.</summary>
    public void Clear() => _at = 0;

    /// <summary>Writes one byte.</summary>
    public void Write(byte character)
    {
        Need(1);
        _bytes[_at++] = character;
    }

    /// <summary>Writes ASCII.</summary>
    public void Write(ReadOnlySpan<byte> characters)
    {
        Need(characters.Length);
        characters.CopyTo(_bytes.AsSpan(_at));
        _at += characters.Length;
    }

    /// <summary>Writes the positions of a line, each between two texts, with a comma between each two.</summary>
    /// <param name="line">The positions.</param>
    /// <param name="backwards">True from the last to the first.</param>
    /// <param name="before">Before each position; nothing where empty.</param>
    /// <param name="between">Between x and y.</param>
    /// <param name="after">After each position.</param>
    /// <param name="separator">Between two positions.</param>
    public void Write(
        CoordinateSequence line, bool backwards, ReadOnlySpan<byte> before, byte between, ReadOnlySpan<byte> after, byte separator = (byte)',')
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0)
            {
                Write(separator);
            }

            var at = backwards ? line.Count - 1 - i : i;
            Write(before);
            Write(line.GetX(at));
            Write(between);
            Write(line.GetY(at));
            Write(after);
        }
    }

    /// <summary>Writes a coordinate.</summary>
    public void Write(double value)
    {
        if (!(Math.Abs(value) < Largest))
        {
            Write(System.Text.Encoding.ASCII.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)));
            return;
        }

        Need(32);
        var text = _bytes.AsSpan(_at);
        var units = (long)Math.Round(value * _scale, MidpointRounding.AwayFromZero);
        var at = 0;
        if (units < 0)
        {
            text[at++] = (byte)'-';
        }

        var (whole, fraction) = Math.DivRem((ulong)Math.Abs(units), (ulong)_scale);
        Utf8Formatter.TryFormat(whole, text[at..], out var written);
        at += written;
        if (fraction != 0)
        {
            text[at++] = (byte)'.';
            Utf8Formatter.TryFormat(fraction, text[at..], out written, _fraction);
            at += written;
            while (text[at - 1] == '0')
            {
                at--;
            }
        }

        _at += at;
    }

    private void Need(int bytes)
    {
        if (_at + bytes > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _at + bytes));
        }
    }
}
