using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes several files into a folder beside their place and moves them there when all are whole.</summary>
internal static class WholeFiles
{
    /// <summary>Writes and moves.</summary>
    /// <param name="path">Path that the user gave; the files go into its folder.</param>
    /// <param name="write">Writes the files into the folder of drafts that it is given.</param>
    /// <param name="leftovers">
    /// Files of a former export that would be read together with the new ones and are deleted, given the folder and the new ones' names.
    /// </param>
    /// <returns>Paths of the files, by name.</returns>
    /// <exception cref="Problems.InputException">They cannot be written; those that were there are as they were.</exception>
    public static IReadOnlyList<string> Write(
        string path, Action<string> write, Func<string, IReadOnlyList<string>, IEnumerable<string>> leftovers)
    {
        if (Directory.Exists(path))
        {
            throw StoreErrors.Fatal(
                path, "这是文件夹，不是文件", "this is a folder, not a file", "给出文件名", "give the name of a file");
        }

        var target = Path.GetDirectoryName(path) ?? string.Empty;
        var draft = Drafts.Beside(path);
        try
        {
            if (target.Length > 0 && !Directory.Exists(target))
            {
                throw new DirectoryNotFoundException();
            }

            Directory.CreateDirectory(draft);
            write(draft);
            return Move(draft, target, leftovers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw StoreErrors.NotWritten(path, e);
        }
        finally
        {
            Drafts.DiscardFolder(draft);
        }
    }

    private static List<string> Move(string draft, string target, Func<string, IReadOnlyList<string>, IEnumerable<string>> leftovers)
    {
        string[] names = [.. Directory.EnumerateFiles(draft).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        if (names.FirstOrDefault(n => Directory.Exists(Path.Combine(target, n))) is { } folder)
        {
            throw new IOException($"{folder} is a folder.");
        }

        foreach (var old in leftovers(target, names))
        {
            File.Delete(Path.Combine(target, old));
        }

        foreach (var name in names)
        {
            File.Move(Path.Combine(draft, name), Path.Combine(target, name), overwrite: true);
        }

        return [.. names.Select(n => Path.Combine(target, n))];
    }
}
