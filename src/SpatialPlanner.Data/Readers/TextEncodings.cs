using System.Text;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers;

/// <summary>Text encodings by the names that users give, the Chinese ones among them.</summary>
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
}
