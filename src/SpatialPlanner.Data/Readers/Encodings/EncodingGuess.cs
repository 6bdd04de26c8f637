using System.Text;

namespace SpatialPlanner.Data.Readers.Encodings;

/// <summary>
/// Tells UTF-8, GB18030 (with GBK and GB 2312), Big5 and Latin apart by the bytes of a text, down to a single short name:
/// UTF-8 by its strict form, the Chinese ones by how common the characters are that each reading gives.
/// </summary>
internal static class EncodingGuess
{
    public const string Utf8 = "utf-8", Chinese = "gb18030", TraditionalChinese = "big5", Latin = "windows-1252";

    // In GB 2312 the first level (rows 16 to 55) has the 3,755 characters of everyday use, the second 3,008 rare ones;
    // what GBK added is rarer still. Big5 has 5,401 and 7,652.
    private const double FirstLevel = 1, SecondLevel = -1, Sign = 0, Rare = -3;

    private static readonly DoubleByteScore Gb = new(
        Chinese, Pairs("gbk", CommonCharacters.Simplified), trail => trail is >= 0x30 and not 0x7F and not 0xFF,
        (lead, trail) => trail < 0xA1 ? Rare : lead switch
        {
            >= 0xB0 and <= 0xD7 => FirstLevel,
            >= 0xD8 and <= 0xF7 => SecondLevel,
            >= 0xA1 and <= 0xA3 => Sign,
            _ => Rare,
        });

    private static readonly DoubleByteScore Big5 = new(
        TraditionalChinese, Pairs("big5", CommonCharacters.Traditional + CommonCharacters.Simplified),
        trail => trail is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE),
        (lead, _) => lead switch
        {
            >= 0xA4 and <= 0xC5 => FirstLevel,
            >= 0xC9 and <= 0xF9 => SecondLevel,
            >= 0xA1 and <= 0xA3 => Sign,
            _ => Rare,
        });

    /// <summary>Name of the encoding that fits best.</summary>
    /// <param name="sample">Bytes of the text; may end inside a character.</param>
    public static string Of(ReadOnlySpan<byte> sample)
    {
        var form = Utf8Form.Of(sample);
        if (form.IsAscii || form.IsWideUtf8)
        {
            return Utf8;
        }

        var (gb, big5) = (Gb.Of(sample), Big5.Of(sample));
        var (best, worth) = gb >= big5 ? (Gb, gb) : (Big5, big5);
        if (form.IsUtf8)
        {
            // Two bytes a character: accents, Greek or Cyrillic, unless a Chinese reading is convincing.
            return form.IsAccents || worth < 3 ? Utf8 : best.Name;
        }

        return worth > 0 || worth >= LatinWorth(sample) ? best.Name : Latin;
    }

    /// <summary>True where a text in this encoding can be told from Latin by its bytes.</summary>
    public static bool IsChinese(string name) => name is Chinese or TraditionalChinese;

    // Accents stand alone among letters.
    private static double LatinWorth(ReadOnlySpan<byte> sample)
    {
        var (sum, runs) = (0.0, 0);
        for (var i = 0; i < sample.Length;)
        {
            var end = i;
            while (end < sample.Length && sample[end] >= 0x80)
            {
                end++;
            }

            if (end > i)
            {
                runs++;
                sum += sample[i..end].ContainsAnyInRange((byte)0x80, (byte)0xBF) ? -2 : LatinRun(end - i);
            }

            i = end + 1;
        }

        return runs == 0 ? 0 : sum / runs;
    }

    private static double LatinRun(int length) => length switch
    {
        1 => 2,
        2 => -1,
        _ => -4,
    };

    private static HashSet<int> Pairs(string encoding, string characters)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var target = Encoding.GetEncoding(encoding, new EncoderReplacementFallback(string.Empty), DecoderFallback.ReplacementFallback);
        return [.. characters.Select(c => target.GetBytes([c])).Where(b => b.Length == 2).Select(b => (b[0] << 8) | b[1])];
    }
}
