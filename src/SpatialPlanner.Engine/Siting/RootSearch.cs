namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// The work before any branching: good sets, good prices and a small problem, each of which makes the others better. Prices
/// show the core in which sets are searched; a better set fixes more columns; fewer columns merge more rows.
/// </summary>
internal sealed class RootSearch
{
    private const int StepsOfAll = 80;
    private const int StepsOfCore = 150;
    private const int RoundsOfSwaps = 150;
    private const int MostRounds = 20;
    private const double StepShare = 0.3;

    /// <summary>Among so few free columns, of all that a problem has, a smaller problem pays.</summary>
    private const double FewFree = 0.8;

    private readonly SitingProblem whole;
    private readonly Incumbent incumbent;
    private readonly SitingOptions options;
    private readonly Action<string, double, long> report;
    private readonly CancellationToken stop;
    private readonly Random random;

    public RootSearch(
        SitingProblem whole, Incumbent incumbent, SitingOptions options, Action<string, double, long> report, CancellationToken stop)
    {
        (this.whole, this.incumbent, this.options, this.report, this.stop) = (whole, incumbent, options, report, stop);
        random = new Random(unchecked((int)options.Seed));
    }

    /// <summary>Lowers the bound of the whole problem as far as it pays.</summary>
    /// <param name="problem">The problem after the presolve.</param>
    /// <returns>What is left to search, or null where nothing beats the best set.</returns>
    public TreeNode? Run(ReducedProblem problem)
    {
        report("greedy", double.PositiveInfinity, 0);
        SetSearch.Of(whole, problem, incumbent, random, stop).Begin();
        report("swap", double.PositiveInfinity, 0);
        var part = Begin(problem);
        if (!part.Source.Lower(part, StepsOfAll, StepShare))
        {
            return null;
        }

        for (var round = 0; round < MostRounds && !stop.IsCancellationRequested; round++)
        {
            report("bound", incumbent.Rounded(part.Bound), 0);
            var (bound, best) = (part.Bound, incumbent.Target);
            if (!Round(ref part))
            {
                return null;
            }

            var pays = bound - part.Bound > 0.03 * (part.Bound - incumbent.Target) || incumbent.Target > best;
            if (!pays || incumbent.IsClose(part.Bound, options.GapGoal))
            {
                break;
            }
        }

        return part;
    }

    private TreeNode Begin(ReducedProblem problem)
    {
        var place = new Dictionary<int, int>();
        for (var c = 0; c < problem.Original.Length; c++)
        {
            place[problem.Original[c]] = c;
        }

        int[] chosen = [.. incumbent.Columns.Where(place.ContainsKey).Select(c => place[c])];
        return new TreeNode
        {
            Source = new CoreBound(problem, incumbent, stop),
            State = (ColumnState[])problem.State.Clone(),
            Prices = chosen.Length > 0 ? Prices.OfSet(problem, chosen) : Prices.Halves(problem),
        };
    }

    private bool Round(ref TreeNode part)
    {
        part.Source.ChooseCore(part);
        var search = SetSearch.Of(whole, Reduction.Of(part.Source.OfCore(part.State)), incumbent, random, stop);
        search.Iterate(RoundsOfSwaps);
        if (incumbent.Beats(part.Bound) || !part.Source.Lower(part, StepsOfCore, StepShare))
        {
            return false;
        }

        if (part.State.AsSpan().Count(ColumnState.Free) < FewFree * part.State.Length)
        {
            part = part.Smaller(incumbent, stop);
        }

        return true;
    }
}
