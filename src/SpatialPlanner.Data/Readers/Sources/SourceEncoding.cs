namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>How the encoding of a file's text is known.</summary>
public enum EncodingOrigin
{
    /// <summary>The format allows no other.</summary>
    Standard,

    /// <summary>The user said so.</summary>
    User,

    /// <summary>The file says so: a byte order mark, a .cpg file, the language id of a .dbf file.</summary>
    Declared,

    /// <summary>Guessed from the bytes; to be confirmed by a look at the texts.</summary>
    Guessed,
}

/// <summary>Encoding of a file's text.</summary>
/// <param name="Name">Name, e.g. <c>utf-8</c>, <c>gb18030</c>.</param>
/// <param name="Origin">How it is known.</param>
/// <param name="Where">What declared it (".cpg", "LDID 0x4D"); empty where nothing did.</param>
public sealed record SourceEncoding(string Name, EncodingOrigin Origin, string Where = "")
{
    /// <summary>UTF-8 by the standard of the format.</summary>
    public static readonly SourceEncoding Utf8 = new("utf-8", EncodingOrigin.Standard);
}
