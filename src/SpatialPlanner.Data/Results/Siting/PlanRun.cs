using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>Writes a plan as files.</summary>
public static class PlanRun
{
    /// <summary>
    /// Writes <c>plan.geojson</c>, <c>plan.csv</c> (a row a room), <c>communities.csv</c>, <c>services.csv</c>, <c>not_chosen.csv</c>,
    /// <c>swaps.csv</c>, <c>reserve.csv</c>, <c>pareto.csv</c> where a front was asked for, and <c>run.json</c>.
    /// </summary>
    /// <param name="folder">Folder to write to; made where it is not there.</param>
    /// <param name="answer">The plan.</param>
    /// <param name="pareto">The front, or null.</param>
    /// <param name="seconds">Seconds by step so far.</param>
    /// <param name="cancel">Cancels; the folder has all of the new files or none.</param>
    public static IReadOnlyList<string> Write(
        string folder, SitingAnswer answer, IReadOnlyList<ParetoPoint>? pareto, IReadOnlyDictionary<string, double> seconds,
        CancellationToken cancel) => ResultFolder.Write(folder, draft =>
        {
            var (loaded, plan) = (answer.Case.Assessment.Loaded, answer.Plan);
            var (note, outputs) = (LayerExport.Note(loaded.Info, loaded.Imports), new List<RunRecord.Output>());
            void Export(PublishedLayer layer, string format, string name) =>
                outputs.Add(ResultFolder.Export(draft, layer, note, format, name, cancel));

            Export(PlanSitesLayer.Make(plan), "geojson", "plan.geojson");
            Export(PlanTables.Rooms(plan), LayerExport.PlainCsv, "plan.csv");
            Export(PlanTables.Communities(plan), LayerExport.PlainCsv, "communities.csv");
            Export(PlanTables.Services(plan), LayerExport.PlainCsv, "services.csv");
            Export(PlanTables.NotChosen(plan), LayerExport.PlainCsv, "not_chosen.csv");
            Export(PlanTables.Swaps(plan), LayerExport.PlainCsv, "swaps.csv");
            Export(PlanTables.Reserve(plan), LayerExport.PlainCsv, "reserve.csv");
            if (pareto is not null)
            {
                Export(PlanTables.Pareto(pareto), LayerExport.PlainCsv, "pareto.csv");
            }

            return [.. outputs.Select(o => o.File), ResultFolder.WriteRecord(draft, Record(answer, outputs, seconds))];
        });

    private static PlanRunRecord Record(
        SitingAnswer answer, IReadOnlyList<RunRecord.Output> outputs, IReadOnlyDictionary<string, double> seconds)
    {
        var (made, plan) = (answer.Case, answer.Plan);
        var loaded = made.Assessment.Loaded;
        return new PlanRunRecord(
            $"SpatialPlanner {ProgramInfo.Version}", "site", loaded.District.Fingerprint,
            [.. loaded.Imports.Select(i => new RunRecord.Input(i.Source.FileName, i.Source.Sha256, i.Layer, i.RowsTaken))],
            loaded.Pack.Id, loaded.Pack.Edition, loaded.Pack.Sha256, loaded.Info.Synthetic, PlanRunQuestion.Of(made),
            PlanRunQuestion.NameOf(plan.Status), Math.Round(plan.Objective, 3), Finite(plan.Bound, 3), Finite(plan.Gap, 6),
            plan.CostCny, plan.BudgetCny, Counts(answer), [.. made.Services.Select(s => RoomOf(loaded.Pack.Services[s]))],
            [.. plan.Sites.Select(s => s.Id)],
            plan.Alternative is { } other ? new(other.Sites, Math.Round(other.Loss, 3), other.IsProved) : null, plan.Problem?.En,
            [.. plan.Repairs.Select(r => r.En)], [.. made.Warnings.Select(w => w.En)], outputs, seconds);
    }

    private static Dictionary<string, long> Counts(SitingAnswer answer)
    {
        var (problem, sites) = (answer.Case.Problem, answer.Plan.Sites);
        return new()
        {
            ["candidates"] = problem.Spaces.Count,
            ["possible_rooms"] = problem.Rooms.Count,
            ["left_out"] = answer.Case.LeftOut.Count,
            ["sites"] = sites.Count,
            ["complexes"] = sites.Count(s => s.Typology == SiteTypology.Complex),
            ["infill"] = sites.Count(s => s.Typology == SiteTypology.Infill),
            ["rooms"] = sites.Sum(s => s.Rooms.Count),
        };
    }

    private static double? Finite(double value, int digits) => double.IsFinite(value) ? Math.Round(value, digits) : null;

    private static PlanRunRecord.Room RoomOf(ServiceRule service) => new(
        service.Code, service.Room!.LeastAreaM2, service.Room.MostAreaM2, service.Room.AreaPerPlaceM2, service.Room.CostPerM2Cny,
        service.Room.LowestStorey, service.Room.HighestStorey, RuleWords.Verifications.Of(service.Room.Verification).Word);
}
