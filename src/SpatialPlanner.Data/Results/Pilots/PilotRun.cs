using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>Writes a choice of pilots as files.</summary>
public static class PilotRun
{
    /// <summary>Writes <c>pilots.csv</c>, <c>pilots.geojson</c>, <c>sensitivity.csv</c> and <c>run.json</c>.</summary>
    /// <param name="folder">Folder to write to; made where it is not there.</param>
    /// <param name="assessment">The district.</param>
    /// <param name="answer">The choice.</param>
    /// <param name="cancel">Cancels; the folder has all of the new files or none.</param>
    public static IReadOnlyList<string> Write(string folder, Assessment assessment, PilotAnswer answer, CancellationToken cancel) =>
        ResultFolder.Write(folder, draft =>
        {
            var (note, outputs) = (LayerExport.Note(assessment.Loaded.Info, assessment.Loaded.Imports), new List<RunRecord.Output>());
            void Export(PublishedLayer layer, string format, string name) =>
                outputs.Add(ResultFolder.Export(draft, layer, note, format, name, cancel));

            var pilots = PilotsLayer.Make(assessment, answer);
            var table = pilots with { Geometry = LayerGeometry.None, Rows = [.. pilots.Rows.Select(r => r with { Geometry = null })] };
            Export(table, LayerExport.PlainCsv, "pilots.csv");
            Export(pilots, "geojson", "pilots.geojson");
            Export(PilotSensitivityLayer.Make(answer), LayerExport.PlainCsv, "sensitivity.csv");
            return [.. outputs.Select(o => o.File), ResultFolder.WriteRecord(draft, Record(assessment, answer, outputs))];
        });

    /// <summary>What a reader of a choice should know.</summary>
    /// <param name="assessment">The district.</param>
    public static IReadOnlyList<LocalText> Warnings(Assessment assessment)
    {
        var (warnings, intake) = (assessment.Loaded.Warnings.ToList(), assessment.Demand.Estimate.Intake);
        if (intake.Counted.Count == 0)
        {
            warnings.Add(new(
                "没有可用的需求问卷，需求指标不起作用：请导入 survey_responses",
                "There is no survey that counts, so demand plays no part: import survey_responses"));
        }
        else if (intake.LeftOut.Count > 0)
        {
            warnings.Add(new(
                $"{intake.LeftOut.Count} 份答卷未计入需求（见图层 survey_left_out）",
                $"{intake.LeftOut.Count} answers do not count (see the layer survey_left_out)"));
        }

        if (assessment.Loaded.Pack.Complex is null)
        {
            warnings.Add(new(
                "规则包没有综合体规则：重点服务取规则包全部服务",
                "The rule pack has no rule for complexes: all of its services count as priority services"));
        }

        return warnings;
    }

    private static PilotRunRecord Record(Assessment assessment, PilotAnswer answer, IReadOnlyList<RunRecord.Output> outputs)
    {
        var (loaded, question, intake) = (assessment.Loaded, answer.Question, assessment.Demand.Estimate.Intake);
        return new PilotRunRecord(
            $"SpatialPlanner {ProgramInfo.Version}", "pilots", loaded.District.Fingerprint, loaded.Pack.Id, loaded.Pack.Edition,
            loaded.Info.Synthetic, question.Count, answer.Candidates.Count, question.LeastPerSubdistrict, question.MostPerSubdistrict,
            WeightsOf(answer), PilotCommunities.PriorityServices(loaded), new(intake.Counted.Count, intake.LeftOut.Count), question.Seed,
            question.Draws, question.Spread, DemandRounded(answer.Spearman), DemandRounded(answer.Kendall),
            [.. answer.Chosen.Select(a => answer.Candidates[a].Code)], [.. Warnings(assessment).Select(w => w.En)], outputs);
    }

    /// <summary>The weights as they were used, adding up to 1.</summary>
    /// <param name="answer">The choice.</param>
    public static IReadOnlyDictionary<string, double> WeightsOf(PilotAnswer answer) =>
        answer.Tippings.ToDictionary(t => PilotCriteria.All[t.Criterion].Code, t => Math.Round(t.Weight, 6));

    private static double? DemandRounded(double? value) => Demand.DemandWords.Rounded(value, 6);
}
