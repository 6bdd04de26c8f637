using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// Improves a plan by ruin and recreation (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000): some spaces are emptied, and whole spaces
/// with their best rooms and year are taken one by one for what they gain less the price of their money. So spaces change
/// places, years and services together, which no exchange of single rooms does.
/// </summary>
internal sealed class PlanRebuild
{
    private const int MostRounds = 3000;
    private const int LeastRounds = 100;
    private const double WorkOfAll = 3e7;
    private const double Tolerance = 0.004;
    private readonly PlanValue _value;
    private readonly PlanColumns _columns;
    private readonly Choices _choices;
    private readonly Random _random;
    private readonly CancellationToken _stop;
    private readonly RoomFilling _filling;
    private readonly int _spaceCount;

    /// <summary>Prepares for a model.</summary>
    /// <param name="value">What sets of rooms gain.</param>
    /// <param name="seed">Seed of all that is by lot.</param>
    /// <param name="stop">Ends the search.</param>
    public PlanRebuild(PlanValue value, ulong seed, CancellationToken stop)
    {
        (_value, _columns, _choices, _stop) = (value, value.Model.Columns, value.Model.Columns.Choices, stop);
        _random = new Random(unchecked((int)seed));
        (_filling, _spaceCount) = (new RoomFilling(_columns), _columns.Problem.Spaces.Count);
    }

    /// <summary>Searches from a plan.</summary>
    /// <param name="start">Its columns.</param>
    /// <param name="better">Hears of each better plan and what it gains.</param>
    /// <returns>The best plan found; the start where there is none better.</returns>
    public int[] Run(int[] start, Action<int[], long> better)
    {
        var (now, value) = (start, _value.Of(start));
        var (best, most, idle) = (now, value, 0);
        var rounds = (int)Math.Clamp(WorkOfAll / (1 + _value.Model.Rows.Gains.Column.Length), LeastRounds, MostRounds);
        for (var round = 0; round < rounds && idle < rounds / 3 && !_stop.IsCancellationRequested; round++, idle++)
        {
            // A little worse is taken too (record-to-record travel, Dueck 1993), or the search would stay on its first hill.
            var next = Recreate(Ruin(now), PriceOfMoney(now, value));
            if (next is null || _value.Of(next) is var its && its < most - (Tolerance * most))
            {
                continue;
            }

            (now, value) = (next, its);
            if (value > most)
            {
                (best, most, idle) = (now, value, 0);
                better(best, most);
            }
        }

        return best;
    }

    /// <summary>
    /// The plan with a space that it has not: the best of those that come of leaving out one of its spaces or none, taking the rooms of the
    /// new one, and filling up.
    /// </summary>
    /// <param name="columns">The plan.</param>
    /// <param name="space">The space.</param>
    /// <returns>Its columns, or null where none is allowed.</returns>
    public int[]? WithSpace(int[] columns, int space)
    {
        var (best, most) = ((int[]?)null, long.MinValue);
        int[] leaving = [-1, .. columns.Select(c => _columns.Columns[c].Space).Distinct().Order()];
        foreach (var other in leaving)
        {
            List<int> rest = [.. columns.Where(c => _columns.Columns[c].Space != other)];
            var rooms = _filling.Best(PlanState.SetOf(_choices, rest), space, new AddedGain(_value, [.. rest]).AtMost).Columns;
            if (rooms.Count == 0 || _stop.IsCancellationRequested)
            {
                continue;
            }

            rest.AddRange(rooms);
            if (Recreate(rest, 0) is { } all && _value.Of(all) is var value && value > most)
            {
                (best, most) = (all, value);
            }
        }

        return best;
    }

    // What the last money brings is less than what money brings on average; by how much is tried by lot.
    private double PriceOfMoney(int[] columns, long value)
    {
        var hasBudget = _columns.Question.BudgetCny is not null || _columns.Question.YearBudgetsCny.Count > 0;
        return hasBudget ? value / (double)Math.Max(1, _value.Model.CostOf(columns)) * (0.2 + _random.NextDouble()) : 0;
    }

    // One to five spaces leave.
    private List<int> Ruin(int[] columns)
    {
        int[] used = [.. columns.Select(c => _columns.Columns[c].Space).Distinct().Order()];
        _random.Shuffle(used);
        var leaving = used.Take(1 + _random.Next(5)).ToHashSet();
        return [.. columns.Where(c => !leaving.Contains(_columns.Columns[c].Space))];
    }

    private int[]? Recreate(List<int> columns, double price)
    {
        var set = PlanState.SetOf(_choices, columns);
        var adds = new AddedGain(_value, [.. columns]);
        while (!_stop.IsCancellationRequested)
        {
            var rooms = BestSpace(set, adds, columns, price);
            if (rooms.Count == 0 && price == 0)
            {
                break;
            }

            // What is left when nothing is worth its money any more buys whatever still gains something.
            price = rooms.Count == 0 ? 0 : price;
            foreach (var c in rooms)
            {
                set.Add(c);
                columns.Add(c);
            }

            adds.Take(columns, rooms);
        }

        return set.IsComplete && _value.Model.Floors.Count == 0 ? [.. columns.Order()] : null;
    }

    private IReadOnlyList<int> BestSpace(ChosenSet set, AddedGain adds, List<int> columns, double price)
    {
        var open = columns.Select(c => _columns.Columns[c].Space).ToHashSet();
        var (best, most) = ((IReadOnlyList<int>)[], 0.0);
        for (var s = 0; s < _spaceCount; s++)
        {
            var (rooms, net) = _filling.Best(set, s, c => adds.AtMost(c) - (long)(price * _columns.Columns[c].Cost));
            var worth = (net - (open.Contains(s) ? 0 : price * _columns.Problem.Spaces[s].OpeningCostCny)) * (0.85 + (0.3 * _random.NextDouble()));
            (best, most) = rooms.Count > 0 && worth > most ? (rooms, worth) : (best, most);
        }

        return best;
    }
}
