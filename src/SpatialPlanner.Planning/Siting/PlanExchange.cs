using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The best plan when money and gain are exchanged at a rate, without a budget. Rooms bear their cost as a worth below 0; what opening a
/// space costs is a bonus for leaving it vacant, which a column of its own takes that shares the space with no room.
/// </summary>
internal sealed class PlanExchange
{
    private const double MostSum = 1e11;
    private readonly PlanModel _model;
    private readonly PlanValue _value;
    private readonly int[] _roomOf;
    private readonly SpaceChoices _choices;

    private readonly long _costUnit;
    private readonly long _gainUnit;
    private readonly double _spent;
    private readonly double _gained;

    private PlanExchange(PlanModel model, PlanValue value, int[] roomOf, SpaceChoices choices)
    {
        (_model, _value, _roomOf, _choices) = (model, value, roomOf, choices);
        var gains = model.Rows.Gains;
        _costUnit = Math.Max(1, model.Columns.Columns.Select(c => c.Cost).Concat(model.Columns.Problem.Spaces.Select(s => s.OpeningCostCny)).Aggregate(0L, PlanLeastCost.Divisor));
        _gainUnit = Math.Max(1, gains.Gain.Aggregate(0L, PlanLeastCost.Divisor));
        _spent = model.CostOf([.. Enumerable.Range(0, model.Columns.Columns.Length)]) / (double)_costUnit;
        _gained = Enumerable.Range(0, gains.RowCount).Sum(r => (double)gains.Amount[r] * MostGain(r)) / _gainUnit;
    }

    /// <summary>Prepares for the model of some values; null where spaces are counted, since a vacant one would count.</summary>
    public static PlanExchange? Of(PlanValue value)
    {
        var model = value.Model;
        var (rules, vacant) = (model.Columns.Choices.Rules, model.Columns.Problem.Services.Count);
        if (rules.MostSpaces < rules.Spaces.Count || rules.LeastPerGroup > 0 || vacant > 62)
        {
            return null;
        }

        var columns = rules.Columns.Select((c, at) => (Column: c, Room: at))
            .Concat(Enumerable.Range(0, rules.Spaces.Count).Where(s => !IsRequired(model, s)).Select(s => (Column: new SpaceColumn(s, vacant, 0, 0), Room: -1)))
            .OrderBy(c => (c.Column.Space, c.Column.Service)).ToList();
        var choices = new SpaceChoices(rules with
        {
            Columns = [.. columns.Select(c => c.Column)],
            NotWith = [.. rules.NotWith, (1UL << vacant) - 1],
            Budgets = [SpaceRules.NoBound],
        });
        return new PlanExchange(model, value, [.. columns.Select(c => c.Room)], choices);
    }

    /// <summary>The plan with the most of gain × money less cost × worth.</summary>
    /// <param name="money">Weight of a unit of gain.</param>
    /// <param name="worth">Weight of a unit of money.</param>
    /// <param name="known">Plans to begin with, in columns of the model.</param>
    /// <param name="seed">Seed of the search.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns>Its columns in the model, and whether it is proved best.</returns>
    public (int[] Columns, bool IsProved) Best(long money, long worth, IReadOnlyList<int[]> known, ulong seed, CancellationToken stop)
    {
        // Bounds are sums in double precision: below this size they tell neighbouring plans apart. Coarser weights are another exchange,
        // as good as the one asked for to find knees by.
        (money, worth) = (money / _costUnit, worth / _gainUnit);
        while (Math.Max(money * _gained, worth * _spent) > MostSum)
        {
            (money, worth) = (Math.Max(1, money >> 1), Math.Max(1, worth >> 1));
        }

        var problem = new SitingProblem(Gains(money, worth), _choices)
        {
            Worth = [.. _roomOf.Select(r => r < 0 ? 0 : -worth * (_model.Columns.Columns[r].Cost / _costUnit))],
            Floors = _model.Siting.Floors,
            Start = WithVacant(known.MaxBy(k => ((double)money * _value.Of(k) / _gainUnit) - ((double)worth * _model.CostOf(k) / _costUnit)) ?? []),
        };
        var result = SitingSolver.Solve(problem, new SitingOptions(seed), null, stop);
        return ([.. result.Columns.Select(c => _roomOf[c]).Where(r => r >= 0)], result.Status == SitingStatus.Optimal);
    }

    private static bool IsRequired(PlanModel model, int space) =>
        model.Columns.Locks.MustSpace[space] || model.Columns.Locks.MustServices[space] != 0;

    // The plan in columns of this problem: the rooms, and for every other space that it is vacant.
    private int[] WithVacant(int[] plan)
    {
        var (chosen, open) = (plan.ToHashSet(), plan.Select(c => _model.Columns.Columns[c].Space).ToHashSet());
        return [.. Enumerable.Range(0, _roomOf.Length).Where(c => _roomOf[c] >= 0 ? chosen.Contains(_roomOf[c]) : !open.Contains(_choices.Rules.Columns[c].Space))];
    }

    private long MostGain(int row)
    {
        var most = 0L;
        for (var k = _model.Rows.Gains.First[row]; k < _model.Rows.Gains.First[row + 1]; k++)
        {
            most = Math.Max(most, _model.Rows.Gains.Gain[k]);
        }

        return most;
    }

    private GainMatrix Gains(long money, long worth)
    {
        var (whole, place) = (_model.Rows.Gains, new int[_model.Columns.Columns.Length]);
        for (var c = 0; c < _roomOf.Length; c++)
        {
            place[Math.Max(0, _roomOf[c])] = _roomOf[c] >= 0 ? c : place[Math.Max(0, _roomOf[c])];
        }

        List<long> amount = [.. whole.Amount];
        List<int> first = [.. whole.First], column = [.. whole.Column.Select(c => place[c])];
        List<long> gain = [.. whole.Gain.Select(g => g / _gainUnit * money)];
        for (var c = 0; c < _roomOf.Length; c++)
        {
            var bonus = _roomOf[c] >= 0 ? 0 : worth * (_model.Columns.Problem.Spaces[_choices.Rules.Columns[c].Space].OpeningCostCny / _costUnit);
            if (bonus > 0)
            {
                amount.Add(1);
                column.Add(c);
                gain.Add(bonus);
                first.Add(column.Count);
            }
        }

        long[]? capacity = whole.Capacity is { } all ? [.. _roomOf.Select(r => r < 0 ? GainMatrix.Unlimited : all[r])] : null;
        return new GainMatrix([.. amount], [.. first], [.. column], [.. gain], _roomOf.Length, capacity);
    }
}
