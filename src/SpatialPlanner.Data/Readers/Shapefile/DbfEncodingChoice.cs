using System.Globalization;
using SpatialPlanner.Data.Readers.Encodings;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>
/// Finds the encoding of a .dbf: what the user says, else what the .cpg says, else the language id of the header, else a
/// guess. A declaration that the bytes contradict is not believed: wrong ones are common, since programs write them unasked.
/// </summary>
internal static class DbfEncodingChoice
{
    private const int SampleBytes = 1 << 18;

    // Beyond this a file of plain ASCII is not looked through for the one name that is not.
    private const long MostBytesRead = 256L << 20;

    /// <summary>Chooses.</summary>
    /// <param name="reader">The .dbf; stands before its first record afterwards.</param>
    /// <param name="codePageFile">Path of the .cpg (or .cst), or null.</param>
    /// <param name="user">What the user says, or null.</param>
    /// <param name="cancel">Cancels.</param>
    public static SourceEncoding Of(DbfReader reader, string? codePageFile, string? user, CancellationToken cancel)
    {
        if (user is not null)
        {
            return new SourceEncoding(user, EncodingOrigin.User);
        }

        var sample = Sample(reader, cancel);
        var guess = EncodingGuess.Of(sample);
        return Declared(reader.Header.LanguageDriver, codePageFile) is { } declared && Agrees(declared.Name, guess, sample)
            ? declared
            : new SourceEncoding(guess, EncodingOrigin.Guessed);
    }

    /// <summary>Name of the encoding that a .cpg tells; null where nobody knows it.</summary>
    /// <param name="text">Its text.</param>
    public static string? OfCodePageText(string text)
    {
        var word = text.Trim().Trim('\uFEFF', '\0').ToLowerInvariant();
        if (word.StartsWith("ldid/", StringComparison.Ordinal))
        {
            return byte.TryParse(word.AsSpan(5), CultureInfo.InvariantCulture, out var id) ? NameOf(LanguageDrivers.CodePage(id)) : null;
        }

        var digits = word.Replace("ansi", string.Empty, StringComparison.Ordinal).Replace("oem", string.Empty, StringComparison.Ordinal)
            .Replace("cp", string.Empty, StringComparison.Ordinal).Trim(' ', '_', '-');
        return digits switch
        {
            "88591" or "8859_1" or "88591" or "iso88591" => "iso-8859-1",
            _ when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var page) => NameOf(page),
            _ => word.Length > 0 && TextEncodings.IsKnown(word) ? word : null,
        };
    }

    private static SourceEncoding? Declared(byte languageDriver, string? codePageFile)
    {
        if (codePageFile is not null && new FileInfo(codePageFile).Length < 256
            && OfCodePageText(File.ReadAllText(codePageFile)) is { } told)
        {
            return new SourceEncoding(told, EncodingOrigin.Declared, Path.GetExtension(codePageFile).ToLowerInvariant());
        }

        return languageDriver != LanguageDrivers.CurrentAnsi && NameOf(LanguageDrivers.CodePage(languageDriver)) is { } name
            ? new SourceEncoding(name, EncodingOrigin.Declared, $"LDID 0x{languageDriver:X2}")
            : null;
    }

    private static string? NameOf(int? codePage) => codePage switch
    {
        null or 0 => null,
        936 or 20936 => "gbk",
        54936 => "gb18030",
        950 => "big5",
        65001 => "utf-8",
        { } page when TextEncodings.IsKnown($"windows-{page}") => $"windows-{page}",
        { } page when TextEncodings.IsKnown($"ibm{page}") => $"ibm{page}",
        { } page when TextEncodings.IsKnown($"cp{page}") => $"cp{page}",
        _ => null,
    };

    // What is told stands unless the bytes are plainly something else: text that is Chinese or UTF-8 by its bytes is no
    // Latin, and text that is not well-formed UTF-8 is not UTF-8.
    private static bool Agrees(string declared, string guess, ReadOnlySpan<byte> sample)
    {
        var form = Utf8Form.Of(sample);
        var isDoubleByte = declared is "gbk" or "gb18030" or "gb2312" or "big5" or "utf-8" or "utf8"
            || declared.Contains("932", StringComparison.Ordinal) || declared.Contains("949", StringComparison.Ordinal);
        return form.IsAscii || (declared is "utf-8" or "utf8" ? form.IsUtf8
            : isDoubleByte ? !form.IsWideUtf8
            : guess == EncodingGuess.Latin || (guess == EncodingGuess.Utf8 && !form.IsUtf8));
    }

    // The texts of the first records that have some; one after another, with line ends between.
    private static ReadOnlySpan<byte> Sample(DbfReader reader, CancellationToken cancel)
    {
        var sample = new MemoryStream();
        var texts = reader.Header.Fields.Where(f => f.Type == 'C').ToArray();
        foreach (var field in reader.Header.Fields)
        {
            Add(sample, field.Name);
        }

        while (texts.Length > 0 && sample.Length < SampleBytes && reader.BytesRead < MostBytesRead && reader.Read())
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var field in texts)
            {
                Add(sample, DbfValues.Trim(reader.Value(field)));
            }
        }

        reader.Rewind();
        return sample.GetBuffer().AsSpan(0, (int)sample.Length);
    }

    // ASCII tells nothing.
    private static void Add(MemoryStream sample, ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            sample.Write(text);
            sample.WriteByte((byte)'\n');
        }
    }
}
