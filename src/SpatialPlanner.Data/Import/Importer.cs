using System.Security.Cryptography;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.GeoJson;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Import;

/// <summary>Reads files of any known format and stores them: each file as a whole or not at all.</summary>
public static class Importer
{
    private static readonly LocalText ByStandard = new("该格式规定如此", "the format says so");
    private static readonly LocalText ByDegrees = new(
        "未声明；数值都在经纬度范围内", "not declared; all values are within the range of degrees");

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
        Store(workspace, Read(path, options, pack, progress, cancel), options.Replace, progress, cancel);

    /// <summary>Reads a file without storing it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="pack">Services and constants.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static ReadFile Read(
        string path, ImportOptions options, RulePack pack, IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        var file = Path.GetFileName(path);
        try
        {
            CheckThere(path, file);
            CheckCrs(file, options.Crs);
            var format = OsmReader.Recognises(path)
                ? FileFormat.OpenStreetMap
                : FileFormat.Recognise(path) ?? throw Unknown(file);
            if (format != FileFormat.OpenStreetMap)
            {
                // OSM XML tells by its own end that it is whole.
                WholeGzip.Require(path, file);
            }

            var batch = ReadRows(path, file, format, options, pack, progress, cancel);
            CheckAny(file, format, options.Layer, batch);
            DerivedValues.FillLengths(batch);
            DerivedValues.FillGrades(batch);
            var estimated = DerivedValues.FillPeople(batch, pack.Population);
            (batch, var repairs) = NetworkRepairs.Apply(batch, options.Repair, cancel);
            return new ReadFile(
                batch, Source(path, file), Result(batch, format, options, estimated) with
                {
                    Repairs = repairs,
                });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw InputException.Fatal(
                file, null, new LocalText($"无法读取：{e.Message}", $"cannot be read: {e.Message}"),
                new LocalText("检查文件是否完整以及权限", "check that the file is complete and its permissions"), e);
        }
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
        workspace.Commit(batch, file.Source, replace, progress, cancel);
        return file.Result;
    }

    private static LayerBatch ReadRows(
        string path, string file, string format, ImportOptions options, RulePack pack, IProgress<Progress>? progress,
        CancellationToken cancel)
    {
        if (format == FileFormat.OpenStreetMap)
        {
            return OsmReader.Read(
                path, pack, new OsmReadOptions(options.Layer is { } wanted ? [wanted] : null), progress, cancel);
        }

        var layer = options.Layer ?? throw InputException.Fatal(
            file, null, new LocalText($"{format} 文件需要指明图层", $"a {format} file needs the name of a layer"),
            new LocalText($"加 --layer：{LayerNames}", $"add --layer with one of {LayerNames}"));
        if (layer == WorkspaceLayers.NetworkRepairs)
        {
            throw InputException.Fatal(
                file, null, new LocalText("该图层由 --repair 填写，不能导入", "this layer is written by --repair and takes no file"),
                new LocalText($"可用：{LayerNames}", $"use one of {LayerNames}"));
        }

        var read = new ReadOptions(layer, pack) { Map = options.Map, Encoding = options.Encoding };
        using var stream = FileFormat.Open(path);
        return format == FileFormat.GeoJson
            ? GeoJsonReader.Read(path, stream, read with { Encoding = read.Encoding ?? FileFormat.Utf16(path) }, progress, cancel)
            : CsvReader.Read(path, stream, read, progress, cancel);
    }

    private static string LayerNames => string.Join(
        ", ", WorkspaceLayers.All.Where(l => l != WorkspaceLayers.NetworkRepairs).Select(l => l.Name));

    private static ImportResult Result(LayerBatch batch, string format, ImportOptions options, int estimated)
    {
        var records = batch.Layers.Keys.Where(l => l != WorkspaceLayers.NetworkRepairs).Select(l => ImportRecord.Of(batch, l, new ImportSource(batch.File, string.Empty, 0), string.Empty));
        var reason = options.Crs is not null ? new LocalText("由 --crs 指定", "given by --crs")
            : format == FileFormat.Csv ? ByDegrees : ByStandard;
        return new ImportResult(
            batch.File, format, batch.Crs, reason,
            [.. records.Select(r => new LayerCount(r.Layer, r.RowsRead, r.RowsTaken, r.RowsRepaired, r.RowsRejected))],
            estimated, batch.Problems);
    }

    private static ImportSource Source(string path, string file)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return new ImportSource(file, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length);
    }

    private static void CheckThere(string path, string file)
    {
        if (!File.Exists(path))
        {
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

    private static void CheckCrs(string file, string? crs)
    {
        if (crs is not null && crs.ToUpperInvariant() is not ("EPSG:4326" or "CRS84" or "OGC:CRS84" or "WGS84"))
        {
            throw InputException.Fatal(
                file, null, new LocalText($"--crs {crs}：目前只接受 EPSG:4326", $"--crs {crs}: only EPSG:4326 is taken"),
                new LocalText("请先转换为 EPSG:4326", "convert the file to EPSG:4326 first"));
        }
    }

    // A file of which nothing could be used is a mistake, not an import of nothing.
    private static void CheckAny(string file, string format, LayerSchema? layer, LayerBatch batch)
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
            : format == FileFormat.OpenStreetMap
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

    private static InputException Unknown(string file) => InputException.Fatal(
        file, null,
        new LocalText("不是可识别的格式（OSM、GeoJSON、CSV）", "not a format that is read here (OSM, GeoJSON, CSV)"),
        new LocalText("检查文件，或转换为 GeoJSON", "check the file, or convert it to GeoJSON"));
}
