using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Results;

/// <summary>A folder of results: it has all of the new files or none.</summary>
internal static class ResultFolder
{
    /// <summary>Writes files beside the folder and moves them into it when all are whole.</summary>
    /// <param name="folder">Folder to write to; made where it is not there.</param>
    /// <param name="write">Writes the files into the folder of drafts that it is given, and names them.</param>
    /// <exception cref="InputException">They cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, Func<string, IReadOnlyList<string>> write)
    {
        var draft = Drafts.Beside(Path.TrimEndingDirectorySeparator(folder));
        try
        {
            MakeFolder(folder, draft);
            var files = write(draft);
            Directory.CreateDirectory(folder);
            foreach (var file in files)
            {
                File.Move(Path.Combine(draft, file), Path.Combine(folder, file), overwrite: true);
            }

            return files;
        }
        catch (InputException e) when (e.Problem.File.StartsWith(draft + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InputException(e.Problem with { File = Path.Combine(folder, Path.GetFileName(e.Problem.File)) }, e.InnerException);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NotWritten(folder, e);
        }
        finally
        {
            Drafts.DiscardFolder(draft);
        }
    }

    // Beside the folder, so that a run that ends early leaves neither new files nor a mixture with those of a former run.
    private static void MakeFolder(string folder, string draft)
    {
        if (File.Exists(folder))
        {
            throw NoFolder(folder, null);
        }

        try
        {
            Directory.CreateDirectory(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NoFolder(folder, e);
        }
    }

    private static InputException NoFolder(string folder, Exception? e) => StoreErrors.Fatal(
        folder, "无法建立输出文件夹", "the output folder cannot be made",
        "检查路径（不能是已有的文件）和上级文件夹的权限",
        "check the path (it must not be a file) and the permissions of the folder above", e);
}
