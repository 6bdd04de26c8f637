using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The best plan when money and gain are exchanged at a rate, without a budget. Rooms bear their cost as a worth below 0; what opening a
/// space costs is a bonus for leaving it vacant, which a column of its own takes that shares the space with no room.
/// </summary>
internal sealed class PlanExchange
{
    private readonly PlanModel _model;
    private readonly int[] _roomOf;
    private readonly SpaceChoices _choices;

    private PlanExchange(PlanModel model, int[] roomOf, SpaceChoices choices) => (_model, _roomOf, _choices) = (model, roomOf, choices);

    /// <summary>Prepares for a model; null where spaces are counted, since a vacant one would count.</summary>
    public static PlanExchange? Of(PlanModel model)
    {
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
        return new PlanExchange(model, [.. columns.Select(c => c.Room)], choices);
    }

    /// <summary>The plan with the most of gain × money less cost × worth.</summary>
    /// <param name="money">Weight of a unit of gain.</param>
    /// <param name="worth">Weight of a unit of money.</param>
    /// <param name="question">How hard to search.</param>
    /// <param name="stop">Ends the search.</param>
    /// <returns>Its columns in the model, and whether it is proved best.</returns>
    public (int[] Columns, bool IsProved) Best(long money, long worth, PlanQuestion question, CancellationToken stop)
    {
        // Sums have to stay within 63 bits: coarser weights are another exchange, as good as the one asked for to find knees by.
        var spent = Math.Max(1, _model.CostOf([.. Enumerable.Range(0, _model.Columns.Columns.Length)]));
        var gained = Math.Max(1, Enumerable.Range(0, _model.Rows.Gains.RowCount).Sum(r => (double)_model.Rows.Gains.Amount[r] * MostGain(r)));
        while (money * gained > 1e18 || worth * (double)spent > 1e18)
        {
            (money, worth) = (Math.Max(1, money >> 1), Math.Max(1, worth >> 1));
        }

        var problem = new SitingProblem(Gains(money, worth), _choices)
        {
            Worth = [.. _roomOf.Select(r => r < 0 ? 0 : -worth * _model.Columns.Columns[r].Cost)],
            Floors = _model.Siting.Floors,
        };
        var result = SitingSolver.Solve(problem, new SitingOptions(question.Seed), null, stop);
        return ([.. result.Columns.Select(c => _roomOf[c]).Where(r => r >= 0)], result.Status == SitingStatus.Optimal);
    }

    private static bool IsRequired(PlanModel model, int space) =>
        model.Columns.Locks.MustSpace[space] || model.Columns.Locks.MustServices[space] != 0;

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
        List<long> gain = [.. whole.Gain.Select(g => g * money)];
        for (var c = 0; c < _roomOf.Length; c++)
        {
            var bonus = _roomOf[c] >= 0 ? 0 : worth * _model.Columns.Problem.Spaces[_choices.Rules.Columns[c].Space].OpeningCostCny;
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
