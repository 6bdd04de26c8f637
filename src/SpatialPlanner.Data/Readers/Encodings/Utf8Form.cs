using System.Buffers;
using System.Text;

namespace SpatialPlanner.Data.Readers.Encodings;

/// <summary>What speaks for and against a text being UTF-8.</summary>
/// <param name="IsAscii">Nothing but ASCII.</param>
/// <param name="IsUtf8">Well-formed, but for fewer faults than one in twenty characters (texts cut to a width).</param>
/// <param name="IsWideUtf8">The same, with characters of three or four bytes, such as Chinese.</param>
/// <param name="IsAccents">The same, with no others than Latin letters with accents.</param>
internal readonly record struct Utf8Form(bool IsAscii, bool IsUtf8, bool IsWideUtf8, bool IsAccents)
{
    private const int LastLatin = 0x24F;

    /// <summary>Looks at a text.</summary>
    /// <param name="sample">Its bytes; may end inside a character.</param>
    public static Utf8Form Of(ReadOnlySpan<byte> sample)
    {
        var (isAscii, faults, accents, two, wide) = (true, 0, 0, 0, 0);
        while (!sample.IsEmpty)
        {
            var plain = sample.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
            {
                break;
            }

            isAscii = false;
            sample = sample[plain..];
            var status = Rune.DecodeFromUtf8(sample, out var rune, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                break;
            }

            sample = sample[used..];
            if (status != OperationStatus.Done)
            {
                faults++;
            }
            else if (used > 2)
            {
                wide++;
            }
            else
            {
                two++;
                accents += rune.Value <= LastLatin ? 1 : 0;
            }
        }

        var isUtf8 = two + wide > 20 * faults;
        return new Utf8Form(isAscii, isUtf8 || isAscii, isUtf8 && wide > 0, isUtf8 && wide == 0 && accents == two);
    }
}
