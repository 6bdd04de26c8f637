using System.Text;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>The encodings in which a .dbf can be written.</summary>
/// <param name="Name">What stands in the .cpg file.</param>
/// <param name="Encoding">The encoding; it throws at a character that it lacks.</param>
/// <param name="LanguageDriver">Number of the code page in the .dbf header.</param>
internal sealed record DbfEncoding(string Name, Encoding Encoding, byte LanguageDriver)
{
    /// <summary>Names that a user may give.</summary>
    public static readonly IReadOnlyList<string> Names = ["utf-8", "gbk", "gb18030"];

    private const byte CodePage936 = 0x4D;

    /// <summary>The encoding of a name; UTF-8 where null. Null where it is not one of <see cref="Names"/>.</summary>
    /// <param name="name">Name.</param>
    public static DbfEncoding? Find(string? name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return (name ?? "utf-8").ToLowerInvariant() switch
        {
            "utf-8" or "utf8" => new("UTF-8", Strict("utf-8"), 0),
            "gbk" or "cp936" => new("GBK", Strict("gbk"), CodePage936),
            "gb18030" => new("GB18030", Strict("gb18030"), 0),
            _ => null,
        };
    }

    /// <summary>Bytes of a text; refuses what the encoding cannot write.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Path of the export, for the message.</param>
    /// <param name="id">Id of the row.</param>
    /// <param name="column">Name of the column.</param>
    /// <exception cref="InputException">The encoding lacks a character.</exception>
    public int ByteCount(string text, string path, string id, string column)
    {
        try
        {
            return Encoding.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            var character = e.CharUnknownHigh == default ? e.CharUnknown.ToString() : $"{e.CharUnknownHigh}{e.CharUnknownLow}";
            throw InputException.Fatal(
                path, id,
                new($"{Name} 编码没有字段 {column} 中的字符“{character}”", $"{Name} lacks the character '{character}' in {column}"),
                new("改用 --encoding utf-8（或 gb18030）", "use --encoding utf-8 (or gb18030)"), e);
        }
    }

    private static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
}
