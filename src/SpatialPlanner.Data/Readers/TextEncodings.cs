using System.Text;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Encodings;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers;

/// <summary>Text encodings by the names that users give, the Chinese ones among them, and by the bytes of a file.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the Chinese encodings known to the runtime.</summary>
    public static void Register()
    {
        // The static constructor does it.
    }

    /// <summary>The encoding; it throws at bytes that it cannot read.</summary>
    public static Encoding Find(string? name, string file)
    {
        try
        {
            return Encoding.GetEncoding(Normal(name ?? "utf-8"), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException e)
        {
            throw InputException.Fatal(
                file, null, new LocalText($"没有名为 {name} 的编码", $"there is no encoding named {name}"),
                new LocalText("例如 utf-8、gbk、gb18030、big5", "use for instance utf-8, gbk, gb18030 or big5"), e);
        }
    }

    /// <summary>True where there is an encoding of this name.</summary>
    public static bool IsKnown(string name)
    {
        try
        {
            return Encoding.GetEncoding(Normal(name)) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // GB18030 reads all that GBK and GB 2312 can write, and files that say the latter often hold more.
    private static string Normal(string name) => name.Trim().ToLowerInvariant() switch
    {
        "gbk" or "gb2312" or "cp936" or "936" or "gb18030-2000" => "gb18030",
        "cp950" or "950" => "big5",
        "utf8" or "cp65001" or "65001" => "utf-8",
        var other => other,
    };

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

        return new SourceEncoding(EncodingGuess.Of(sample), EncodingOrigin.Guessed);
    }
}
