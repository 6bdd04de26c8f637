using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes a layer as a file. The file appears, whole, at the end.</summary>
public static class LayerExport
{
    /// <summary>Formats by the name a user gives.</summary>
    public static readonly IReadOnlyList<string> Formats = ["geojson", "csv", "gpkg"];

    /// <summary>
    /// CSV without the byte order mark by which Excel knows UTF-8: for the result tables that other programs read.
    /// </summary>
    public const string PlainCsv = "plain csv";

    /// <summary>Writes a source layer of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">Path of the file; one that is there is replaced.</param>
    /// <param name="cancel">Cancels; no file is left.</param>
    /// <returns>Number of rows written.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static long Write(
        IWorkspace workspace, LayerSchema layer, string format, string path, CancellationToken cancel = default) =>
        Write(layer, workspace.Read(layer), Note(workspace), format, path, cancel);

    /// <summary>Writes a source or result layer.</summary>
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

    /// <summary>Writes rows of any layer-like table.</summary>
    /// <param name="layer">Name, geometry and columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="note">Where the data comes from; null for nothing.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">Path of the file; one that is there is replaced.</param>
    /// <param name="cancel">Cancels; no file is left.</param>
    /// <returns>Number of rows written.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static long Write(
        LayerSchema layer, IEnumerable<LayerRow> rows, string? note, string format, string path,
        CancellationToken cancel = default)
    {
        var count = 0L;
        var counted = rows.Select(row =>
        {
            count++;
            return row;
        });
        WriteWhole(path, draft => WriteDraft(layer, counted, note, format, draft, cancel));
        return count;
    }

    /// <summary>Writes a file beside its place and moves it there.</summary>
    internal static void WriteWhole(string path, Action<string> write)
    {
        if (Directory.Exists(path))
        {
            throw StoreErrors.Fatal(
                path, "这是文件夹，不是文件", "this is a folder, not a file", "给出文件名", "give the name of a file");
        }

        var draft = Drafts.Beside(path);
        try
        {
            write(draft);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw StoreErrors.NotWritten(path, e);
        }
        finally
        {
            Drafts.Discard(draft);
        }
    }

    /// <summary>Who made the data of a workspace, for the file that leaves it.</summary>
    /// <param name="workspace">The workspace.</param>
    public static string? Note(IWorkspace workspace) => Note(workspace.Info, workspace.Imports);

    /// <summary>Who made the data, for the file that leaves the workspace.</summary>
    /// <param name="info">What the workspace says about itself.</param>
    /// <param name="imports">Where its rows came from.</param>
    public static string? Note(WorkspaceInfo info, IReadOnlyList<ImportRecord> imports)
    {
        if (info.Synthetic)
        {
            return "Synthetic data: the place and its people are invented. 虚构数据。";
        }

        return imports.Any(i => IsOpenStreetMap(i.Source.FileName))
            ? "Contains data © OpenStreetMap contributors, ODbL 1.0"
            : null;
    }

    private static bool IsOpenStreetMap(string file) =>
        file.Contains(".osm", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".pbf", StringComparison.OrdinalIgnoreCase);

    private static void WriteDraft(
        LayerSchema layer, IEnumerable<LayerRow> rows, string? note, string format, string draft, CancellationToken cancel)
    {
        if (format == "gpkg")
        {
            GeoPackageLayerFile.Write(draft, layer, rows, cancel);
            return;
        }

        using var target = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        switch (format)
        {
            case "geojson":
                GeoJsonWriter.Write(target, layer.Name, layer.Columns, rows, note, cancel);
                break;
            case "csv" or PlainCsv:
                CsvLayerWriter.Write(target, layer.Geometry, layer.Columns, rows, format == "csv", cancel);
                break;
            default:
                throw new ArgumentException($"No format {format}; see LayerExport.Formats.", nameof(format));
        }
    }
}
