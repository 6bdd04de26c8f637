namespace SpatialPlanner.Data.Readers.Encodings;

/// <summary>How much a text looks like Chinese in an encoding of two bytes a character.</summary>
/// <param name="name">Name of the encoding.</param>
/// <param name="common">Its common characters, as the two bytes that write them.</param>
/// <param name="isTrail">Which bytes may be second.</param>
/// <param name="rank">Worth of a character that is not common, by its bytes.</param>
internal sealed class DoubleByteScore(
    string name, HashSet<int> common, Func<byte, bool> isTrail, Func<byte, byte, double> rank)
{
    private const double Common = 4, Invalid = -8, BetweenLetters = -6;

    /// <summary>Name of the encoding.</summary>
    public string Name { get; } = name;

    /// <summary>Mean worth of the text's characters that are not ASCII; the more the better.</summary>
    /// <param name="sample">Bytes of the text; may end inside a character.</param>
    public double Of(ReadOnlySpan<byte> sample)
    {
        var (sum, count, run) = (0.0, 0, 0);
        for (var i = 0; i < sample.Length;)
        {
            if (sample[i] < 0x80)
            {
                // "Müller": one such character between Latin letters is no Chinese.
                sum += run == 1 && IsLetter(sample[i]) && (IsLetter(sample[i - 1]) || (i > 2 && IsLetter(sample[i - 3]))) ? BetweenLetters : 0;
                (run, i) = (0, i + 1);
                continue;
            }

            if (i + 1 >= sample.Length)
            {
                break;
            }

            var valid = sample[i] is not (0x80 or 0xFF) && isTrail(sample[i + 1]);
            sum += !valid ? Invalid
                : common.Contains((sample[i] << 8) | sample[i + 1]) ? Common
                : rank(sample[i], sample[i + 1]);
            (count, run) = (count + 1, valid ? run + 1 : 0);
            i += valid ? 2 : 1;
        }

        return count == 0 ? double.MinValue : sum / count;
    }

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b);
}
