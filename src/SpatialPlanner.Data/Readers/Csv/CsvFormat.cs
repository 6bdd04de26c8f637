using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>Tables of text: comma, semicolon, tab or bar between the fields.</summary>
internal sealed class CsvFormat : SourceFormat
{
    private const int SampleBytes = 1 << 20;
    private const int DialectChars = 1 << 18;

    public override string Name => "CSV";

    public override bool Recognises(FileHead head)
    {
        var text = head.Text;
        if (head.IsFolder || text.IsEmpty || text[0] is (byte)'<' or (byte)'{')
        {
            return false;
        }

        if (head.HasExtension(".csv", ".tsv"))
        {
            return !head.Bytes.StartsWith("PK\u0003\u0004"u8) && !head.Bytes.StartsWith("SQLite format 3"u8);
        }

        // Titles may stand above the table.
        return !text.Contains((byte)0) && text.IndexOfAny(",;\t|"u8) >= 0 && !Binary(text);
    }

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var sample = Sample(head.Path);
        var encoding = options.Encoding is { } given ? new SourceEncoding(given, EncodingOrigin.User) : TextEncodings.Guess(sample);
        CheckText(sample, encoding, file);
        return new SourceFile(Name,
        [
            new CsvTable(file, () => FileHead.Open(head.Path), encoding, CsvDialect.Of(Text(sample, encoding, file)))
            {
                Bytes = new FileInfo(head.Path).Length,
            },
        ]);
    }

    /// <summary>How a table in memory is written.</summary>
    /// <param name="bytes">The file or its beginning.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="file">File name for messages.</param>
    internal static CsvDialect Dialect(ReadOnlySpan<byte> bytes, SourceEncoding encoding, string file) =>
        CsvDialect.Of(Text(bytes, encoding, file));

    private static byte[] Sample(string path)
    {
        using var stream = FileHead.Open(path);
        var sample = new byte[SampleBytes];
        return sample[..stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
    }

    // Faults of the encoding are told when the rows are read; here they only become marks.
    private static string Text(ReadOnlySpan<byte> sample, SourceEncoding encoding, string file)
    {
        TextEncodings.Find(encoding.Name, file);
        using var reader = new StreamReader(
            new MemoryStream(sample.ToArray()), System.Text.Encoding.GetEncoding(encoding.Name), detectEncodingFromByteOrderMarks: true);
        var text = new char[DialectChars];
        var read = reader.ReadBlock(text);
        return new string(text, 0, read);
    }

    private static bool Binary(ReadOnlySpan<byte> text)
    {
        var control = 0;
        foreach (var b in text)
        {
            control += b < 32 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 12 or 26) ? 1 : 0;
        }

        return control > text.Length / 100;
    }

    // Every second byte is zero in UTF-16; many zeros otherwise are no text.
    private static void CheckText(ReadOnlySpan<byte> sample, SourceEncoding encoding, string file)
    {
        if (encoding.Name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || encoding.Name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase)
            || sample.Count((byte)0) <= sample.Length / 20)
        {
            return;
        }

        throw InputException.Fatal(
            file, null,
            new LocalText("文件含有大量零字节：是二进制文件，或没有标记的 UTF-16 文本", "the file is full of zero bytes: it is no text, or UTF-16 without its mark"),
            new LocalText("另存为 UTF-8 编码的 CSV，或加 --encoding utf-16", "save it as CSV in UTF-8, or give --encoding utf-16"));
    }
}
