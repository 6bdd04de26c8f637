namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// The work before any branching: good sets, good prices and a small problem, each of which makes the others better. Prices
/// show the core in which sets are searched; a better set fixes more columns; fewer columns merge more rows.
/// </summary>
internal sealed class RootSearch(
    SitingProblem whole, Incumbent incumbent, SitingOptions options, Action<string, double, long> report, CancellationToken stop)
{
    private const int FirstSteps = 80;
    private const int RoundsOfFirstPrices = 2;
    private const int StepsOfCore = 200;
    private const int MostSwaps = 1000;
    private const int FewestSwaps = 200;
    private const int MostRounds = 20;
    /// <summary>A round pays that closes this share of the gap.</summary>
    private const double Notable = 0.05;

    private const int MostIdle = 2;
    private const int RoundsWithoutSet = 8;
    private const int MostDoublings = 6;

    /// <summary>Among so few free columns, of all that a problem has, a smaller problem pays.</summary>
    private const double FewFree = 0.8;

    private readonly Random random = new(unchecked((int)options.Seed));
    private int roundsOfSwaps = MostSwaps;

    /// <summary>Lowers the bound of the whole problem as far as it pays.</summary>
    /// <param name="problem">The problem after the presolve.</param>
    /// <returns>What is left to search, or null where nothing beats the best set.</returns>
    public TreeNode? Run(ReducedProblem problem)
    {
        report("greedy", double.PositiveInfinity, 0);
        SetSearch.Of(whole, problem, incumbent, random, stop).Begin();
        report("swap", double.PositiveInfinity, 0);
        var part = Begin(problem);
        part.Source.Judge(part);
        part.Source.BeginPrices(part, FirstSteps);
        var idle = 0;
        for (var round = 0; round < MostRounds && !stop.IsCancellationRequested; round++)
        {
            report("bound", incumbent.Rounded(part.Bound), 0);
            var (bound, best) = (part.Bound, incumbent.Target);
            if (!Round(ref part, round))
            {
                return null;
            }

            var pays = bound - part.Bound > Notable * (part.Bound - incumbent.Target) || incumbent.Target > best;
            idle = pays ? 0 : idle + 1;
            var isIdle = idle >= MostIdle && (incumbent.Value is not null || round >= RoundsWithoutSet);
            if (isIdle || incumbent.IsClose(part.Bound, options.GapGoal))
            {
                break;
            }
        }

        return part;
    }

    private TreeNode Begin(ReducedProblem problem)
    {
        var chosen = problem.Left(incumbent.Columns);
        return new TreeNode
        {
            Source = new CoreBound(problem, incumbent, stop),
            State = (ColumnState[])problem.State.Clone(),
            Prices = chosen.Length == 0 ? Prices.Halves(problem)
                : problem.Gains.Capacity is null ? Prices.OfSet(problem, chosen) : Prices.OfAssignment(problem, chosen),
        };
    }

    /// <summary>Substitution looks at some columns for each chosen one, so that its rounds are quick.</summary>
    private static int ColumnsOfSwaps(int chosen) => 100 + (20 * chosen);

    private bool Round(ref TreeNode part, int round)
    {
        var near = part.Source.Nearest(part, ColumnsOfSwaps(incumbent.Columns.Length), part.Source.Problem.Left(incumbent.Columns));
        var small = Reduction.Of(near);
        if (small.Floors.Count > 0)
        {
            small = small.Rewarded(part.Prices.OfFloor, incumbent.Value is null ? 1 << Math.Min(round, MostDoublings) : 1);
        }

        var search = SetSearch.Of(whole, small, incumbent, random, stop);
        var before = incumbent.Target;
        if (round > 0)
        {
            search.From(part.ShareIn(small));
        }

        // A set is judged by the whole problem where there are floors, which takes ten times as long as a round.
        search.Iterate(small.Floors.Count > 0 ? roundsOfSwaps / 10 : roundsOfSwaps);
        roundsOfSwaps = incumbent.Target > before ? MostSwaps : Math.Max(roundsOfSwaps / 2, FewestSwaps);
        part.Source.ChooseCore(part);
        if (round < RoundsOfFirstPrices)
        {
            part.Source.BeginPrices(part, FirstSteps);
        }

        if (incumbent.Beats(part.Bound) || !part.Source.Lower(part, StepsOfCore))
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
