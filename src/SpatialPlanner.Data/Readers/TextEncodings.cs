using System.Text;
using System.Text.Unicode;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers;

/// <summary>Text encodings by the names that users give, the Chinese ones among them, and by the bytes of a file.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding; it throws at bytes that it cannot read.</summary>
    public static Encoding Find(string? name, string file)
    {
        try
        {
            return Encoding.GetEncoding(name ?? "utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException e)
        {
            throw InputException.Fatal(
                file, null, new LocalText($"没有名为 {name} 的编码", $"there is no encoding named {name}"),
                new LocalText("例如 utf-8、gbk、gb18030、big5", "use for instance utf-8, gbk, gb18030 or big5"), e);
        }
    }

    /// <summary>The encoding that a byte order mark tells; null where there is none.</summary>
    public static SourceEncoding? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("utf-8", EncodingOrigin.Declared, "BOM"),
        [0xFF, 0xFE, ..] => new("utf-16", EncodingOrigin.Declared, "BOM"),
        [0xFE, 0xFF, ..] => new("utf-16BE", EncodingOrigin.Declared, "BOM"),
        _ => null,
    };

    /// <summary>The encoding of a text by its bytes.</summary>
    /// <param name="sample">Bytes of the text; may end inside a character.</param>
    public static SourceEncoding Guess(ReadOnlySpan<byte> sample)
    {
        if (ByMark(sample) is { } marked)
        {
            return marked;
        }

        // The last character may be cut off.
        var whole = sample;
        for (var cut = 0; cut < 4 && whole.Length > 0; cut++, whole = sample[..^cut])
        {
            if (Utf8.IsValid(whole))
            {
                return new SourceEncoding("utf-8", EncodingOrigin.Guessed);
            }
        }

        return new SourceEncoding("gb18030", EncodingOrigin.Guessed);
    }
}
