namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Solves siting problems exactly, or as well as the time allows with a proof of how much better a set could be: presolve,
/// greedy search and substitution, Lagrangian bound, fixing by reduced cost, branch and bound.
/// </summary>
public static class SitingSolver
{
    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How hard to search.</param>
    /// <param name="progress">Hears of every stage and of better sets and bounds.</param>
    /// <param name="stop">Ends the search with the best so far; nothing is thrown.</param>
    public static SitingResult Solve(
        SitingProblem problem, SitingOptions options, IProgress<SitingProgress>? progress = null, CancellationToken stop = default)
    {
        var incumbent = new Incumbent(problem);
        void Report(string stage, double bound, long nodes) => progress?.Report(new SitingProgress(
            stage, incumbent.Value, double.IsInfinity(bound) ? null : bound, nodes));
        Report("presolve", double.PositiveInfinity, 0);
        if (!RequiredFit(problem))
        {
            return new SitingResult(SitingStatus.Infeasible, 0, 0, [], 0);
        }

        if (problem.Start is { } start && LeafValue.Of(problem, start) is { } known)
        {
            incumbent.Offer(known, [.. start.Order()]);
        }

        var reduced = Reduction.Of(ReducedProblem.Of(problem));
        var left = new RootSearch(problem, incumbent, options, Report, stop).Run(reduced);
        if (left is null)
        {
            return Result(incumbent, double.NegativeInfinity, 1, options);
        }

        if (options.HeuristicOnly)
        {
            return Result(incumbent, incumbent.Rounded(left.Bound), 1, options);
        }

        var tree = new SearchTree(problem, incumbent, options, Report, stop);
        tree.Run(left);
        return Result(incumbent, tree.Bound, tree.Nodes, options);
    }

    /// <summary>False where the required columns alone are too many: whatever comes with them, they stay too many.</summary>
    private static bool RequiredFit(SitingProblem problem)
    {
        var set = problem.Choices.Begin();
        for (var c = 0; problem.Fixed is { } settled && c < settled.Length; c++)
        {
            if (settled[c] == ColumnState.In)
            {
                if (!set.Fits(c))
                {
                    return false;
                }

                set.Add(c);
            }
        }

        return true;
    }

    private static SitingResult Result(Incumbent incumbent, double bound, long nodes, SitingOptions options)
    {
        if (incumbent.Value is not { } best)
        {
            return double.IsNegativeInfinity(bound)
                ? new SitingResult(SitingStatus.Infeasible, 0, 0, [], nodes)
                : new SitingResult(SitingStatus.NoAnswer, 0, bound, [], nodes);
        }

        bound = Math.Max(best, bound);
        var status = bound - best <= options.GapGoal * Math.Abs(bound) ? SitingStatus.Optimal : SitingStatus.Stopped;
        return new SitingResult(status, best, bound, incumbent.Columns, nodes);
    }
}
