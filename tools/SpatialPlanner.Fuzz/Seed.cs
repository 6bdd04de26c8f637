namespace SpatialPlanner.Fuzz;

/// <summary>A whole file to start from, with those that belong to it.</summary>
/// <param name="Reader">The reader that it is for.</param>
/// <param name="Main">Name of the file that is opened.</param>
/// <param name="Files">Bytes of the files by name; one but for shapefiles.</param>
internal sealed record Seed(string Reader, string Main, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>A seed of one file.</summary>
    public static Seed Of(string reader, string name, byte[] bytes) => new(reader, name, new Dictionary<string, byte[]>
    {
        [name] = bytes,
    });

    /// <summary>True where the file is a zip, inside of which changes go deeper.</summary>
    public static bool IsZip(byte[] bytes) => bytes.AsSpan().StartsWith("PK\u0003\u0004"u8);
}
