using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Import;

/// <summary>Reads files of any known format and stores them: each file as a whole or not at all.</summary>
public static class Importer
{
    internal const string OsmFormatName = "OpenStreetMap";
    private static readonly LocalText ByStandard = new("该格式规定如此", "the format says so");

    /// <summary>Reads a file and stores it.</summary>
    /// <param name="workspace">Where to store it.</param>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="pack">Services and constants.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Cancels; the workspace stays as it was.</param>
    /// <exception cref="InputException">The file cannot be used; the workspace is as it was.</exception>
    public static ImportResult Import(
        IWorkspace workspace, string path, ImportOptions options, RulePack pack,
        IProgress<Progress>? progress = null, CancellationToken cancel = default) =>
        Store(workspace, Read(path, options, pack, new WorkspaceStreets(workspace), progress, cancel), options.Replace, progress, cancel);

    /// <summary>Reads a file without storing it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="pack">Services and constants.</param>
    /// <param name="streets">The streets that the file should lie at; null where none are known.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used, or not without a word of the user.</exception>
    public static ReadFile Read(
        string path, ImportOptions options, RulePack pack, WorkspaceStreets? streets = null, IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        var file = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        return ReadFaults.Worded(file, () =>
        {
            CheckThere(path, file);
            CheckNotALog(file, options.Layer);
            return !Directory.Exists(path) && OsmReader.Recognises(path)
                ? ReadOsm(path, file, options, pack, progress, cancel)
                : PlainImport.Read(path, file, options, pack, streets, progress, cancel);
        });
    }

    /// <summary>Stores a file that was read, in one transaction.</summary>
    /// <param name="workspace">Where to store it.</param>
    /// <param name="file">What was read.</param>
    /// <param name="replace">True empties the layers of the file first.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Cancels; the workspace stays as it was.</param>
    public static ImportResult Store(
        IWorkspace workspace, ReadFile file, bool replace, IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        var batch = NetworkRepairs.Superseding(workspace, file.Batch, replace);
        var before = batch.Layers.Keys.ToDictionary(l => l, workspace.Count);
        workspace.Commit(batch, file.Source, replace, progress, cancel);
        return replace ? file.Result : file.Result with
        {
            Replaced = Replaced(workspace, batch, before),
        };
    }

    // Rows stored and rows that left, beside how many there are more: the others took the place of one with their id.
    private static Dictionary<string, long> Replaced(
        IWorkspace workspace, LayerBatch batch, Dictionary<LayerSchema, long> before) => batch.Layers
        .Where(l => l.Key != WorkspaceLayers.NetworkRepairs && batch.Leaving.GetValueOrDefault(l.Key, []).Count == 0)
        .Select(l => (l.Key.Name, Count: before[l.Key] + l.Value.Count - workspace.Count(l.Key)))
        .Where(l => l.Count > 0).ToDictionary(l => l.Name, l => l.Count);

    private static ReadFile ReadOsm(
        string path, string file, ImportOptions options, RulePack pack, IProgress<Progress>? progress, CancellationToken cancel)
    {
        if (options.Crs is { } crs && crs != CoordinateSystems.Wgs84)
        {
            throw InputException.Fatal(
                file, null, new LocalText("OpenStreetMap 数据总是 WGS 84", "OpenStreetMap data are always in WGS 84"),
                new LocalText("去掉 --crs", "leave --crs out"));
        }

        var batch = OsmReader.Read(
            path, pack, new OsmReadOptions(options.Layer is { } wanted ? [wanted] : null), progress, cancel) with
        {
            Format = OsmFormatName,
            CrsReason = ByStandard.En,
        };
        CheckAny(file, options.Layer, batch, isOsm: true);
        return Finish([path], file, batch, ByStandard, RowCompletion.Complete(batch, pack.Population), options, cancel);
    }

    /// <summary>What is common to all formats after the rows are read: repair of the network, counts, source.</summary>
    internal static ReadFile Finish(
        IReadOnlyList<string> files, string file, LayerBatch read, LocalText crsReason, int estimated, ImportOptions options,
        CancellationToken cancel)
    {
        var (batch, repairs) = NetworkRepairs.Apply(read, options.Repair, cancel);
        var records = batch.Layers.Keys.Where(l => l != WorkspaceLayers.NetworkRepairs)
            .Select(l => ImportRecord.Of(batch, l, new ImportSource(file, string.Empty, 0), string.Empty));
        var result = new ImportResult(
            file, batch.Format, batch.Crs, crsReason,
            [.. records.Select(r => new LayerCount(r.Layer, r.RowsRead, r.RowsTaken, r.RowsRepaired, r.RowsRejected))],
            estimated, batch.Problems)
        {
            Repairs = repairs,
            Encoding = batch.Encoding,
            Conversion = batch.Conversion,
        };
        return new ReadFile(batch, FileHash.Of(files, file), result);
    }

    /// <summary>Names of the layers that take a file.</summary>
    public static string LayerNames => string.Join(
        ", ", WorkspaceLayers.Imported.Select(l => l.Name));

    /// <summary>Names of fields in files that fill a column unasked, besides the column's own.</summary>
    /// <param name="column">Name of a column.</param>
    public static IReadOnlyList<string> FieldNamesOf(string column) => FieldNames.Aliases.GetValueOrDefault(column, []);

    private static void CheckNotALog(string file, LayerSchema? layer)
    {
        if (layer is not null && !WorkspaceLayers.Imported.Contains(layer))
        {
            var by = layer == WorkspaceLayers.NetworkRepairs ? "planner import --repair" : "planner rules";
            throw InputException.Fatal(
                file, null, new LocalText($"图层 {layer.Name} 由 {by} 填写，不能导入", $"the layer {layer.Name} is written by {by} and takes no file"),
                new LocalText($"可用：{LayerNames}", $"use one of {LayerNames}"));
        }
    }

    private static void CheckThere(string path, string file)
    {
        if (!File.Exists(path))
        {
            if (OgrFormat.IsGeodatabase(path))
            {
                return;
            }

            throw Directory.Exists(path)
                ? InputException.Fatal(
                    file.Length > 0 ? file : path, null, new LocalText("这是文件夹，不是文件", "this is a folder, not a file"),
                    new LocalText("给出其中的文件", "give the files in it"))
                : InputException.Fatal(
                    file.Length > 0 ? file : path, null, new LocalText("文件不存在", "the file does not exist"),
                    new LocalText("检查路径", "check the path"));
        }

        if (new FileInfo(path).Length == 0)
        {
            throw InputException.Fatal(
                file, null, new LocalText("文件是空的（0 字节）", "the file is empty (0 bytes)"),
                new LocalText("重新导出或下载", "export or download it again"));
        }
    }

    // A file of which nothing could be used is a mistake, not an import of nothing.
    internal static void CheckAny(string file, LayerSchema? layer, LayerBatch batch, bool isOsm)
    {
        if (batch.Layers.Values.Any(rows => rows.Count > 0))
        {
            return;
        }

        var first = batch.Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Rejected);
        var rows = batch.RowsRead.Values.Sum();
        throw first is not null
            ? InputException.Fatal(
                file, first.Place,
                rows == 0
                    ? new LocalText($"{first.What.Zh}；文件中没有可用的内容", $"{first.What.En}; nothing in the file can be used")
                    : new LocalText(
                        $"{first.What.Zh}；没有一行可用（共 {rows} 行）", $"{first.What.En}; none of the {rows} rows can be used"),
                first.Remedy)
            : isOsm
                ? NothingTagged(file, layer)
                : InputException.Fatal(
                    file, null, new LocalText("文件中没有数据行", "the file has no rows"), new LocalText("检查导出", "check the export"));
    }

    private static InputException NothingTagged(string file, LayerSchema? layer) => InputException.Fatal(
        file, null,
        layer is null
            ? new LocalText(
                "OpenStreetMap 数据中没有可步行道路、建筑、设施、出入口或边界",
                "the OpenStreetMap data has no walkable way, building, facility, entrance or boundary")
            : new LocalText(
                $"OpenStreetMap 数据中没有属于图层 {layer.Name} 的对象", $"the OpenStreetMap data has nothing for the layer {layer.Name}"),
        new LocalText("导出时保留标签，并检查 --layer", "keep the tags in the export, and check --layer"));
}
