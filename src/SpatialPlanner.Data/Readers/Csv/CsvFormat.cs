using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>Tables of text: comma, semicolon, tab or bar between the fields.</summary>
internal sealed class CsvFormat : SourceFormat
{
    private const int SampleBytes = 1 << 20;

    public override string Name => "CSV";

    public override bool Recognises(FileHead head)
    {
        var text = head.Text;
        if (text.IsEmpty || text[0] is (byte)'<' or (byte)'{' || text.Contains((byte)0))
        {
            return false;
        }

        var end = text.IndexOf((byte)'\n');
        return (end < 0 ? text : text[..end]).IndexOfAny(",;\t|"u8) >= 0;
    }

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel) => new(
        Name,
        [
            new CsvTable(file, () => FileHead.Open(head.Path), Encoding(head.Path, options))
            {
                Bytes = new FileInfo(head.Path).Length,
            },
        ]);

    private static SourceEncoding Encoding(string path, SourceOptions options)
    {
        if (options.Encoding is { } given)
        {
            return new SourceEncoding(given, EncodingOrigin.User);
        }

        using var stream = FileHead.Open(path);
        var sample = new byte[SampleBytes];
        return TextEncodings.Guess(sample.AsSpan(0, stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)));
    }
}
