using System.Diagnostics;
using System.Text.Json;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>Writes results as files of one folder, with the record of the run.</summary>
public static class ResultRun
{
    /// <summary>The files of <c>planner coverage</c>.</summary>
    public static readonly IReadOnlyList<ResultFile> OfCoverage =
    [
        new(CoverageLayer.Layer, "geojson", "buildings.geojson"),
        new(GapTableLayer.Layer, LayerExport.PlainCsv, "gaps.csv"),
        new(GapsLayer.Layer, "geojson", "gaps.geojson"),
    ];

    /// <summary>The file of any layer: a table for Excel, else GeoJSON.</summary>
    /// <param name="layer">The layer.</param>
    public static ResultFile FileOf(ResultLayer layer)
    {
        var format = layer.Geometry == LayerGeometry.None ? "csv" : "geojson";
        return new(layer, format, $"{layer.Name}.{format}");
    }

    /// <summary>Writes the files and <c>run.json</c>.</summary>
    /// <param name="folder">Folder to write to; made where it is not there.</param>
    /// <param name="command">The question, for the record.</param>
    /// <param name="assessment">What is known of the district.</param>
    /// <param name="results">The files.</param>
    /// <param name="seconds">Seconds by step so far, for the record; those of each file are added.</param>
    /// <param name="progress">Told of the files written.</param>
    /// <param name="cancel">Cancels; the folder has all of the new files or none.</param>
    public static IReadOnlyList<string> Write(
        string folder, string command, Assessment assessment, IReadOnlyList<ResultFile> results,
        Dictionary<string, double> seconds, IProgress<Progress>? progress, CancellationToken cancel) =>
        ResultFolder.Write(folder, draft => WriteDrafts(draft, command, assessment, results, seconds, progress, cancel));

    private static string[] WriteDrafts(
        string folder, string command, Assessment assessment, IReadOnlyList<ResultFile> results,
        Dictionary<string, double> seconds, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var note = LayerExport.Note(assessment.Loaded.Info, assessment.Loaded.Imports);
        var outputs = new List<RunRecord.Output>();
        foreach (var (layer, format, name) in results)
        {
            progress?.Report(new Progress(name, outputs.Count, results.Count));
            cancel.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            outputs.Add(ResultFolder.Export(folder, layer.Make(assessment), note, format, name, cancel));
            seconds[name] = Math.Round(clock.Elapsed.TotalSeconds, 3);
        }

        var record = Record(command, assessment.Loaded, assessment.Answers, outputs, seconds) with
        {
            RoomsAsOf = assessment.RoomsAsOf,
            Scenario = assessment.Loaded.Scenario is { } s ? new(s.Id, s.Name, s.Version) : null,
        };
        return [.. outputs.Select(o => o.File), ResultFolder.WriteRecord(folder, record)];
    }

    private static RunRecord Record(
        string command, LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers, IReadOnlyList<RunRecord.Output> outputs,
        IReadOnlyDictionary<string, double> seconds) => new(
        $"SpatialPlanner {ProgramInfo.Version}", command, loaded.District.Fingerprint,
        [.. loaded.Imports.Where(i => i.Layer != WorkspaceLayers.Scenarios.Name).Select(i => new RunRecord.Input(i.Source.FileName, i.Source.Sha256, i.Layer, i.RowsTaken))],
        loaded.Pack.Id, loaded.Pack.Edition, loaded.Pack.Sha256, loaded.Info.Synthetic, loaded.Time?.ToString(),
        loaded.GatesShut,
        [
            .. answers.Select(a => new RunRecord.Service(
                a.Service.Code, a.Typed.IsDistance ? "metres" : "minutes", a.LimitM, a.LimitS, a.Profile.Code,
                a.Profile.SpeedMmPerS / 1000.0, GroupProfiles(a), NameOf(a.Service.Verification))),
        ],
        [.. loaded.Pack.Profiles.Select(p => new RunRecord.Walker(p.Code, p.SpeedMmPerS / 1000.0, p.StepsShare))],
        [
            .. loaded.Pack.Crossings.Select(c =>
                new RunRecord.Crossing(c.Class, Math.Round(c.WaitS, 3), c.Derivation, NameOf(c.Verification))),
        ],
        new Dictionary<string, long>
        {
            ["buildings"] = loaded.District.Buildings.Count,
            ["people"] = loaded.District.Buildings.People[0].Sum(p => (long)p),
            ["facilities"] = loaded.District.Facilities.Count,
            ["edges"] = loaded.District.Network.EdgeCount,
        },
        [.. loaded.Warnings.Select(w => w.En)], outputs, seconds);

    private static string NameOf(Verification verification) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{verification}");

    // The rows of one area have each group once; every area has the same walkers.
    private static Dictionary<string, string> GroupProfiles(ServiceAnswer answer) => answer.Gaps
        .Where(g => g.Area == 0 && g.Denominator == Denominator.People).ToDictionary(g => g.Group, g => g.Profile);
}
