using System.Security.Cryptography;
using System.Text.Json;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Results;

/// <summary>A folder of results: it has all of the new files or none.</summary>
internal static class ResultFolder
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    /// <summary>Writes a layer as a file of the folder, and tells its hash.</summary>
    /// <param name="folder">Folder of drafts.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="note">Where the data comes from; null for nothing.</param>
    /// <param name="format">Format of <see cref="LayerExport"/>.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="cancel">Cancels.</param>
    public static RunRecord.Output Export(
        string folder, PublishedLayer layer, string? note, string format, string name, CancellationToken cancel)
    {
        var path = Path.Combine(folder, name);
        LayerExport.Write(layer, note, format, path, cancel);
        using var bytes = File.OpenRead(path);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Writes the record of a run as <c>run.json</c> of the folder, and gives the name of that file.</summary>
    /// <param name="folder">Folder of drafts.</param>
    /// <param name="record">The record.</param>
    public static string WriteRecord<T>(string folder, T record)
    {
        const string name = "run.json";
        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, Json);
        LayerExport.WriteWhole(Path.Combine(folder, name), draft => File.WriteAllBytes(draft, bytes));
        return name;
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
