using System.Security.Cryptography;
using System.Text.Json;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>Writes the coverage of some services as files: buildings, gaps and the record of the run.</summary>
public static class CoverageRun
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>buildings.geojson</c>, <c>gaps.csv</c>, <c>gaps.geojson</c> and <c>run.json</c>.</summary>
    /// <param name="folder">Folder to write to; made where it is not there.</param>
    /// <param name="loaded">The district.</param>
    /// <param name="answers">The services.</param>
    /// <param name="seconds">Seconds by step so far, for the record.</param>
    /// <param name="cancel">Cancels; the folder has all of the new files or none.</param>
    public static IReadOnlyList<string> Write(
        string folder, LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers,
        IReadOnlyDictionary<string, double> seconds, CancellationToken cancel) =>
        ResultFolder.Write(folder, draft => WriteDrafts(draft, loaded, answers, seconds, cancel));

    private static string[] WriteDrafts(
        string folder, LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers,
        IReadOnlyDictionary<string, double> seconds, CancellationToken cancel)
    {
        var note = LayerExport.Note(loaded.Info, loaded.Imports);
        var outputs = new List<RunRecord.Output>();
        void Export(PublishedLayer layer, string format, string name)
        {
            var path = Path.Combine(folder, name);
            LayerExport.Write(layer, note, format, path, cancel);
            using var bytes = File.OpenRead(path);
            outputs.Add(new(name, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        var assessment = new Assessment(loaded, answers);
        Export(CoverageLayer.Layer.Make(assessment), "geojson", "buildings.geojson");
        Export(GapTableLayer.Layer.Make(assessment), LayerExport.PlainCsv, "gaps.csv");
        Export(GapsLayer.Layer.Make(assessment), "geojson", "gaps.geojson");
        var record = JsonSerializer.SerializeToUtf8Bytes(Record(loaded, answers, outputs, seconds), Json);
        LayerExport.WriteWhole(Path.Combine(folder, "run.json"), draft => File.WriteAllBytes(draft, record));
        return [.. outputs.Select(o => o.File), "run.json"];
    }

    private static RunRecord Record(
        LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers, IReadOnlyList<RunRecord.Output> outputs,
        IReadOnlyDictionary<string, double> seconds) => new(
        $"SpatialPlanner {ProgramInfo.Version}", "coverage", loaded.District.Fingerprint,
        [.. loaded.Imports.Select(i => new RunRecord.Input(i.Source.FileName, i.Source.Sha256, i.Layer, i.RowsTaken))],
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
