using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>Compares who answered with who lives there. A respondent counts once, however many services were asked about.</summary>
internal sealed class SampleRows
{
    private readonly SurveyFrame frame;
    private readonly SurveyThresholds thresholds;
    private readonly int[][] respondents;
    private readonly int[][] online;
    private readonly int[][] offline;

    public SampleRows(SurveyFrame frame, SurveyIntake intake, SurveyThresholds thresholds)
    {
        (this.frame, this.thresholds) = (frame, thresholds);
        int[][] Counts() => [.. frame.Communities.Select(_ => new int[intake.Strata.Codes.Count])];
        (respondents, online, offline) = (Counts(), Counts(), Counts());
        var seen = new HashSet<(int, string)>();
        foreach (var r in intake.Counted)
        {
            // Somebody who gave two ages counts with the first.
            if (seen.Add((r.Community, r.Respondent)))
            {
                respondents[r.Community][r.Stratum]++;
                online[r.Community][r.Stratum] += r.Channel == "online" ? 1 : 0;
                offline[r.Community][r.Stratum] += r.Channel == "offline" ? 1 : 0;
            }
        }
    }

    public IReadOnlyList<SampleRow> Make(long[][] people)
    {
        var rows = new List<SampleRow>();
        foreach (var level in new[] { AreaLevel.District, AreaLevel.Subdistrict, AreaLevel.Community })
        {
            foreach (var (area, communities) in SurveyEstimate.AreasOf(frame, level).Index())
            {
                rows.AddRange(RowsOf(level, area, communities, people));
            }
        }

        return rows;
    }

    private IEnumerable<SampleRow> RowsOf(AreaLevel level, int area, int[] communities, long[][] people)
    {
        var strata = respondents.Length == 0 ? 0 : respondents[0].Length;
        int Sum(int[][] of, int stratum) => communities.Sum(c => of[c][stratum]);
        var parts = Enumerable.Range(0, strata).Select(a => (
            People: communities.Sum(c => people[c][a]), Asked: Sum(respondents, a), Online: Sum(online, a), Offline: Sum(offline, a))).ToList();
        var (all, asked) = (parts.Sum(p => p.People), parts.Sum(p => p.Asked));
        var (on, off) = (parts.Sum(p => p.Online), parts.Sum(p => p.Offline));
        double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;
        yield return new(
            level, area, null, all, asked, Share(all, all), Share(asked, asked), on, off,
            asked > 0 && Math.Max(on, off) > thresholds.LargestChannelShare * asked);
        foreach (var (a, p) in parts.Index())
        {
            yield return new(
                level, area, a, p.People, p.Asked, Share(p.People, all), Share(p.Asked, asked), p.Online, p.Offline,
                IsSkewed(p.People, all, p.Asked, asked));
        }
    }

    // Also nobody of many, and somebody of none. By products: no share of nothing is needed.
    private bool IsSkewed(long people, long all, int asked, int allAsked)
    {
        var (sample, due) = ((double)asked * all, (double)people * allAsked);
        return allAsked > 0 && (sample > thresholds.SkewFactor * due || sample * thresholds.SkewFactor < due);
    }
}
