using SpatialPlanner.Data.Export.FlatGeobuf;
using SpatialPlanner.Data.Export.Kml;
using SpatialPlanner.Data.Export.Shapefile;
using SpatialPlanner.Data.Export.Xlsx;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes a layer as a file or several. They appear, whole, at the end.</summary>
public static class LayerExport
{
    /// <summary>
    /// CSV without the byte order mark by which Excel knows UTF-8: for the result tables that other programs read.
    /// </summary>
    public const string PlainCsv = "plain csv";

    private static readonly ILayerWriter[] Writers =
    [
        new GeoJsonWriter(), new GeoPackageWriter(), new ShapefileWriter(), new CsvWriter(), new XlsxWriter(), new KmlWriter(),
        new FlatGeobufWriter(),
    ];

    /// <summary>Formats by the name a user gives.</summary>
    public static readonly IReadOnlyList<string> Formats = [.. Writers.Select(w => w.Format)];

    /// <summary>Media type of a format's file, and whether an export in it is several files.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    public static (string MediaType, bool SeveralFiles) Describe(string format)
    {
        var writer = Find(format);
        return (writer.MediaType, writer.SeveralFiles);
    }

    /// <summary>Writes a layer with its metadata file.</summary>
    /// <param name="request">What, as what, and where to.</param>
    /// <param name="progress">Told about the rows.</param>
    /// <param name="cancel">Cancels; no file is left.</param>
    /// <exception cref="InputException">The format cannot hold what is asked, or the files cannot be written.</exception>
    public static ExportResult Write(
        ExportRequest request, IProgress<Progress>? progress = null, CancellationToken cancel = default) =>
        Write(request, withMetadata: true, progress, cancel);

    /// <summary>Writes a result layer alone, in WGS 84.</summary>
    /// <param name="layer">The layer with its rows.</param>
    /// <param name="note">Where the data comes from; null for nothing.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">Path of the file; one that is there is replaced.</param>
    /// <param name="cancel">Cancels; no file is left.</param>
    /// <returns>Number of rows written.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static long Write(
        PublishedLayer layer, string? note, string format, string path, CancellationToken cancel = default) => Write(
        new LayerSchema(layer.Name, layer.Title, layer.Geometry, layer.Columns), layer.Rows, note, format, path, cancel);

    /// <summary>Writes rows of any layer-like table alone, in WGS 84.</summary>
    /// <param name="layer">Name, geometry and columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="note">Where the data comes from; null for nothing.</param>
    /// <param name="format">One of <see cref="Formats"/> or <see cref="PlainCsv"/>.</param>
    /// <param name="path">Path of the file; one that is there is replaced.</param>
    /// <param name="cancel">Cancels; no file is left.</param>
    /// <returns>Number of rows written.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static long Write(
        LayerSchema layer, IEnumerable<LayerRow> rows, string? note, string format, string path,
        CancellationToken cancel = default) =>
        Write(new ExportRequest(layer, rows, format, path, ExportOrigin.Noted(note)), withMetadata: false, null, cancel).Rows;

    private static ExportResult Write(
        ExportRequest request, bool withMetadata, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var writer = Find(request.Format);
        if (request.Encoding is not null && !writer.TakesEncoding)
        {
            throw InputException.Fatal(
                request.Path, null,
                new($"{request.Format} 总是 UTF-8，不能选编码", $"{request.Format} is always UTF-8: an encoding cannot be chosen"),
                new("去掉 --encoding；只有 shp 可选编码", "leave --encoding out; only shp has a choice"));
        }

        if (writer.Refusal(request) is var (what, remedy))
        {
            throw InputException.Fatal(request.Path, null, what, remedy);
        }

        ExportJob? job = null;
        var files = WholeFiles.Write(
            request.Path,
            folder =>
            {
                job = new ExportJob(request, folder, progress, cancel);
                writer.Write(job);
                cancel.ThrowIfCancellationRequested();
                if (withMetadata)
                {
                    string[] written = [.. Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
                    ExportMetadata.Write(job, written);
                }
            },
            (folder, written) => writer.Leftovers(folder, Path.GetFileNameWithoutExtension(request.Path), written).Except(written));
        return new ExportResult(job!.RowCount, files, job.Notes.All);
    }

    /// <summary>Writes a file beside its place and moves it there.</summary>
    internal static void WriteWhole(string path, Action<string> write)
    {
        var name = Path.GetFileName(path);
        WholeFiles.Write(path, folder => write(Path.Combine(folder, name)), (_, _) => []);
    }

    /// <summary>Who made the data of a workspace, for the file that leaves it.</summary>
    /// <param name="workspace">The workspace.</param>
    public static string? Note(IWorkspace workspace) => Note(workspace.Info, workspace.Imports);

    /// <summary>Who made the data, for the file that leaves the workspace.</summary>
    /// <param name="info">What the workspace says about itself.</param>
    /// <param name="imports">Where its rows came from.</param>
    public static string? Note(WorkspaceInfo info, IReadOnlyList<ImportRecord> imports) =>
        ExportOrigin.NoteOf(info.Synthetic, imports);

    private static ILayerWriter Find(string format) =>
        format == PlainCsv ? new CsvWriter(forExcel: false)
        : Writers.FirstOrDefault(w => w.Format == format)
            ?? throw new ArgumentException($"No format {format}; see LayerExport.Formats.", nameof(format));
}
