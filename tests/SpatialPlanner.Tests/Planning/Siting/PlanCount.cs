using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>
/// Every choice of a small plan, one by one: a bit for each space and service (one size, one year). What a service gains is a
/// table over the sets of spaces that have it, filled from the problem itself, so nothing of the solver is in it.
/// </summary>
internal sealed class PlanCount
{
    private readonly PlanProblem _problem;
    private readonly PlanQuestion _question;
    private readonly int _services;
    private readonly long[][] _gain;
    private readonly long[]?[][] _served;
    private readonly long[] _spaceCost;
    private readonly bool[] _spaceAllowed;

    public PlanCount(PlanProblem problem, PlanQuestion question)
    {
        (_problem, _question, _services) = (problem, question, problem.Services.Count);
        var sets = 1 << problem.Spaces.Count;
        _gain = [.. Enumerable.Range(0, _services).Select(k => new long[sets])];
        _served = [.. Enumerable.Range(0, _services).Select(_ => new long[]?[sets])];
        for (var k = 0; k < _services; k++)
        {
            for (var set = 0; set < sets; set++)
            {
                (_gain[k][set], _served[k][set]) = question.CountCapacity ? (Flow(k, set), null) : Cover(k, set);
            }
        }

        (_spaceCost, _spaceAllowed) = Spaces();
    }

    /// <summary>The most that any allowed choice gains, or null where none is allowed; and how many choices were looked at.</summary>
    public (long? Best, int Looked) Run()
    {
        var best = default(long?);
        var looked = Each((_, gain) => best = Math.Max(best ?? long.MinValue, gain));
        return (best, looked);
    }

    /// <summary>The choices that gain more than any cheaper one, rising in cost.</summary>
    public IReadOnlyList<(long Cost, long Gain)> BestByCost()
    {
        var (byCost, most) = (new Dictionary<long, long>(), long.MinValue);
        Each((cost, gain) => byCost[cost] = Math.Max(byCost.GetValueOrDefault(cost), gain));
        return [.. byCost.OrderBy(c => c.Key).Where(c => c.Value > most && (most = c.Value) == c.Value).Select(c => (c.Key, c.Value))];
    }

    private int Each(Action<long, long> allowedChoice)
    {
        var spaces = _problem.Spaces.Count;
        var all = 1 << (spaces * _services);
        Span<int> having = stackalloc int[_services];
        for (var choice = 0; choice < all; choice++)
        {
            var (cost, open, allowed) = (0L, 0, true);
            having.Clear();
            for (var s = 0; s < spaces && allowed; s++)
            {
                var rooms = choice >> (s * _services) & ((1 << _services) - 1);
                allowed = _spaceAllowed[(s << _services) + rooms];
                cost += _spaceCost[(s << _services) + rooms];
                open += rooms == 0 ? 0 : 1 << s;
                for (var k = 0; k < _services; k++)
                {
                    having[k] |= (rooms >> k & 1) << s;
                }
            }

            if (allowed && cost <= (_question.BudgetCny ?? long.MaxValue) && Counts(open) && MeetsFloors(having))
            {
                var gain = 0L;
                for (var k = 0; k < _services; k++)
                {
                    gain += _gain[k][having[k]];
                }

                allowedChoice(cost, gain);
            }
        }

        return all;
    }

    private bool Counts(int open)
    {
        if (System.Numerics.BitOperations.PopCount((uint)open) > (_question.MaxSites ?? int.MaxValue))
        {
            return false;
        }

        for (var s = 0; s < _problem.Spaces.Count; s++)
        {
            var isOpen = (open >> s & 1) != 0;
            if ((_question.Must.Contains(_problem.Spaces[s].Id) && !isOpen) || (_question.MustNot.Contains(_problem.Spaces[s].Id) && isOpen))
            {
                return false;
            }
        }

        if (_question.LeastPerSubdistrict == 0)
        {
            return true;
        }

        var groups = _problem.Spaces.Select((s, at) => (s.Group, at)).GroupBy(s => s.Group);
        return groups.All(g => g.Count(s => (open >> s.at & 1) != 0) >= Math.Min(_question.LeastPerSubdistrict, g.Count(s => CanOpen(s.at))));
    }

    private bool CanOpen(int s) => Enumerable.Range(1, (1 << _services) - 1).Any(rooms => _spaceAllowed[(s << _services) + rooms]
        && _spaceCost[(s << _services) + rooms] <= (_question.BudgetCny ?? long.MaxValue));

    private bool MeetsFloors(ReadOnlySpan<int> having)
    {
        for (var k = 0; k < _services && _question.LeastCommunityShare is > 0; k++)
        {
            var served = _served[k][having[k]]!;
            for (var c = 0; c < served.Length; c++)
            {
                if (served[c] + _problem.Covered[k][c] < _question.LeastCommunityShare * _problem.Total[k][c])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private (long Gain, long[] Served) Cover(int service, int set)
    {
        var (gain, served) = (0L, new long[_problem.Total[service].Length]);
        foreach (var b in Enumerable.Range(0, _problem.Spaces.Count).Where(s => (set >> s & 1) != 0)
            .SelectMany(s => _problem.Reach[service].Columns(s).ToArray()).Distinct())
        {
            gain += _problem.Need[service][b] * _problem.Value[service][b];
            served[_problem.Community[b]] += _problem.Need[service][b];
        }

        return (gain, served);
    }

    // All people of a service are of one value here, so what rooms of limited places can serve is a cut (Ford and Fulkerson 1956;
    // Hall 1935): the least over the sets of rooms that are full, of their places and the people that reach a room outside of it.
    private long Flow(int service, int set)
    {
        var least = long.MaxValue;
        for (var full = set; ; full = (full - 1) & set)
        {
            var rest = Cover(service, set & ~full).Served.Sum();
            var places = Enumerable.Range(0, _problem.Spaces.Count).Where(s => (full >> s & 1) != 0)
                .Sum(s => _problem.Rooms.FirstOrDefault(r => r.Space == s && r.Service == service)?.CapacityPeople ?? 0);
            least = Math.Min(least, rest + places);
            if (full == 0)
            {
                return least * _problem.Value[service][0];
            }
        }
    }

    private (long[] Cost, bool[] Allowed) Spaces()
    {
        var (cost, allowed) = (new long[_problem.Spaces.Count << _services], new bool[_problem.Spaces.Count << _services]);
        for (var at = 0; at < cost.Length; at++)
        {
            var (space, rooms) = (at >> _services, at & ((1 << _services) - 1));
            var its = Enumerable.Range(0, _services).Where(k => (rooms >> k & 1) != 0).ToList();
            var options = its.Select(k => _problem.Rooms.FirstOrDefault(r => r.Space == space && r.Service == k)).ToList();
            cost[at] = rooms == 0 ? 0 : _problem.Spaces[space].OpeningCostCny + options.Sum(o => o?.CostCny ?? 0);
            allowed[at] = options.All(o => o is not null) && options.Sum(o => o!.AreaDm2) <= _problem.Spaces[space].FloorAreaDm2
                && !its.Any(a => its.Any(b => (_problem.NotWith[a] >> b & 1) != 0))
                && cost[at] <= (_question.SiteBudgetCny ?? long.MaxValue);
        }

        return (cost, allowed);
    }
}
