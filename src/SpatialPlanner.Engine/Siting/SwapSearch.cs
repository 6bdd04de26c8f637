using System.Runtime.InteropServices;

namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Greedy search, vertex substitution (Teitz and Bart 1968) and, from there, an iterated local search: some columns leave by
/// lot, others come by a greedy choice among a few, and substitution goes on (Lourenço, Martin and Stützle 2003).
/// </summary>
internal sealed class SwapSearch : SetSearch
{
    /// <summary>
    /// A round may end so much below the last, as a share, at first; less and less later (threshold accepting, Dueck and
    /// Scheuer 1990). Without it the search of 50 sites among 700 stuck at three in a thousand below the best known.
    /// </summary>
    private const double Tolerated = 0.001;

    private readonly SitingProblem whole;
    private readonly ReducedProblem problem;
    private readonly Incumbent incumbent;
    private readonly Random random;
    private readonly CancellationToken stop;
    private readonly List<int> kept = [];
    private readonly List<int> outsiders = [];
    private readonly Neighbours neighbours;
    private SwapLedger ledger;

    /// <summary>Begins with an empty set.</summary>
    public SwapSearch(SitingProblem whole, ReducedProblem problem, Incumbent incumbent, Random random, CancellationToken stop)
    {
        (this.whole, this.problem, this.incumbent) = (whole, problem, incumbent);
        (this.random, this.stop) = (random, stop);
        (ledger, neighbours) = (new SwapLedger(problem), new Neighbours(problem.Gains));
    }

    /// <summary>Greedy by gain and by gain for its price, each with substitution.</summary>
    public override void Begin()
    {
        foreach (var byPrice in (ReadOnlySpan<bool>)[true, false])
        {
            Clear();
            Fill(byPrice, 1);
            Offer();
            Improve();
            Offer();
            if (IsPriceless())
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public override void From(ReadOnlySpan<double> share)
    {
        Clear();
        for (var c = 0; c < share.Length; c++)
        {
            if (share[c] > 0.5 && problem.State[c] != ColumnState.Out && ledger.Set.Fits(c))
            {
                ledger.Add(c);
            }
        }

        Fill(true, 1);
        Improve();
        Offer();
    }

    /// <summary>Rounds of the iterated local search, from the best set known as far as its columns are still here.</summary>
    /// <param name="rounds">Number of rounds.</param>
    public override void Iterate(int rounds)
    {
        GoTo([.. problem.Left(incumbent.Columns)]);
        for (var round = 0; round < rounds && !stop.IsCancellationRequested; round++)
        {
            var before = ledger.Value;
            var tolerated = Tolerated * before * (1 - ((double)round / rounds));
            kept.Clear();
            kept.AddRange(ledger.Columns);
            Shake();
            Improve();
            Offer();
            if (ledger.Value < before - tolerated)
            {
                GoTo(kept);
            }
        }
    }

    private bool IsPriceless()
    {
        for (var c = 1; c < problem.Worth.Length; c++)
        {
            if (ledger.IsIn(c) || ledger.IsIn(0))
            {
                continue;
            }

            if (ledger.Set.Price(c) != ledger.Set.Price(0))
            {
                return false;
            }
        }

        return true;
    }

    private void Offer()
    {
        if (ledger.Set.IsComplete && problem.Base + ledger.Value > incumbent.Target)
        {
            var columns = problem.Whole([.. ledger.Columns]);
            if (problem.Floors.Count == 0 || LeafValue.Of(whole, columns) is not null)
            {
                incumbent.Offer(problem.Base + ledger.Value, columns);
            }
        }
    }

    private void Clear() => ledger = new SwapLedger(problem);

    private void GoTo(List<int> columns)
    {
        var wanted = new HashSet<int>(columns);
        foreach (var c in ledger.Columns.ToArray())
        {
            if (!wanted.Contains(c))
            {
                ledger.Remove(c);
            }
        }

        foreach (var c in columns)
        {
            if (!ledger.IsIn(c) && ledger.Set.Fits(c))
            {
                ledger.Add(c);
            }
        }
    }

    /// <summary>Two to four columns leave by lot, others come by a greedy choice among a quarter of all.</summary>
    private void Shake()
    {
        var leaving = Math.Min(ledger.Columns.Count, 2 + random.Next(3));
        for (var k = 0; k < leaving; k++)
        {
            ledger.Remove(ledger.Columns[random.Next(ledger.Columns.Count)]);
        }

        Fill(true, 0.25);
    }

    /// <summary>Adds the best column that fits, among a share of all taken by lot, as long as that gains something.</summary>
    private void Fill(bool byPrice, double share)
    {
        while (!stop.IsCancellationRequested)
        {
            var best = BestToAdd(byPrice, share);
            if (best < 0)
            {
                return;
            }

            ledger.Add(best);
        }
    }

    private int BestToAdd(bool byPrice, double share)
    {
        var (best, most, isWanted) = (-1, double.NegativeInfinity, !ledger.Set.IsComplete);
        for (var c = 0; c < problem.Worth.Length; c++)
        {
            var gain = ledger.Gain[c];
            if ((gain <= 0 && !isWanted) || ledger.IsIn(c) || problem.State[c] == ColumnState.Out ||
                (share < 1 && random.NextDouble() > share) || !ledger.Set.Fits(c))
            {
                continue;
            }

            var rate = byPrice && gain > 0 ? gain / ledger.Set.Price(c) : gain;
            if (rate > most)
            {
                (best, most) = (c, rate);
            }
        }

        return best;
    }

    /// <summary>Drops, substitutes and adds while that gains.</summary>
    private void Improve()
    {
        while (!stop.IsCancellationRequested)
        {
            Drop();
            Fill(true, 1);
            var (coming, leaving) = BestSwap();
            if (coming < 0)
            {
                return;
            }

            ledger.Remove(leaving);
            ledger.Add(coming);
        }
    }

    private void Drop()
    {
        for (var place = ledger.Columns.Count - 1; place >= 0; place--)
        {
            if (ledger.Loss(place) < 0)
            {
                var column = ledger.Columns[place];
                ledger.Remove(column);
                if (!ledger.Set.IsComplete)
                {
                    ledger.Add(column);
                }
            }
        }
    }

    /// <summary>
    /// The swap that gains most. A column that shares no row with the leaving one must gain more than the least loss, which
    /// near a best set few do.
    /// </summary>
    private (int Coming, int Leaving) BestSwap()
    {
        FindOutsiders();
        var (coming, leaving, most) = (-1, -1, 0L);
        for (var place = 0; place < ledger.Columns.Count; place++)
        {
            var (extra, loss, column) = (ledger.Extra(place), ledger.Loss(place), ledger.Columns[place]);
            for (var pass = 0; pass < 2; pass++)
            {
                foreach (var c in pass == 0 ? neighbours.Of(column) : CollectionsMarshal.AsSpan(outsiders))
                {
                    var gain = ledger.Gain[c] + extra[c] - loss;
                    if (gain > most && IsAllowed(c, column))
                    {
                        (coming, leaving, most) = (c, column, gain);
                    }
                }
            }
        }

        return (coming, leaving);
    }

    private void FindOutsiders()
    {
        var least = long.MaxValue;
        for (var place = 0; place < ledger.Columns.Count; place++)
        {
            least = Math.Min(least, ledger.Loss(place));
        }

        outsiders.Clear();
        for (var c = 0; c < ledger.Gain.Length; c++)
        {
            if (ledger.Gain[c] > least && !ledger.IsIn(c))
            {
                outsiders.Add(c);
            }
        }
    }

    private bool IsAllowed(int coming, int leaving)
    {
        var set = ledger.Set;
        if (ledger.IsIn(coming) || problem.State[coming] == ColumnState.Out || !set.FitsFor(coming, leaving))
        {
            return false;
        }

        if (!set.IsComplete)
        {
            return true;
        }

        set.Remove(leaving);
        set.Add(coming);
        var isComplete = set.IsComplete;
        set.Remove(coming);
        set.Add(leaving);
        return isComplete;
    }
}
