using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner export</c>: writes a source or result layer of the workspace as a file.</summary>
public static class ExportVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<string> Layer = new("--layer")
    {
        Description = $"Layer to write: a source layer, or {string.Join(", ", ResultLayers.Names)} 图层",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out") { Description = "File to write 输出文件", Required = true };
    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Format of the file 格式",
        Required = true,
    }.AcceptOnlyFromAmong([.. LayerExport.Formats]);

    public static Verb Make() => new(
        new Command("export", "Write a layer as GeoJSON, CSV or GeoPackage 导出图层")
        {
            Workspace, Rules, Layer, Format, Out,
        }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var layer = parsed.GetValue(Layer)!;
        var path = CommonOptions.Output(parsed.GetValue(Out)!, parsed.GetValue(Workspace));
        var rows = ResultLayers.Names.Contains(layer)
            ? WriteResult(parsed, layer, path, terminal)
            : WriteSource(parsed, CommonOptions.Layer(layer, ResultLayers.Names), path, terminal);
        var count = CommonOptions.Count(rows);
        terminal.Print(new($"{path}：{layer} {count} 行", $"{path}: {count} rows of {layer}"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("layer", layer);
            json.WriteString("file", path);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        });
        return ExitCode.Done;
    }

    private static long WriteSource(ParseResult parsed, LayerSchema layer, string path, Terminal terminal)
    {
        using var workspace = Workspaces.Open(parsed.GetValue(Workspace)!, readOnly: true);
        return LayerExport.Write(workspace, layer, parsed.GetValue(Format)!, path, terminal.Cancel);
    }

    // The figures are those of the rule pack's own limits, the same that the server publishes.
    private static long WriteResult(ParseResult parsed, string layer, string path, Terminal terminal)
    {
        var loaded = LoadDistrict.From(parsed, Workspace, Rules, terminal);
        var answers = layer is "snap_ledger" or "network_faults" ? [] : ResultLayers.Answers(loaded, terminal.Cancel);
        return LayerExport.Write(
            ResultLayers.Make(layer, loaded, answers), LayerExport.Note(loaded.Info, loaded.Imports),
            parsed.GetValue(Format)!, path, terminal.Cancel);
    }
}
