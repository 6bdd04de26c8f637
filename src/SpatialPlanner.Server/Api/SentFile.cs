using System.IO.Compression;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Server.Api;

/// <summary>An export on its way out: a file in a folder of its own, which is deleted once the file is sent.</summary>
/// <param name="path">The file.</param>
/// <param name="folder">Its folder.</param>
internal sealed class SentFile(string path, DirectoryInfo folder)
    : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous)
{
    /// <summary>Writes an export.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="request">Makes the request of the path.</param>
    /// <param name="zip">True for an archive of all files of the export.</param>
    /// <param name="cancel">Cancels.</param>
    public static SentFile Of(string name, Func<string, ExportRequest> request, bool zip, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("planner-export-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            var written = LayerExport.Write(request(path), null, cancel);
            return new SentFile(zip ? Zipped(written.Files, folder) : path, folder);
        }
        catch (Exception e)
        {
            folder.Delete(recursive: true);
            // The folder is the server's business.
            throw e is InputException { Problem: var problem } ? new InputException(problem with { File = name }, e) : e;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        DeleteFolder();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        DeleteFolder();
    }

    private static string Zipped(IReadOnlyList<string> files, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "export.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            zip.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.Fastest);
        }

        return path;
    }

    private void DeleteFolder()
    {
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
            folder.Refresh();
        }
    }
}
