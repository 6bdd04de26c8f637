using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>
/// Says whether the declared coordinate system of a layer can be right, and which may be right where it is not: by the
/// numbers alone, and by how the layer lies among the streets that are known already. Pure; nothing is applied.
/// </summary>
public static class CrsDetection
{
    /// <summary>The proposal for a layer.</summary>
    /// <param name="sample">Features of the layer, coordinates as in the file.</param>
    /// <param name="declared">What the file says; the system of the format where the format fixes one.</param>
    /// <param name="streets">Streets and extent of the place, or null.</param>
    /// <param name="cancel">Cancels.</param>
    public static CrsProposal Propose(
        LayerSample sample, CrsDeclaration declared, StreetReference? streets = null, CancellationToken cancel = default)
    {
        var code = declared.System?.Code ?? declared.Text;
        if (sample.Count == 0)
        {
            return new(code, CrsVerdict.Unknown, declared.System?.Code, [], CrsTexts.NoFeatures);
        }

        var range = NumberRange.Of(sample);
        var trials = Hypotheses.Of(range, declared.System, streets?.Extent ?? new Envelope())
            .ConvertAll(h => Trial.Of(h, sample, streets, cancel));
        var decision = CrsDecision.Of(trials, declared, streets is { Extent.IsNull: false });
        return new(
            code, decision.Verdict, decision.Proposed?.System.Code ?? (decision.TakesDeclared ? declared.System?.Code : null),
            [
                .. trials.Where(t => t.ShareInArea is null || t.IsInArea || t == decision.Proposed || t.Hypothesis.Ground != Ground.Possible)
                    .OrderByDescending(t => t == decision.Proposed).ThenByDescending(t => t.Distinctness)
                    .ThenByDescending(t => t.ShareInArea).Select(t => Candidate(t, CrsTexts.Telling(trials))),
            ],
            CrsTexts.Reason(decision, trials, declared, range));
    }

    private static CrsCandidate Candidate(Trial trial, TellingMeasure measure) => new(
        trial.System.Code, trial.System.Name, trial.System, trial.Hypothesis.Reason,
        CrsEvidence.Of(trial.ShareInArea, trial.Fit), CrsTexts.Evidence(trial, measure));
}
