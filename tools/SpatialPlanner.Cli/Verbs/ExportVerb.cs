using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner export</c>: writes a layer of the workspace as a file.</summary>
public static class ExportVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string> Layer = new("--layer") { Description = "Layer to write 图层", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "File to write 输出文件", Required = true };
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Format of the file 格式",
        Required = true,
    }.AcceptOnlyFromAmong([.. LayerExport.Formats]);

    public static Verb Make() => new(
        new Command("export", "Write a layer as GeoJSON, CSV or GeoPackage 导出图层") { Workspace, Layer, Format, Out }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var layer = CommonOptions.Layer(parsed.GetValue(Layer)!);
        var path = parsed.GetValue(Out)!;
        using var workspace = GeoPackageWorkspace.Open(parsed.GetValue(Workspace)!, readOnly: true);
        var rows = LayerExport.Write(workspace, layer, parsed.GetValue(Format)!, path, terminal.Cancel);
        var count = CommonOptions.Count(rows);
        terminal.Print(new($"{path}：{layer.Name} {count} 行", $"{path}: {count} rows of {layer.Name}"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("layer", layer.Name);
            json.WriteString("file", path);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        });
        return ExitCode.Done;
    }
}
