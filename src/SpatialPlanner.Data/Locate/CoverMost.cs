using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>Most demand within the limit of p sites, with or without places.</summary>
internal static class CoverMost
{
    /// <summary>The problem with so many sites in all.</summary>
    public static SitingProblem ProblemOf(LocateCase located, LocateGains gains, int most) =>
        new(gains.Gains, ChoicesOf(located, gains, most)) { Fixed = gains.Fixed() };

    /// <summary>So many sites in all, spaced where that is asked for.</summary>
    public static Choices ChoicesOf(LocateCase located, LocateGains gains, int most) => located.Conflicts is null
        ? new SiteCount(gains.Gains.ColumnCount, most)
        : new SpacedSites(most, ConflictsOf(located, gains)!);

    /// <summary>Columns that exclude each other; a column that is no site excludes nothing.</summary>
    public static int[][]? ConflictsOf(LocateCase located, LocateGains gains) =>
        located.Conflicts is null ? null : [.. located.Conflicts, .. Enumerable.Repeat<int[]>([], gains.Others)];

    /// <summary>Finds the answer.</summary>
    public static LocateAnswer Find(LocateCase located, LocateSolvers solvers)
    {
        var gains = LocateGains.Coverage(located, withNobody: false);
        var result = solvers.Gain(ProblemOf(located, gains, located.MostSites), located.MostSites, ConflictsOf(located, gains));
        if (result.Status == SitingStatus.Infeasible)
        {
            return LocateRepairs.OfSpacing(located, solvers);
        }

        if (result.Status == SitingStatus.NoAnswer)
        {
            return LocateAnswers.Unknown(null, solvers.Name);
        }

        var open = LocateAnswers.Filled(located, LocateAnswers.Open(located, result.Columns));
        var service = gains.Gains.Capacity is null ? LocateService.Nearest(located, open) : LocateService.Assigned(located, gains, open);
        var bound = Math.Max(service.Units, (long)Math.Min(located.Total, Math.Floor(result.Bound + 1e-6)));
        return LocateAnswers.Found(
            located, service.Units >= bound ? SitingStatus.Optimal : SitingStatus.Stopped, located.Weights(service.Units), located.Weights(bound), open, service,
            result.Nodes, solvers.Name);
    }
}
