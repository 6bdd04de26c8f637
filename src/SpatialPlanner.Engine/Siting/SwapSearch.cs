namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Greedy search, vertex substitution (Teitz and Bart 1968) and, from there, an iterated local search: some columns leave by
/// lot, others come by a greedy choice among a few, and substitution goes on (Lourenço, Martin and Stützle 2003).
/// </summary>
internal sealed class SwapSearch : SetSearch
{
    /// <summary>
    /// A round may end so much below the last, as a share, at first; less and less later (threshold accepting, Dueck and
    /// Scheuer 1990). Without it the search of 50 sites among 700 ended two in a thousand lower after as many rounds.
    /// </summary>
    private const double Tolerated = 0.001;

    private readonly SitingProblem whole;
    private readonly ReducedProblem problem;
    private readonly Incumbent incumbent;
    private readonly Random random;
    private readonly CancellationToken stop;
    private readonly List<int> kept = [];
    private readonly Neighbours neighbours;
    private Substitution current;

    /// <summary>Begins with an empty set.</summary>
    public SwapSearch(SitingProblem whole, ReducedProblem problem, Incumbent incumbent, Random random, CancellationToken stop)
    {
        (this.whole, this.problem, this.incumbent) = (whole, problem, incumbent);
        (this.random, this.stop) = (random, stop);
        neighbours = new Neighbours(problem.Gains);
        current = new Substitution(problem, neighbours, random, stop);
    }

    private SwapLedger Ledger => current.Ledger;

    /// <summary>Greedy by gain and by gain for its price, each with substitution.</summary>
    public override void Begin()
    {
        foreach (var byPrice in (ReadOnlySpan<bool>)[true, false])
        {
            Clear();
            current.Fill(byPrice, 1);
            Offer();
            current.Improve();
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
            if (share[c] > 0.5 && problem.State[c] != ColumnState.Out && Ledger.Set.Fits(c))
            {
                Ledger.Add(c);
            }
        }

        current.Fill(true, 1);
        current.Improve();
        Offer();
    }

    /// <summary>Rounds of the iterated local search, from the best set known as far as its columns are still here.</summary>
    /// <param name="rounds">Number of rounds.</param>
    public override void Iterate(int rounds)
    {
        GoTo([.. problem.Left(incumbent.Columns)]);
        for (var round = 0; round < rounds && !stop.IsCancellationRequested; round++)
        {
            var before = Ledger.Value;
            var tolerated = Tolerated * before * (1 - ((double)round / rounds));
            kept.Clear();
            kept.AddRange(Ledger.Columns);
            Shake();
            current.Improve();
            Offer();
            if (Ledger.Value < before - tolerated)
            {
                GoTo(kept);
            }
        }
    }

    private bool IsPriceless()
    {
        for (var c = 1; c < problem.Worth.Length; c++)
        {
            if (Ledger.IsIn(c) || Ledger.IsIn(0))
            {
                continue;
            }

            if (Ledger.Set.Price(c) != Ledger.Set.Price(0))
            {
                return false;
            }
        }

        return true;
    }

    private void Offer()
    {
        // With floors the gains have rewards, so only the whole problem knows what the set gains.
        if (!Ledger.Set.IsComplete || (problem.Floors.Count == 0 && problem.Base + Ledger.Value <= incumbent.Target))
        {
            return;
        }

        var columns = problem.Whole([.. Ledger.Columns]);
        if (problem.Floors.Count == 0)
        {
            incumbent.Offer(problem.Base + Ledger.Value, columns);
        }
        else if (!columns.AsSpan().SequenceEqual(incumbent.Columns) && LeafValue.Of(whole, columns) is { } value)
        {
            incumbent.Offer(value, columns);
        }
    }

    private void Clear() => current = new Substitution(problem, neighbours, random, stop);

    private void GoTo(List<int> columns)
    {
        var wanted = new HashSet<int>(columns);
        foreach (var c in Ledger.Columns.ToArray())
        {
            if (!wanted.Contains(c))
            {
                Ledger.Remove(c);
            }
        }

        foreach (var c in columns)
        {
            if (!Ledger.IsIn(c) && Ledger.Set.Fits(c))
            {
                Ledger.Add(c);
            }
        }
    }

    /// <summary>Two to four columns leave by lot, others come by a greedy choice among a quarter of all.</summary>
    private void Shake()
    {
        var leaving = Math.Min(Ledger.Columns.Count, 2 + random.Next(3));
        for (var k = 0; k < leaving; k++)
        {
            Ledger.Remove(Ledger.Columns[random.Next(Ledger.Columns.Count)]);
        }

        current.Fill(true, 0.25);
    }
}
