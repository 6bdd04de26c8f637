namespace SpatialPlanner.Planning.Pilots;

/// <summary>Chooses again and again with other weights.</summary>
internal sealed class PilotTrials(double[][] values, bool[] isBenefit, int[] subdistrictOf, PilotQuestion question)
{
    /// <summary>A weight is moved by so much at a time, then the place of the change is narrowed down to the last of these.</summary>
    private const double Step = 0.005, Precision = 0.0001;

    private readonly double[] weights = [.. question.Weights.Select(w => w / question.Weights.Sum())];

    /// <summary>Ranks and chooses with some weights.</summary>
    public (PilotRanking Ranking, IReadOnlyList<int> Chosen) With(IReadOnlyList<double> by)
    {
        var ranking = PilotRanking.Of(values, isBenefit, by);
        return (ranking, PilotChoice.Choose(ranking.Order, subdistrictOf, question));
    }

    /// <summary>How often each is chosen, and the places that it takes, with every weight moved at random.</summary>
    public (double[] Share, (int Best, int Worst)[] Range) AtRandom()
    {
        var (random, times) = (new SeededRandom(question.Seed), new int[values.Length]);
        var range = Enumerable.Repeat((Best: int.MaxValue, Worst: 0), values.Length).ToArray();
        for (var draw = 0; draw < question.Draws; draw++)
        {
            var (ranking, chosen) = With([.. weights.Select(w => w * random.Between(1 - question.Spread, 1 + question.Spread))]);
            foreach (var (place, a) in ranking.Order.Index())
            {
                range[a] = (Math.Min(range[a].Best, place + 1), Math.Max(range[a].Worst, place + 1));
            }

            foreach (var a in chosen)
            {
                times[a]++;
            }
        }

        return ([.. times.Select(t => (double)t / question.Draws)], range);
    }

    /// <summary>How far the weight of a criterion can be moved before the choice changes.</summary>
    public PilotTipping TippingOf(int criterion, IReadOnlyList<int> chosen)
    {
        var before = chosen.ToHashSet();
        var (down, up) = (Tip(criterion, before, -Step), Tip(criterion, before, Step));
        var weight = weights[criterion];
        var nearer = down is null || (up is not null && up - weight < weight - down) ? up : down;
        var other = nearer is { } at ? With(Moved(criterion, at)).Chosen : chosen;
        return new PilotTipping(
            criterion, weight, down, up, [.. chosen.Where(a => !other.Contains(a))], [.. other.Where(a => !before.Contains(a))]);
    }

    private double? Tip(int criterion, HashSet<int> chosen, double step)
    {
        for (var (same, at) = (weights[criterion], weights[criterion] + step); ; (same, at) = (at, at + step))
        {
            at = Math.Clamp(at, 0, 1);
            if (at == same || !(Moved(criterion, at).Sum() > 0))
            {
                return null;
            }

            if (!chosen.SetEquals(With(Moved(criterion, at)).Chosen))
            {
                return Narrowed(criterion, chosen, same, at);
            }
        }
    }

    private double Narrowed(int criterion, HashSet<int> chosen, double same, double other)
    {
        while (Math.Abs(other - same) > Precision)
        {
            var middle = (same + other) / 2;
            (same, other) = chosen.SetEquals(With(Moved(criterion, middle)).Chosen) ? (middle, other) : (same, middle);
        }

        return other;
    }

    // The others share what is left in their own proportions; where they had none, there is nothing to share by.
    private double[] Moved(int criterion, double to)
    {
        var others = 1 - weights[criterion];
        return [.. weights.Select((w, k) => k == criterion ? to : others > 0 ? w / others * (1 - to) : 0)];
    }
}
