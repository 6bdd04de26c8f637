using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>The ways in which an OpenStreetMap file can be unusable, and what the user can do.</summary>
internal static class OsmErrors
{
    private static readonly LocalText DownloadAgain = new(
        "文件可能下载不完整或已损坏，请重新下载或重新导出", "the download was cut off or the file is damaged: fetch or export it again");

    /// <summary>No file of that name.</summary>
    public static InputException NotThere(string file, bool isFolder) => InputException.Fatal(
        file, null,
        isFolder ? new("这是文件夹，不是文件", "this is a folder, not a file") : new("文件不存在", "the file does not exist"),
        new("检查路径", "check the path"));

    /// <summary>Nothing in the file.</summary>
    public static InputException Empty(string file) => Fatal(
        file, "byte 0", new("文件是空的（0 字节）", "the file is empty (0 bytes)"), DownloadAgain);

    /// <summary>A file without any object.</summary>
    public static InputException NoObjects(string file) => Fatal(
        file, null, new("文件中没有任何节点、路径或关系", "the file holds no node, way or relation"),
        new("请导出包含规划范围的数据", "export the data of the area you plan for"));

    /// <summary>The file ends inside a block.</summary>
    public static InputException CutOff(string file, long at, long wanted, long there) => Fatal(
        file, $"byte {at}",
        new($"文件在数据块中间结束：需要 {wanted} 字节，只剩 {there} 字节",
            $"the file ends in the middle of a block: {wanted} bytes are announced, {there} are there"),
        DownloadAgain);

    /// <summary>Bytes that are no PBF.</summary>
    public static InputException NotPbf(string file, long at, string zh, string en, Exception? inner = null) =>
        Fatal(
            file, $"byte {at}", new($"不是有效的 OSM PBF 数据：{zh}", $"not valid OSM PBF data: {en}"), DownloadAgain, inner);

    /// <summary>A feature the reader does not know.</summary>
    public static InputException UnknownFeature(string file, long at, string feature) => Fatal(
        file, $"byte {at}",
        new($"文件要求读取程序支持“{feature}”，本程序不支持", $"the file requires the feature \"{feature}\", which is not supported"),
        new("请转换为普通数据：osmium cat 输入 -o 输出.osm.pbf（历史数据先用 osmium time-filter）",
            "convert it to plain data: osmium cat IN -o OUT.osm.pbf (history files: osmium time-filter first)"));

    /// <summary>A compression the reader does not know.</summary>
    public static InputException UnknownCompression(string file, long at, string name) => Fatal(
        file, $"byte {at}",
        new($"数据块用 {name} 压缩，仅支持不压缩或 zlib", $"a block is compressed with {name}; only none and zlib are supported"),
        new("请用 osmium cat -f pbf,pbf_compression=zlib 转换", "convert it: osmium cat -f pbf,pbf_compression=zlib IN -o OUT.osm.pbf"));

    /// <summary>A bzip2 file.</summary>
    public static InputException Bzip2(string file) => Fatal(
        file, null, new("不直接读取 .bz2 压缩文件", ".bz2 files are not read directly"),
        new("请先解压：bunzip2 -k 文件.osm.bz2，再导入得到的 .osm 文件",
            "unpack it first: bunzip2 -k FILE.osm.bz2, then import the .osm file"));

    /// <summary>Something else altogether.</summary>
    public static InputException NotOsm(string file, string zh, string en) => Fatal(
        file, "byte 0", new($"不是 OpenStreetMap 文件：{zh}", $"not an OpenStreetMap file: {en}"),
        new("请提供 .osm、.osm.gz 或 .osm.pbf 文件", "give an .osm, .osm.gz or .osm.pbf file"));

    /// <summary>XML that cannot be read on.</summary>
    public static InputException BadXml(string file, string? place, string zh, string en, Exception? inner = null) =>
        Fatal(
            file, place, new($"OSM XML 无法读取：{zh}", $"the OSM XML cannot be read: {en}"), DownloadAgain, inner);

    /// <summary>More than one district can be.</summary>
    public static InputException TooLarge(string file, long limit) => Fatal(
        file, null, new($"文件超过 {limit} 个条目，超出单个规划区的规模", $"the file has more than {limit} entries, more than one district can have"),
        new("请裁剪范围：osmium extract -b 左,下,右,上 输入 -o 输出.osm.pbf",
            "cut out the area: osmium extract -b LEFT,BOTTOM,RIGHT,TOP IN -o OUT.osm.pbf"));

    private static InputException Fatal(
        string path, string? place, LocalText what, LocalText remedy, Exception? inner = null) =>
        InputException.Fatal(Path.GetFileName(path), place, what, remedy, inner);
}
