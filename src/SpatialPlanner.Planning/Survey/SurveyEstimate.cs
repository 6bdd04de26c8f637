using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>
/// A survey weighted to the population by community and age (post-stratification). Every answer is about one service, so what is
/// estimated is the share of those asked about a service who want it: the people of a cell times that share of its answers.
/// Demand comes from answers alone; who is served already plays no part.
/// </summary>
/// <param name="Frame">The population.</param>
/// <param name="Intake">The answers.</param>
/// <param name="Thresholds">When rows are marked.</param>
/// <param name="Cells">Demand by community, service and stratum, in this order.</param>
/// <param name="Rows">Demand by level, area and service, in this order; districts first.</param>
/// <param name="Sample">Who answered, by level, area and stratum; all ages first.</param>
public sealed record SurveyEstimate(
    SurveyFrame Frame, SurveyIntake Intake, SurveyThresholds Thresholds, IReadOnlyList<DemandCell> Cells,
    IReadOnlyList<DemandRow> Rows, IReadOnlyList<SampleRow> Sample)
{
    /// <summary>Weights a survey.</summary>
    /// <param name="frame">The population.</param>
    /// <param name="intake">The answers.</param>
    /// <param name="thresholds">When rows are marked.</param>
    public static SurveyEstimate Make(SurveyFrame frame, SurveyIntake intake, SurveyThresholds thresholds)
    {
        var tallies = new SurveyTallies(frame, intake);
        var people = frame.Communities.Select(intake.Strata.PeopleOf).ToArray();
        var cells = new List<DemandCell>();
        for (var c = 0; c < people.Length; c++)
        {
            for (var s = 0; s < frame.Services.Count; s++)
            {
                cells.AddRange(CellsOf(tallies, people[c], c, s, thresholds.LeastAnswersOfCell));
            }
        }

        var sample = new SampleRows(frame, intake, thresholds).Make(people);
        var rows = new DemandRows(frame, intake.Strata.Codes.Count, tallies, cells, sample, thresholds).Make();
        return new SurveyEstimate(frame, intake, thresholds, cells, rows, sample);
    }

    /// <summary>The areas of a level, each as the places of its communities in the frame.</summary>
    /// <param name="frame">The population.</param>
    /// <param name="level">District, subdistrict or community.</param>
    internal static IEnumerable<int[]> AreasOf(SurveyFrame frame, AreaLevel level)
    {
        int[] all = [.. Enumerable.Range(0, frame.Communities.Count)];
        return level switch
        {
            AreaLevel.District => [all],
            AreaLevel.Subdistrict => Enumerable.Range(0, frame.SubdistrictCount)
                .Select(s => all.Where(c => frame.Communities[c].Subdistrict == s).ToArray()),
            _ => all.Select(c => new[] { c }),
        };
    }

    // First whole people by age, then of each age the common needs, carrying the fractions from one age to the next.
    private static IEnumerable<DemandCell> CellsOf(SurveyTallies tallies, long[] people, int community, int service, int least)
    {
        var (basis, parts) = (new (EstimateBasis Basis, Tally Tally)[people.Length], new double[people.Length]);
        for (var a = 0; a < people.Length; a++)
        {
            basis[a] = tallies.BasisOf(community, service, a, least);
            parts[a] = basis[a].Tally is { Asked: > 0 } t ? people[a] * ((double)t.Wants / t.Asked) : 0;
        }

        var (whole, due, given) = (WholeParts.Round(parts), 0.0, 0L);
        for (var a = 0; a < people.Length; a++)
        {
            var (from, tally) = basis[a];
            due += tally.Wants == 0 ? 0 : whole[a] * ((double)tally.Common / tally.Wants);
            var most = tally.Common == 0 ? 0 : whole[a];
            var common = tally is { Individual: 0 } ? whole[a] : Math.Clamp((long)Math.Floor(due + 0.5) - given, 0, most);
            given += common;
            var own = tallies.Of(community, service, a);
            yield return from == EstimateBasis.None
                ? new(community, service, a, people[a], 0, 0, from, null, null)
                : new(community, service, a, people[a], own.Asked, own.Wants, from, common, whole[a] - common);
        }
    }
}
