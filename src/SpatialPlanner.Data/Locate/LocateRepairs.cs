using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;
using SpatialPlanner.Planning;
using static SpatialPlanner.Data.Locate.LocateCheck;

namespace SpatialPlanner.Data.Locate;

/// <summary>Why a question has no answer, and the smallest changes that would give it one.</summary>
internal static class LocateRepairs
{
    private const int Named = 5;

    /// <summary>Why there is none, as far as a look at the table tells; null where there may be one.</summary>
    public static LocateAnswer? WhyNone(LocateCase located, LocateSolvers solvers)
    {
        var problem = located.Question.Problem;
        if (problem == LocateProblem.PDispersion)
        {
            return null;
        }

        if (RequiredTooNear(located) is { } near)
        {
            return Infeasible(solvers, near, new LocalText("减小 --spacing，或去掉其中一个", "give a smaller --spacing, or require only one of them"));
        }

        if (located.Site.Length == 0)
        {
            return Infeasible(solvers, NobodyReached(located), SmallestLimit(located));
        }

        if (problem is LocateProblem.Mclp or LocateProblem.CapacitatedMclp)
        {
            return null;
        }

        int[] outside = [.. Enumerable.Range(0, located.Demands.Length).Where(r => located.First[r + 1] - located.First[r] < located.Question.Backup)];
        var reached = located.Total - outside.Sum(located.Weight);
        if (reached < located.Needed)
        {
            return Infeasible(solvers, OutOfReach(located, outside, reached), [.. SmallestLimit(located), .. LowerShare(located, reached)]);
        }

        return problem is LocateProblem.PMedian or LocateProblem.CapacitatedPMedian && located.CoverIsInDoubt()
            && SetCoverSolver.Solve(CoverAll.ProblemOf(located, countSites: true), new SetCoverOptions { Enough = located.MostSites }, solvers.Stop).Status == SitingStatus.Infeasible
            ? OfSites(located, solvers) : null;
    }

    /// <summary>So many sites reach not everybody: how many would, and at which limit these would.</summary>
    public static LocateAnswer OfSites(LocateCase located, LocateSolvers solvers)
    {
        var p = located.Question.Sites;
        var repairs = new List<LocalText>();
        var least = SetCoverSolver.Solve(CoverAll.ProblemOf(located, countSites: true), new SetCoverOptions(), solvers.Stop);
        if (least.Status == SitingStatus.Infeasible)
        {
            return OfSpacing(located, solvers);
        }

        if (least.Status == SitingStatus.Optimal)
        {
            var sites = least.Cost - located.Existing;
            repairs.Add(new($"至少需要 --p {sites}", $"it takes at least --p {sites}"));
        }

        if (p is { } count && located.Question.Limit is not null)
        {
            var center = PCenter.Solve(Centers.ProblemOf(located, long.MaxValue, located.MostSites), new SetCoverOptions(), null, solvers.Stop);
            if (center.Status == SitingStatus.Optimal)
            {
                var limit = Text(located.Costs(center.Radius));
                repairs.Add(new($"或 --p {count} 不变而 --limit 至少 {limit}", $"or with --p {count} at least --limit {limit}"));
            }
        }

        return Infeasible(solvers, new($"{p} 个地点到不了所有需求点", $"--p {p} cannot reach every demand point"), [.. repairs]);
    }

    /// <summary>Not everybody could be served.</summary>
    public static LocateAnswer OfServing(LocateCase located, LocateSolvers solvers) =>
        OfPlaces(located, solvers) ?? LocateAnswers.Unknown(null, solvers.Name);

    /// <summary>The sites cannot serve as many as they must, by the most that they can; null where they could.</summary>
    public static LocateAnswer? OfPlaces(LocateCase located, LocateSolvers solvers)
    {
        var gains = LocateGains.Coverage(located, withNobody: false);
        var most = LocateProblems.NeedsSites(located.Question.Problem) ? located.MostSites : gains.Gains.ColumnCount;
        var result = solvers.Gain(CoverMost.ProblemOf(located, gains, most), most, CoverMost.ConflictsOf(located, gains));
        if (result.Bound >= located.Needed)
        {
            return null;
        }

        var (served, needed) = (Text(located.Weights(result.Objective)), Text(located.Weights(located.Needed)));
        var isLimited = LocateProblems.HasCapacity(located.Question.Problem);
        return Infeasible(
            solvers,
            isLimited ? new($"容量只够服务 {served}，需要 {needed}", $"the places do for {served} at most, and {needed} must be served")
                : new($"最多能服务 {served}，需要 {needed}", $"{served} can be served at most, and {needed} must be"),
            new("增大 --p、容量或 --limit", "raise --p, the capacities or --limit"),
            new($"或用 --cover-share {Share(result.Objective, located)}", $"or ask for --cover-share {Share(result.Objective, located)}"));
    }

    /// <summary>Sites that must be chosen exclude each other, or what is left reaches not everybody.</summary>
    public static LocateAnswer OfSpacing(LocateCase located, LocateSolvers solvers) => Infeasible(
        solvers,
        new("没有选择同时满足必选、禁用和间距的要求", "no choice meets what is required, forbidden and asked of the spacing"),
        new LocalText("减小 --spacing，或放宽 --fixed", "give a smaller --spacing, or require and forbid less in --fixed"));

    /// <summary>An answer that says that there is none.</summary>
    public static LocateAnswer Infeasible(LocateSolvers solvers, LocalText problem, params LocalText[] repairs) =>
        new(SitingStatus.Infeasible, null, null, [], [], 0, solvers.Name, problem, repairs);

    private static LocalText NobodyReached(LocateCase located) => located.Question.Limit is { } limit
        ? new($"在 {Text(limit)} 之内没有任何可选地点到得了任何需求点", $"no candidate reaches any demand point within {Text(limit)}")
        : new("没有任何可选地点到得了任何需求点", "no candidate reaches any demand point");

    private static LocalText OutOfReach(LocateCase located, int[] rows, long reached)
    {
        if (located.Question.CoverShare < 1)
        {
            var (reach, needed) = (Text(located.Weights(reached)), Text(located.Weights(located.Needed)));
            return new($"可选地点合计到得了 {reach}，需要 {needed}", $"all candidates together reach {reach}, and {needed} must be served");
        }

        var names = string.Join(", ", rows.Take(Named).Select(r => located.Table.Demand[located.Demands[r]])) + (rows.Length > Named ? ", …" : string.Empty);
        var (withinZh, withinEn) = located.Question.Limit is { } limit ? ($"在 {Text(limit)} 之内", $" within {Text(limit)}") : (string.Empty, string.Empty);
        var (zh, en) = located.Question.Backup is var backup and > 1
            ? ($"{withinZh}可选地点少于 {backup} 个", $"fewer than {backup} candidates{withinEn}")
            : ($"{withinZh}没有可选地点", $"no candidate{withinEn}");
        return new(
            $"{zh}：{names}（{located.Demands.Length} 个需求点中的 {rows.Length} 个）", $"{en}: {names} ({rows.Length} of {located.Demands.Length} demand points)");
    }

    // The limit at which every demand has as many candidates as it needs; where some have too few at any, that.
    private static LocalText[] SmallestLimit(LocateCase located)
    {
        var (first, _, cost) = located.Pairs(long.MaxValue);
        var least = 0L;
        for (var r = 0; r < located.Demands.Length; r++)
        {
            var (from, to) = (first[r], first[r + 1]);
            if (to - from < located.Question.Backup)
            {
                var name = located.Table.Demand[located.Demands[r]];
                return [new($"补上 {name} 到可选地点的费用，或从需求中去掉它", $"give costs from {name} to candidates, or take it out of the demand")];
            }

            least = Math.Max(least, cost[from..to].Order().ElementAt(located.Question.Backup - 1));
        }

        var limit = Text(located.Costs(least));
        return [new($"--limit {limit} 就够所有需求点", $"--limit {limit} would do for every demand point")];
    }

    private static LocalText[] LowerShare(LocateCase located, long reached) => located.Question.Backup > 1 || located.Question.Problem == LocateProblem.PCenter
        ? [] : [new($"或用 --cover-share {Share(reached, located)}", $"or ask for --cover-share {Share(reached, located)}")];

    private static LocalText? RequiredTooNear(LocateCase located)
    {
        for (var a = 0; a < (located.Conflicts?.Length ?? 0); a++)
        {
            foreach (var b in located.Conflicts![a].Where(b => located.Fixed[a] == ColumnState.In && located.Fixed[b] == ColumnState.In))
            {
                var (one, other) = (located.Table.Sites[a], located.Table.Sites[b]);
                return new($"{one} 与 {other} 都要保留，而间距小于 --spacing", $"{one} and {other} must both stand and are nearer than --spacing");
            }
        }

        return null;
    }

    private static string Share(long units, LocateCase located) => Text(Math.Floor(1000m * units / located.Total) / 1000m);
}
