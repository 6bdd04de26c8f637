using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>Names of files in archives: their encoding, and that they stay where they belong.</summary>
internal static class EntryNames
{
    private const int MostParts = 32, LongestPart = 200;

    // What programs put into archives unasked.
    private static readonly string[] OfNoUse = ["__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"];
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Names as they were meant; see <see cref="RawNames"/>.</summary>
    public static IReadOnlyList<string> Decoded(IReadOnlyList<string> names, string file)
    {
        var raw = names.Select(RawNames.BytesOf).ToList();
        var sample = raw.OfType<byte[]>().SelectMany(b => b.Append((byte)'\n')).ToArray();
        if (sample.Length == 0)
        {
            return names;
        }

        // One name in another encoding must not make the whole archive unreadable.
        var strict = TextEncodings.Find(TextEncodings.Guess(sample).Name, file);
        var encoding = System.Text.Encoding.GetEncoding(
            strict.CodePage, System.Text.EncoderFallback.ReplacementFallback, System.Text.DecoderFallback.ReplacementFallback);
        return [.. names.Zip(raw, (name, bytes) => bytes is null ? name : encoding.GetString(bytes))];
    }

    /// <summary>True for files that no program reads data from.</summary>
    public static bool IsOfNoUse(string name) =>
        name.Split(Separators).Any(p => OfNoUse.Contains(p, StringComparer.OrdinalIgnoreCase) || p.StartsWith("._", StringComparison.Ordinal));

    /// <summary>The folders and the name of a file, each fit for this system.</summary>
    /// <exception cref="InputException">They lead out of the archive.</exception>
    public static string[] Safe(string name, string file)
    {
        var parts = name.Split(Separators);
        return parts[0].Length == 0 || parts[0].EndsWith(':') || parts.Contains("..") || parts.Length > MostParts
            ? throw Unpacking.Refusal(
                file, name, "压缩包中的文件名指向压缩包之外，为安全起见未解压", "a name in the archive leads out of it; for safety nothing was unpacked")
            : [.. parts.Where(p => p is not ("" or ".")).Select(Plain)];
    }

    private static string Plain(string part)
    {
        var plain = string.Concat(part.Select(c => char.IsControl(c) || Path.GetInvalidFileNameChars().Contains(c) ? '_' : c));
        return plain.Length <= LongestPart ? plain : plain[..(LongestPart - 20)] + plain[^20..];
    }
}
