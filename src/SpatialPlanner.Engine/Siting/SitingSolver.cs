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

        var reduced = Reduction.Of(ReducedProblem.Of(problem));
        var tree = new SearchTree(problem, incumbent, options, Report, stop);
        tree.Run(reduced);
        return Result(incumbent, tree, options);
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

    private static SitingResult Result(Incumbent incumbent, SearchTree tree, SitingOptions options)
    {
        if (incumbent.Value is not { } best)
        {
            var isProved = double.IsNegativeInfinity(tree.Bound);
            return new SitingResult(isProved ? SitingStatus.Infeasible : SitingStatus.NoAnswer, 0, isProved ? 0 : tree.Bound, [], tree.Nodes);
        }

        var bound = Math.Max(best, tree.Bound);
        var isOptimal = bound - best <= options.GapGoal * Math.Abs(bound);
        return new SitingResult(isOptimal ? SitingStatus.Optimal : SitingStatus.Stopped, best, bound, incumbent.Columns, tree.Nodes);
    }
}
