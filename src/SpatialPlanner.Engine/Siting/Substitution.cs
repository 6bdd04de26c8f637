using System.Runtime.InteropServices;

namespace SpatialPlanner.Engine.Siting;

/// <summary>Greedy filling and vertex substitution (Teitz and Bart 1968) of one set, until no single change gains.</summary>
internal sealed class Substitution
{
    private readonly ReducedProblem problem;
    private readonly Random random;
    private readonly CancellationToken stop;
    private readonly Neighbours neighbours;
    private readonly List<int> outsiders = [];
    private readonly SwapLedger ledger;

    /// <summary>Begins with an empty set.</summary>
    public Substitution(ReducedProblem problem, Neighbours neighbours, Random random, CancellationToken stop)
    {
        (this.problem, this.neighbours, this.random, this.stop) = (problem, neighbours, random, stop);
        ledger = new SwapLedger(problem);
    }

    /// <summary>The set and its books.</summary>
    public SwapLedger Ledger => ledger;

    /// <summary>Adds the best column that fits, among a share of all taken by lot, as long as that gains something.</summary>
    /// <param name="byPrice">True for the best gain for its price.</param>
    /// <param name="share">Share of the columns to look at; 1 for all.</param>
    public void Fill(bool byPrice, double share)
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
    public void Improve()
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
