using System.ComponentModel;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Archives;
using SpatialPlanner.Data.Readers.GeoPackage;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Ogr;

/// <summary>Makes a temporary GeoPackage of a file and opens it.</summary>
internal static class OgrConversion
{
    /// <summary>Column of row numbers that the conversion adds.</summary>
    public const string RowId = "ogr_fid_of_conversion";

    private const string Geometry = "ogr_geometry";

    // Endings of the files that belong to a MapInfo table.
    private static readonly string[] OfMapInfo = [".tab", ".dat", ".map", ".id", ".ind", ".mif", ".mid"];

    /// <summary>Converts and opens a file.</summary>
    /// <exception cref="InputException">GDAL is not there or cannot read the file.</exception>
    public static SourceFile Open(
        OgrTool tool, FileHead head, string file, string format, SourceOptions options, CancellationToken cancel)
    {
        if (!tool.IsInstalled)
        {
            throw NotInstalled(file, format, null);
        }

        var folder = new TemporaryFolder(options.TemporaryFolder);
        try
        {
            var target = Path.Combine(folder.Content, "converted.gpkg");
            Convert(tool, head, target, file, format, options, cancel);
            var opened = GeoPackageFormat.Open(target, file, "GDAL", folder, $"{format} (GDAL)");
            opened.Files = FilesOf(head);
            return opened;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static void Convert(
        OgrTool tool, FileHead head, string target, string file, string format, SourceOptions options, CancellationToken cancel)
    {
        try
        {
            var reason = tool.Convert(head.Path, target, Arguments(head, options), Watch, cancel);
            if (reason is not null)
            {
                throw head.HasExtension(".dwg") ? OgrFormat.DwgRefusal(file) : Failed(file, format, reason.Replace(head.Path, file, StringComparison.Ordinal));
            }
        }
        catch (Win32Exception e)
        {
            throw NotInstalled(file, format, e);
        }

        if (!File.Exists(target))
        {
            throw Failed(file, format, "no layers");
        }

        void Watch()
        {
            var bytes = File.Exists(target) ? new FileInfo(target).Length : 0;
            options.Progress?.Report(new Progress($"converting {file} with GDAL, bytes", bytes));
            if (bytes > options.Limits.UnpackedBytes)
            {
                throw InputException.Fatal(
                    file, null,
                    new($"转换后大于 {options.Limits.UnpackedBytes >> 20} MB", $"converted it is larger than {options.Limits.UnpackedBytes >> 20} MB"),
                    new("拆分数据，或提高 SPATIALPLANNER_MAX_UNPACKED_MB", "split the data, or raise SPATIALPLANNER_MAX_UNPACKED_MB"));
            }
        }
    }

    // Names of the columns that no file has; curves as lines; nothing written beside the file.
    private static IEnumerable<string> Arguments(FileHead head, SourceOptions options)
    {
        IEnumerable<string> arguments =
        [
            "-nlt", "CONVERT_TO_LINEAR", "-lco", "SPATIAL_INDEX=NO", "-lco", $"GEOMETRY_NAME={Geometry}", "-lco", $"FID={RowId}", "-gt", "65536",
        ];
        return head.HasExtension(".gml") ? [.. arguments, "-oo", "WRITE_GFS=NO", "-oo", "DOWNLOAD_SCHEMA=NO"]
            : head.HasExtension(".dxf") && options.Encoding is { } encoding ? [.. arguments, "--config", "DXF_ENCODING", encoding]
            : arguments;
    }

    private static IReadOnlyList<string> FilesOf(FileHead head)
    {
        if (head.IsFolder)
        {
            return [.. Directory.EnumerateFiles(head.Path).Where(f => !f.EndsWith(".lock", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }

        if (!head.HasExtension(".tab", ".mif"))
        {
            return [head.Path];
        }

        var full = Path.GetFullPath(head.Path);
        var stem = Path.GetFileNameWithoutExtension(full);
        return
        [
            .. Directory.EnumerateFiles(Path.GetDirectoryName(full)!)
                .Where(f => Path.GetFileNameWithoutExtension(f).Equals(stem, StringComparison.OrdinalIgnoreCase)
                    && OfMapInfo.Contains(Path.GetExtension(f).ToLowerInvariant())
                    && head.HasExtension(".mif") == Path.GetExtension(f).ToLowerInvariant() is ".mif" or ".mid")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static InputException Failed(string file, string format, string reason) => InputException.Fatal(
        file, null,
        new($"GDAL 读不了这个 {format} 文件：{reason}", $"GDAL cannot read this {format} file: {reason}"),
        new LocalText("检查文件是否完整，或在 GIS 软件中另存为 GeoPackage", "check that the file is whole, or save it as a GeoPackage in a GIS program"));

    private static InputException NotInstalled(string file, string format, Exception? inner) => InputException.Fatal(
        file, null,
        new($"读取 {format} 需要 GDAL 的 ogr2ogr，本机没有", $"reading {format} needs ogr2ogr of GDAL, which is not on this machine"),
        new(
            "安装 GDAL（Debian/Ubuntu：apt install gdal-bin；Windows：随 QGIS 安装并加入 PATH），或在 GIS 软件中另存为 GeoPackage",
            "install GDAL (Debian, Ubuntu: apt install gdal-bin; Windows: it comes with QGIS, put it on PATH), or save the file as a GeoPackage in a GIS program"),
        inner);
}
