using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Ogr;

/// <summary>
/// Formats that GDAL reads: file geodatabases, CAD drawings, MapInfo tables and others. <c>ogr2ogr</c> makes a temporary
/// GeoPackage of the file, and that is read.
/// </summary>
/// <param name="tool">GDAL's programs; those on the path where null.</param>
internal sealed class OgrFormat(OgrTool? tool = null) : SourceFormat
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [".dxf"] = "DXF",
        [".dwg"] = "DWG",
        [".tab"] = "MapInfo TAB",
        [".mif"] = "MapInfo MIF",
        [".gml"] = "GML",
        [".fgb"] = "FlatGeobuf",
        [".gpx"] = "GPX",
        [".dgn"] = "DGN",
        [".e00"] = "ArcInfo E00",
        [".ods"] = "ODS",
        [".xls"] = "XLS",
        [".topojson"] = "TopoJSON",
    };

    private readonly OgrTool _tool = tool ?? OgrTool.OfPath;

    /// <summary>Endings of files that are read in this way.</summary>
    public static IReadOnlyCollection<string> Endings => Names.Keys;

    /// <inheritdoc/>
    public override string Name => "File Geodatabase, DXF, MapInfo, GML, FlatGeobuf (GDAL)";

    /// <summary>True for the folder of an ESRI file geodatabase.</summary>
    public static bool IsGeodatabase(string path) =>
        Directory.Exists(path) && Directory.EnumerateFiles(path, "*.gdbtable").Any();

    /// <inheritdoc/>
    public override bool Recognises(FileHead head) => head.IsFolder
        ? IsGeodatabase(head.Path)
        : !head.IsPacked && (Names.ContainsKey(Path.GetExtension(head.Path)) || head.Bytes.StartsWith("fgb\u0003"u8) || IsDwg(head.Bytes));

    /// <inheritdoc/>
    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        if (IsDwg(head.Bytes) && !head.Bytes.StartsWith("AC1015"u8))
        {
            throw DwgRefusal(file);
        }

        return OgrConversion.Open(_tool, head, file, NameOf(head), options, cancel);
    }

    /// <summary>What is told of a drawing that GDAL cannot read, as of nearly all.</summary>
    public static InputException DwgRefusal(string file) => InputException.Fatal(
        file, null, new("DWG 是封闭格式，这个版本读不了", "DWG is a closed format, and this version of it cannot be read"),
        new("在 CAD 软件中另存为 DXF，再导入", "save it as DXF in the CAD program and import that"));

    private static string NameOf(FileHead head) =>
        head.IsFolder ? "File Geodatabase" : Names.GetValueOrDefault(Path.GetExtension(head.Path), head.Bytes.StartsWith("fgb"u8) ? "FlatGeobuf" : "DWG");

    private static bool IsDwg(ReadOnlySpan<byte> head) => head.StartsWith("AC10"u8);
}
