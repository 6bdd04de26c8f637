using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner import</c>: reads files into the workspace, each as a whole or not at all.</summary>
public static class ImportVerb
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files to read: OpenStreetMap, GeoJSON, CSV, Excel (.xlsx), KML/KMZ, Shapefile, GeoPackage, zip of them; by GDAL: .gdb folder, DXF, MapInfo, GML, FlatGeobuf 要导入的文件",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly Option<string?> Layer = new("--layer") { Description = "Layer to fill; OpenStreetMap fills several by itself 图层" };
    private static readonly Option<string?> Crs = new("--crs")
    {
        Description = "Coordinate system of the file: EPSG:n, GCJ-02, BD-09, a .prj file 坐标系",
    };

    private static readonly Option<string?> Shift = new("--datum-shift")
    {
        Description = "dx,dy,dz[,rx,ry,rz,ppm] to WGS 84, for Xian 80, Beijing 54, local datums 转换参数",
    };
    private static readonly Option<string?> Encoding = new("--encoding") { Description = "Text encoding, e.g. gbk 文本编码" };
    private static readonly Option<string?> Table = new("--table") { Description = "Table of the file: sheet, layer 文件中的表" };
    private static readonly Option<bool> SwapAxes = new("--swap-axes")
    {
        Description = "The file gives latitude or northing first 文件中纬度（北坐标）在前",
    };

    private static readonly Option<bool> DecimalComma = new("--decimal-comma")
    {
        Description = "Numbers are written 12,5 小数点写作逗号",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read and report, store nothing 只检查不写入" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Empty the layers of the file first 先清空图层" };
    private static readonly Option<string?> Repair = new("--repair")
    {
        Description = $"Mend and log faults of the walk network: all, or some of {string.Join(',', FaultNames.Options.Keys)} 修复路网并记录",
    };

    private static readonly Option<string[]> Map = new("--map")
    {
        Description = "Which field of the file fills a column: column=field 字段对应",
        DefaultValueFactory = _ => [],
    };

    public static Verb Make() => new(
        new Command("import", "Read files into the workspace 导入数据")
        {
            Files, Workspace, Layer, Table, Crs, Shift, SwapAxes, Map, Encoding, DecimalComma, Repair, Replace, DryRun, Rules,
        }, Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var shift = parsed.GetValue(Shift) is { } parameters ? DatumShift.Parse(parameters) : null;
        var options = new ImportOptions
        {
            Layer = parsed.GetValue(Layer) is { } layer ? CommonOptions.Layer(layer) : null,
            Crs = parsed.GetValue(Crs) is { } crs ? CoordinateSystems.Find(crs, shift) : null,
            DatumShift = shift,
            Encoding = parsed.GetValue(Encoding),
            Table = parsed.GetValue(Table),
            SwapAxes = parsed.GetValue(SwapAxes),
            DecimalComma = parsed.GetValue(DecimalComma),
            Repair = Repairs(parsed.GetValue(Repair)),
            Replace = parsed.GetValue(Replace),
            Map = CommonOptions.Pairs(parsed.GetValue(Map)!),
        };
        var path = parsed.GetValue(Workspace)!;
        var results = new List<ImportResult>();
        // Opened to be written to only once there is something to write: that may bring a former workspace up to date.
        IWorkspace? workspace = Workspaces.Exists(path) ? Workspaces.Open(path, readOnly: true) : null;
        try
        {
            var pack = WorkspaceRules.Load(workspace, parsed.GetValue(Rules));
            foreach (var file in parsed.GetValue(Files)!)
            {
                using var read = Importer.Read(file, options, pack, new WorkspaceStreets(workspace), terminal.Progress, terminal.Cancel);
                var result = read.Result;
                if (!parsed.GetValue(DryRun))
                {
                    result = Store(path, read, options.Replace, terminal);
                    workspace ??= Workspaces.Open(path, readOnly: true);
                }

                results.Add(result);
                ImportReport.Print(terminal, result, parsed.GetValue(DryRun));
            }
        }
        catch (InputException e)
        {
            // The files before this one are stored: the document must say so.
            terminal.Tell([e.Problem]);
            terminal.PrintJson(json => ImportReport.Write(json, results, parsed.GetValue(DryRun), e.Problem));
            return ExitCode.Problems;
        }
        finally
        {
            workspace?.Dispose();
        }

        terminal.PrintJson(json => ImportReport.Write(json, results, parsed.GetValue(DryRun), null));
        return ExitCode.Done;
    }

    private static NetworkFaultKind[] Repairs(string? text)
    {
        var known = string.Join(", ", FaultNames.Options.Keys.Prepend("all"));
        return text is null ? []
            : text == "all" ? [.. FaultNames.Options.Values]
            : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(word =>
                FaultNames.Options.TryGetValue(word, out var kind)
                    ? kind
                    : throw new UsageException(
                        $"--repair：没有“{word}”；可用：{known}", $"--repair: there is no '{word}'; use {known}")).Distinct()];
    }

    // A new workspace appears with its first file in it, or not at all.
    private static ImportResult Store(string path, ReadFile file, bool replace, Terminal terminal)
    {
        if (!Workspaces.Exists(path))
        {
            try
            {
                Workspaces.Build(
                    path, made => Importer.Store(made, file, replace, terminal.Progress, terminal.Cancel), overwrite: false);
                return file.Result;
            }
            catch (InputException) when (Workspaces.Exists(path))
            {
                // Another import made it meanwhile; this one goes on with it.
            }
        }

        using var workspace = OpenWorkspace.ToWrite(path, terminal);
        return Importer.Store(workspace, file, replace, terminal.Progress, terminal.Cancel);
    }
}
