using System.CommandLine;
using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Cli.Verbs;

/// <summary><c>planner isochrone</c>: what is reached from some places within rising limits, drawn.</summary>
public static class IsochroneVerb
{
    private static readonly Option<string> Workspace = CommonOptions.Workspace();
    private static readonly Option<string?> Rules = CommonOptions.Rules();
    private static readonly LimitOptions Walker = new();
    private static readonly Option<string[]> At = new("--at") { Description = "Place as LON,LAT; several are allowed 地点" };
    private static readonly Option<string[]> Facility = new("--facility") { Description = "Facility id; several are allowed 设施" };
    private static readonly Option<string?> Minutes = new("--minutes") { Description = "Limits, e.g. 5,10,15 步行分钟" };
    private static readonly Option<string?> Metres = new("--metres") { Description = "Limits, e.g. 300,500 步行米数" };
    private static readonly Option<string> Out = new("--out") { Description = "GeoJSON file 输出文件", Required = true };
    private static readonly Option<string> Method = new Option<string>("--method")
    {
        Description = "edges: reached streets; corridor: strips along them; contour: the ground reached 画法",
        DefaultValueFactory = _ => "edges",
    }.AcceptOnlyFromAmong("edges", "corridor", "contour");

    public static Verb Make() => new(
        new Command("isochrone", "What is reached from a place within rising limits 等时圈")
        {
            Workspace, Rules, At, Facility, Minutes, Metres, Walker.Profile, Method, Out,
        },
        Run);

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var limits = Limits(parsed);
        var path = CommonOptions.Output(parsed.GetValue(Out)!, parsed.GetValue(Workspace));
        var loaded = LoadDistrict.From(parsed, Workspace, Rules, terminal);
        var walker = Walker.ProfileOf(parsed, loaded) ?? loaded.Pack.Profiles[0];
        var method = Enum.Parse<IsochroneMethod>(parsed.GetValue(Method)!, ignoreCase: true);
        var answer = IsochroneAnswer.Find(loaded, Places(parsed, loaded), limits, walker, method);
        var note = LayerExport.Note(loaded.Info, loaded.Imports);
        LayerExport.Write(answer.Layer, note, "geojson", path, terminal.Cancel);
        var certificate = method == IsochroneMethod.Edges ? null : Path.ChangeExtension(path, ".certificate.geojson");
        if (certificate is not null)
        {
            var listed = IsochroneLayer.Certificate(loaded, answer.Bands);
            LayerExport.Write(listed, note, "geojson", certificate, terminal.Cancel);
        }

        IsochroneSummary.Print(terminal, loaded, answer);
        terminal.Print(new(
            $"{path}：{answer.Layer.Rows.Count} 个要素", $"{path}: {answer.Layer.Rows.Count} features"));
        if (certificate is not null)
        {
            terminal.Print(new($"{certificate}：画在错误一侧的建筑", $"{certificate}: buildings drawn on the wrong side"));
        }

        terminal.PrintJson(json => IsochroneSummary.Write(json, loaded, answer, path, certificate));
        return ExitCode.Done;
    }

    private static List<CoverageLimit> Limits(ParseResult parsed)
    {
        var (minutes, metres) = (parsed.GetValue(Minutes), parsed.GetValue(Metres));
        if (minutes is null == metres is null)
        {
            throw new UsageException("请给出 --minutes 或 --metres 之一", "give --minutes or --metres, one of them");
        }

        var values = Numbers(minutes ?? metres!);
        foreach (var value in values)
        {
            LimitOptions.Check(value, isMinutes: minutes is not null);
        }

        return [.. values.Order().Distinct().Select(v => minutes is null ? CoverageLimit.OfMetres(v) : CoverageLimit.OfMinutes(v))];
    }

    private static double[] Numbers(string text)
    {
        try
        {
            return [.. text.Split(',').Select(t => double.Parse(t.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture))];
        }
        catch (FormatException)
        {
            throw new UsageException($"“{text}” 不是用逗号分隔的数", $"'{text}' is not numbers joined by commas");
        }
    }

    private static IsochronePlaces Places(ParseResult parsed, LoadedDistrict loaded)
    {
        var (at, facilities) = (parsed.GetValue(At) ?? [], parsed.GetValue(Facility) ?? []);
        if (at.Length + facilities.Length == 0)
        {
            throw new UsageException("请给出 --at 经度,纬度 或 --facility", "give --at LON,LAT or --facility ID");
        }

        var builder = new LinkageBuilder();
        var points = new List<(double X, double Y)>();
        foreach (var text in at)
        {
            var place = Place(text);
            var (x, y) = loaded.Projection.ToLocal(place.X, place.Y);
            if (loaded.District.PlaceLinker.Link(x, y, builder) is LinkOutcome.TooFar or LinkOutcome.NoOpenGate)
            {
                throw InputException.Fatal(
                    "--at", text, new("该点距任何可步行道路均超过 100 米，或所在小区无可用出入口", "the place is over 100 m from every walkable street, or its compound has no open gate"),
                    new("把点移到道路附近；注意顺序为 经度,纬度", "move it near a street; the order is LON,LAT"));
            }

            builder.EndPoint();
            points.Add((x, y));
        }

        foreach (var id in facilities)
        {
            var index = Array.IndexOf(loaded.District.Facilities.Id, id);
            if (index < 0 || !loaded.District.FacilityLinks.IsLinked(index))
            {
                throw InputException.Fatal(
                    "--facility", id, index < 0 ? new("没有这个设施", "there is no such facility") : new("该设施未能接入路网", "the facility is not linked to the network"),
                    new("在 facilities 或 snap_ledger 图层中查看", "look into the layers facilities and snap_ledger"));
            }

            builder.AddAll(loaded.District.FacilityLinks, index);
            builder.EndPoint();
            points.Add((loaded.District.Facilities.X[index], loaded.District.Facilities.Y[index]));
        }

        return new IsochronePlaces(builder.Build(), points);
    }

    private static Coordinate Place(string text) =>
        Numbers(text) is [var lon and >= -180 and <= 180, var lat and >= -90 and <= 90]
            ? new Coordinate(lon, lat)
            : throw new UsageException($"“{text}” 应写作 经度,纬度", $"'{text}' must be written LON,LAT");
}
