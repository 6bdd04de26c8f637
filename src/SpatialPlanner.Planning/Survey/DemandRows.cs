using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>Adds the demand of cells up to areas, and says how sure it is.</summary>
internal sealed class DemandRows(
    SurveyFrame frame, int strata, SurveyTallies tallies, List<DemandCell> cells, IReadOnlyList<SampleRow> sample,
    SurveyThresholds thresholds)
{
    public IReadOnlyList<DemandRow> Make()
    {
        var skewed = sample.Where(r => r.IsSkewed).ToLookup(
            r => (r.Level, r.Area), r => r.Stratum is null ? DemandWarnings.SkewedChannel : DemandWarnings.SkewedAge);
        var rows = new List<DemandRow>();
        foreach (var level in new[] { AreaLevel.District, AreaLevel.Subdistrict, AreaLevel.Community })
        {
            foreach (var (area, communities) in SurveyEstimate.AreasOf(frame, level).Index())
            {
                var marks = skewed[(level, area)].Aggregate(DemandWarnings.None, (all, one) => all | one);
                rows.AddRange(Enumerable.Range(0, frame.Services.Count).Select(s => Row(level, area, communities, s, marks)));
            }
        }

        return rows;
    }

    private DemandRow Row(AreaLevel level, int area, int[] communities, int service, DemandWarnings marks)
    {
        List<DemandCell> those = [.. communities.SelectMany(c => CellsOf(c, service))];
        List<DemandCell> inhabited = those.FindAll(c => c.People > 0);
        var (people, answers) = (those.Sum(c => c.People), those.Sum(c => c.Answers));
        var known = !those.Exists(c => c.Common is null);
        var row = new DemandRow(
            level, area, service, people, answers,
            inhabited.Count == 0 ? EstimateBasis.None : inhabited.Max(c => c.Basis),
            inhabited.Where(c => IsBeyond(level, c.Basis)).Sum(c => c.People),
            known ? those.Sum(c => c.Common) : null, known ? those.Sum(c => c.Individual) : null, null, null, null, marks);
        if (answers > 0 && people > 0)
        {
            var weights = new RowWeights(tallies, level, those);
            var effect = MarginOfError.DesignEffect(answers, weights.Sum, weights.Squares);
            row = row with
            {
                DesignEffect = effect,
                LargestWeight = weights.Largest,
                Margin = MarginOfError.Of(row.Share!.Value, answers, effect, people),
                Warnings = marks | (weights.Largest * answers > thresholds.LargestWeightRatio * weights.Sum ? DemandWarnings.LargeWeight : 0),
            };
        }

        return people == 0 ? row with { Warnings = DemandWarnings.None } : row with { Warnings = row.Warnings | Doubts(row, known) };
    }

    private DemandWarnings Doubts(DemandRow row, bool known) =>
        (known ? 0 : DemandWarnings.NoEstimate)
        | (row.BorrowedPeople > 0 && known ? DemandWarnings.Borrowed : 0)
        | (row.Answers < thresholds.LeastAnswers ? DemandWarnings.SmallSample : 0)
        | (row.Margin is not { } margin || margin > thresholds.LargestMargin ? DemandWarnings.WideMargin : 0);

    private List<DemandCell> CellsOf(int community, int service) =>
        cells.GetRange(((community * frame.Services.Count) + service) * strata, strata);

    private static bool IsBeyond(AreaLevel level, EstimateBasis basis) => basis switch
    {
        EstimateBasis.Subdistrict => level == AreaLevel.Community,
        EstimateBasis.District => level != AreaLevel.District,
        _ => false,
    };
}
