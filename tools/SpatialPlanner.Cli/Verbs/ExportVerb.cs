using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Crs;
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

    private static readonly Option<string> Out = new("--out")
    {
        Description = "File to write; others of its format and the metadata stand beside it 输出文件",
        Required = true,
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "Format of the file 格式",
        Required = true,
    }.AcceptOnlyFromAmong([.. LayerExport.Formats]);

    private static readonly Option<string?> Crs = new("--crs")
    {
        Description = "Coordinate system: EPSG:n, GCJ-02, BD-09, or a .prj file (default EPSG:4326) 坐标系",
    };

    private static readonly Option<string?> Shift = new("--datum-shift")
    {
        Description = "dx,dy,dz[,rx,ry,rz,ppm] to WGS 84, for Xian 80, Beijing 54, local datums 转换参数",
    };

    private static readonly Option<string?> Encoding = new("--encoding")
    {
        Description = "Encoding of a shapefile's texts: utf-8 (default), gbk or gb18030 编码",
    };

    private static readonly AsOfOption AsOf = new();

    public static Verb Make() => new(
        new Command("export", $"Write a layer as a file with its metadata ({string.Join(", ", LayerExport.Formats)}) 导出图层")
        {
            Workspace, Rules, Layer, Format, Out, Crs, Shift, Encoding, AsOf.Option,
        }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var layer = parsed.GetValue(Layer)!;
        var path = CommonOptions.Output(parsed.GetValue(Out)!, parsed.GetValue(Workspace));
        var result = ResultLayers.Names.Contains(layer)
            ? WriteResult(parsed, layer, path, terminal)
            : WriteSource(parsed, CommonOptions.Layer(layer, ResultLayers.Names), path, terminal);
        foreach (var note in result.Notes)
        {
            terminal.Say(note);
        }

        var count = CommonOptions.Count(result.Rows);
        terminal.Print(new($"{path}：{layer} {count} 行", $"{path}: {count} rows of {layer}"));
        terminal.PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "done");
            json.WriteString("layer", layer);
            json.WriteString("file", path);
            json.WriteNumber("rows", result.Rows);
            JsonParts.List(json, "files", result.Files, json.WriteStringValue);
            JsonParts.List(json, "notes", result.Notes, note =>
            {
                json.WriteStartObject();
                json.WriteString("zh", note.Zh);
                json.WriteString("en", note.En);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        return ExitCode.Done;
    }

    private static ExportResult WriteSource(ParseResult parsed, LayerSchema layer, string path, Terminal terminal)
    {
        using var workspace = Workspaces.Open(parsed.GetValue(Workspace)!, readOnly: true);
        using var still = workspace.KeepStill();
        return Write(parsed, ExportRequest.Of(workspace, layer, parsed.GetValue(Format)!, path), terminal);
    }

    // The figures are those of the rule pack's own limits, the same that the server publishes.
    private static ExportResult WriteResult(ParseResult parsed, string layer, string path, Terminal terminal)
    {
        var asOf = AsOf.Of(parsed);
        var loaded = LoadDistrict.From(parsed, Workspace, Rules, terminal);
        var published = ResultLayers.Find(layer)!.Make(new Assessment(loaded) { RoomsAsOf = asOf });
        return Write(parsed, ExportRequest.Of(loaded, published, parsed.GetValue(Format)!, path), terminal);
    }

    private static ExportResult Write(ParseResult parsed, ExportRequest request, Terminal terminal)
    {
        var shift = parsed.GetValue(Shift) is { } parameters ? DatumShift.Parse(parameters) : null;
        return LayerExport.Write(
            request with
            {
                Crs = parsed.GetValue(Crs) is { } crs ? CoordinateSystems.Find(crs, shift) : CoordinateSystems.Wgs84,
                Encoding = parsed.GetValue(Encoding),
            },
            terminal.Progress, terminal.Cancel);
    }
}
