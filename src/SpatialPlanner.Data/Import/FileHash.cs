using System.Security.Cryptography;
using System.Text;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Import;

/// <summary>Hash and length of what was imported, by which a run can be repeated.</summary>
internal static class FileHash
{
    /// <summary>
    /// Of one file the SHA-256 of its bytes. Of several, such as the parts of a shapefile, the SHA-256 of a line for each,
    /// its ending and its own hash, in the order given.
    /// </summary>
    /// <param name="paths">Paths of the files.</param>
    /// <param name="file">Name under which they go.</param>
    public static ImportSource Of(IReadOnlyList<string> paths, string file)
    {
        var hashes = paths.Select(Hash).ToList();
        var lines = string.Concat(paths.Zip(hashes, (p, h) => $"{Path.GetExtension(p).ToLowerInvariant()} {h.Sha256}\n"));
        return new ImportSource(
            file, hashes.Count == 1 ? hashes[0].Sha256 : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))),
            hashes.Sum(h => h.Bytes));
    }

    private static (string Sha256, long Bytes) Hash(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return (Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }
}
