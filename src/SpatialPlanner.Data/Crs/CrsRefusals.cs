using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs;

/// <summary>Why a coordinate system is not taken, and what to do.</summary>
internal static class CrsRefusals
{
    private static readonly LocalText Convert = new(
        "请在 QGIS 或 ArcGIS 中把数据转换为 EPSG:4326 或 CGCS2000（如 EPSG:4545），或：ogr2ogr -t_srs EPSG:4326 新文件 原文件",
        "convert the data to EPSG:4326 or CGCS2000 (such as EPSG:4545) in QGIS or ArcGIS, or: ogr2ogr -t_srs EPSG:4326 NEW OLD");

    public static InputException Unknown(string text) => InputException.Fatal(
        Short(text), null,
        new("无法识别的坐标系", "this coordinate system is not known"),
        new(
            "写成 EPSG:4545、GCJ-02、BD-09，或给出 .prj / .wkt 文件",
            "write it like EPSG:4545, GCJ-02 or BD-09, or give a .prj or .wkt file"));

    public static InputException UnknownCode(int code, bool wasAsked) => InputException.Fatal(
        $"EPSG:{code}", null,
        wasAsked
            ? new("没有这个 EPSG 代码，或它不是平面或经纬度坐标系", "there is no such EPSG code, or it is not one of maps")
            : new("程序的坐标系表中没有这个代码，本机也没有安装 GDAL（gdalsrsinfo）可查", "this code is not in the program's table, and GDAL (gdalsrsinfo) is not installed to look it up"),
        new("给出该坐标系的 .prj 或 WKT 文件", "give the .prj or WKT file of this coordinate system"));

    public static InputException Wkt2(string source) => InputException.Fatal(
        Short(source), null,
        new("这是 WKT 2，本机没有 GDAL（gdalsrsinfo）能转换它", "this is WKT 2, and GDAL (gdalsrsinfo) is not there to convert it"),
        new("请转换为 WKT 1：gdalsrsinfo -o wkt_esri 文件 > 新.prj", "convert it to WKT 1: gdalsrsinfo -o wkt_esri FILE > NEW.prj"));

    public static InputException BadWkt(string source, Exception cause) => InputException.Fatal(
        Short(source), null,
        new($"坐标系文本（WKT）不完整或有错：{cause.Message}", $"the text of the coordinate system (WKT) is incomplete or wrong: {cause.Message}"),
        new("请从原软件重新导出 .prj，或直接指定代码，如 EPSG:4545", "export the .prj again, or name the code, such as EPSG:4545"),
        cause);

    public static InputException NoMap(string source, string keyword) => InputException.Fatal(
        Short(source), null,
        new($"{keyword} 不是可以画在地图上的坐标系（地心、工程或高程坐标）", $"{keyword} is no coordinate system of maps (geocentric, engineering or heights)"),
        Convert);

    public static InputException UnknownProjection(string source, string name, Exception cause) => InputException.Fatal(
        Short(source), null,
        new($"不支持投影 {name}，或它缺少参数", $"the projection {name} is not supported, or a parameter of it is missing"), Convert, cause);

    public static InputException NeedsShift(string source, Datum datum) => InputException.Fatal(
        Short(source), null,
        new(
            $"{datum.Name.Zh} 与 CGCS2000/WGS 84 之间没有全国通用的转换参数（各地不同，相差可达上百米），不能直接换算",
            $"between {datum.Name.En} and CGCS2000/WGS 84 there are no parameters that hold everywhere: they differ from place to place, by up to 100 m and more"),
        new(
            "向当地自然资源或测绘部门索取三参数或七参数并给出（dx,dy,dz[,rx,ry,rz,尺度]），或请他们转换为 CGCS2000",
            "ask the local surveying authority for its 3 or 7 parameters and give them (dx,dy,dz[,rx,ry,rz,scale]), or have the data converted to CGCS2000"));

    public static InputException NeedlessShift(string source, Datum datum) => InputException.Fatal(
        Short(source), null,
        new($"给出了转换参数，但 {datum.Name.Zh} 不需要", $"parameters were given, but {datum.Name.En} needs none"),
        new("去掉参数，或改正坐标系", "leave the parameters out, or correct the coordinate system"));

    public static InputException ShiftOnWebMap(string code) => InputException.Fatal(
        code, null,
        new($"{code} 有自己的换算公式，不用转换参数", $"{code} has a formula of its own and takes no parameters"),
        new("去掉参数，或改正坐标系", "leave the parameters out, or correct the coordinate system"));

    public static InputException Unreadable(string path, Exception cause) => InputException.Fatal(
        path, null,
        new("坐标系文件无法读取", "the file of the coordinate system cannot be read"),
        new("检查路径和文件权限", "check the path and its permissions"), cause);

    /// <summary>A text short enough to stand in front of a message.</summary>
    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 60 ? line : line[..57] + "…";
    }
}
