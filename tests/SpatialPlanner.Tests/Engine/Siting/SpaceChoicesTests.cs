using System.Numerics;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>Rooms in spaces against going through every set of them.</summary>
public class SpaceChoicesTests
{
    private const int Seeds = 60;

    [Fact]
    public void NoAllowedSetBeatsTheBound()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (rules, profit, state) = Case(seed);
            var chosen = new double[profit.Length];
            var bound = new SpaceChoices(rules).Maximise(profit, state, chosen);
            var best = AllowedSets(rules, state).Select(set => Sum(set, profit)).DefaultIfEmpty(double.NegativeInfinity).Max();
            Assert.True(bound >= best - 1e-6, $"seed {seed}: bound {bound} below {best}");
            Assert.All(chosen, c => Assert.InRange(c, 0, 1));
        }
    }

    [Fact]
    public void WithoutBudgetsTheBoundIsTheMaximum()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (rules, profit, state) = Case(seed);
            rules = rules with { Budgets = [.. rules.Budgets.Select(_ => SpaceRules.NoBound)] };
            var bound = new SpaceChoices(rules).Maximise(profit, state, new double[profit.Length]);
            var best = AllowedSets(rules, state).Select(set => Sum(set, profit)).DefaultIfEmpty(double.NegativeInfinity).Max();
            Assert.Equal(best, bound, 1e-6);
        }
    }

    [Fact]
    public void BoundsOfAColumnHoldForTheSetsWithAndWithoutIt()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (rules, profit, state) = Case(seed);
            var (ifIn, ifOut) = (new double[profit.Length], new double[profit.Length]);
            var choices = new SpaceChoices(rules);
            var bound = choices.Maximise(profit, state, new double[profit.Length]);
            choices.Bounds(profit, state, ifIn, ifOut);
            var sets = AllowedSets(rules, state).Select(set => (set, Sum: Sum(set, profit))).ToList();
            for (var c = 0; c < profit.Length; c++)
            {
                if (state[c] == ColumnState.Free)
                {
                    var with = sets.Where(s => (s.set >> c & 1) != 0).Select(s => s.Sum).DefaultIfEmpty(double.NegativeInfinity).Max();
                    var without = sets.Where(s => (s.set >> c & 1) == 0).Select(s => s.Sum).DefaultIfEmpty(double.NegativeInfinity).Max();
                    Assert.True(ifIn[c] >= with - 1e-6 && ifOut[c] >= without - 1e-6, $"seed {seed}, column {c}: {ifIn[c]} < {with} or {ifOut[c]} < {without}");
                    Assert.True(Math.Abs(Math.Max(ifIn[c], ifOut[c]) - bound) <= 1e-6 * (1 + Math.Abs(bound)) || sets.Count == 0, $"seed {seed}, column {c}");
                }
            }
        }
    }

    [Fact]
    public void ASetThatIsFilledAndThinnedIsAllowedAllTheTime()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (rules, _, _) = Case(seed);
            var random = new Random(seed);
            var (set, columns) = (new SpaceChoices(rules).Begin(), 0);
            for (var step = 0; step < 60; step++)
            {
                var c = random.Next(rules.Columns.Count);
                if ((columns >> c & 1) != 0)
                {
                    set.Remove(c);
                    columns &= ~(1 << c);
                }
                else if (set.Fits(c))
                {
                    set.Add(c);
                    columns |= 1 << c;
                }

                Assert.True(IsWithinLimits(rules, columns), $"seed {seed}, step {step}");
                Assert.Equal(IsWithinLimits(rules, columns) && MeetsDemands(rules, columns), set.IsComplete);
            }
        }
    }

    [Fact]
    public void WhereNothingIsRequiredAColumnFitsExactlyWhenTheLimitsHoldWithIt()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var rules = Case(seed).Rules with { LeastPerGroup = 0 };
            rules = rules with { Spaces = [.. rules.Spaces.Select(s => new CandidateSpace(s.Area, s.OpeningCost, s.Group))] };
            var set = new SpaceChoices(rules).Begin();
            var columns = 0;
            foreach (var c in Enumerable.Range(0, rules.Columns.Count).OrderBy(c => c * 7919 % 101))
            {
                Assert.Equal(IsWithinLimits(rules, columns | 1 << c), set.Fits(c));
                foreach (var leaving in Enumerable.Range(0, rules.Columns.Count).Where(o => (columns >> o & 1) != 0))
                {
                    Assert.Equal(IsWithinLimits(rules, (columns & ~(1 << leaving)) | 1 << c), set.FitsFor(c, leaving));
                }

                if (set.Fits(c))
                {
                    Assert.True(set.Price(c) > 0);
                    set.Add(c);
                    columns |= 1 << c;
                }
            }
        }
    }

    [Fact]
    public void TheMoneyOfALaterYearBuysNothingEarlier()
    {
        var rules = new SpaceRules([new(10, 0), new(10, 0)], [new(0, 0, 1, 5, 0), new(0, 0, 1, 5, 1), new(1, 0, 1, 5, 0), new(1, 0, 1, 5, 1)], [0])
        {
            Budgets = [4, 6],
        };
        var choices = new SpaceChoices(rules);
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(choices.Begin().Fits));
        Assert.Equal(7, choices.Maximise([9, 7, 9, 5], new ColumnState[4], new double[4]), 1.5);
        var saved = new SpaceChoices(rules with { CarryOver = true }).Begin();
        saved.Add(1);
        Assert.True(saved.Fits(3));
    }

    [Fact]
    public void ColumnsOutOfOrderAreACallersFault()
    {
        Assert.Throws<ArgumentException>(() => new SpaceChoices(new([new(1, 0)], [new(0, 1, 1, 1), new(0, 0, 1, 1)], [0, 0])));
        Assert.Throws<ArgumentException>(() => new SpaceChoices(new([new(1, 0)], [new(1, 0, 1, 1)], [0])));
    }

    // Up to 4 spaces, 3 services, 2 sizes, 2 years; at most 16 columns, so that all sets can be gone through.
    private static (SpaceRules Rules, double[] Profit, ColumnState[] State) Case(int seed)
    {
        var random = new Random(seed);
        var years = seed % 3 == 0 ? 2 : 1;
        var spaces = Enumerable.Range(0, 4).Select(s => new CandidateSpace(random.Next(4, 12), random.Next(0, 6), random.Next(-1, 2))
        {
            IsRequired = random.Next(8) == 0,
            RequiredServices = random.Next(8) == 0 ? 1UL << random.Next(3) : 0,
        }).ToList();
        List<SpaceColumn> all = [];
        for (var s = 0; s < 4; s++)
        {
            for (var y = 0; y < years; y++)
            {
                for (var k = 0; k < 3; k++)
                {
                    for (var size = 0; size < 1 + (seed % 2); size++)
                    {
                        all.Add(new(s, k, random.Next(1, 5) + size, random.Next(1, 8) + size, y));
                    }
                }
            }
        }

        var columns = all.Where(_ => random.Next(all.Count) < 14).Take(16).ToList();
        var rules = new SpaceRules(spaces, columns, [random.Next(3) == 0 ? 2UL : 0, 0, 0])
        {
            Budgets = [.. Enumerable.Range(0, years).Select(_ => random.Next(6) == 0 ? 60L : random.Next(8, 25))],
            CarryOver = random.Next(2) == 0,
            SpaceBudget = random.Next(2) == 0 ? SpaceRules.NoBound : random.Next(8, 20),
            MostSpaces = random.Next(2) == 0 ? int.MaxValue : random.Next(1, 5),
            LeastPerGroup = random.Next(3) == 0 ? 1 : 0,
        };
        var profit = columns.Select(_ => (random.NextDouble() * 12) - (seed % 5 == 0 ? 4 : 0)).ToArray();
        var state = columns.Select(_ => random.Next(10) is var d && d == 0 ? ColumnState.In : d == 1 ? ColumnState.Out : ColumnState.Free).ToArray();
        return (rules, profit, state);
    }

    private static double Sum(int set, double[] profit) => Enumerable.Range(0, profit.Length).Sum(c => (set >> c & 1) * profit[c]);

    private static IEnumerable<int> AllowedSets(SpaceRules rules, ColumnState[] state)
    {
        var (must, not) = (Mask(ColumnState.In), Mask(ColumnState.Out));
        return Enumerable.Range(0, 1 << state.Length)
            .Where(set => (set & must) == must && (set & not) == 0 && IsWithinLimits(rules, set) && MeetsDemands(rules, set));

        int Mask(ColumnState which) => Enumerable.Range(0, state.Length).Sum(c => state[c] == which ? 1 << c : 0);
    }

    private static bool IsWithinLimits(SpaceRules rules, int set)
    {
        Span<long> spent = stackalloc long[rules.Budgets.Count];
        spent.Clear();
        var open = 0;
        for (var s = 0; s < rules.Spaces.Count; s++)
        {
            var (area, cost, services, year, some) = (0L, rules.Spaces[s].OpeningCost, 0UL, -1, false);
            for (var left = set; left != 0; left &= left - 1)
            {
                var room = rules.Columns[BitOperations.TrailingZeroCount(left)];
                if (room.Space != s)
                {
                    continue;
                }

                var shut = Enumerable.Range(0, rules.NotWith.Count).Any(o => (services >> o & 1) != 0
                    && ((rules.NotWith[room.Service] >> o & 1) != 0 || (rules.NotWith[o] >> room.Service & 1) != 0));
                if ((services >> room.Service & 1) != 0 || shut || (some && year != room.Year))
                {
                    return false;
                }

                (area, cost, services, year, some) = (area + room.Area, cost + room.Cost, services | 1UL << room.Service, room.Year, true);
            }

            if (some)
            {
                open++;
                spent[year] += cost;
                if (area > rules.Spaces[s].Area || cost > rules.SpaceBudget)
                {
                    return false;
                }
            }
        }

        var (sum, money) = (0L, 0L);
        for (var y = 0; y < spent.Length; y++)
        {
            (sum, money) = (sum + spent[y], money + rules.Budgets[y]);
            if (rules.CarryOver ? sum > money : spent[y] > rules.Budgets[y])
            {
                return false;
            }
        }

        return open <= rules.MostSpaces;
    }

    private static bool MeetsDemands(SpaceRules rules, int set)
    {
        bool Has(int s, int service) => rules.Columns.Where((c, at) => (set >> at & 1) != 0 && c.Space == s && (service < 0 || c.Service == service)).Any();

        // A space counts in its group where some room could be in it at all.
        bool CanOpen(int s) => Enumerable.Range(0, rules.Columns.Count).Any(c => rules.Columns[c].Space == s && new SpaceChoices(rules).CanBeChosen(c));
        return Enumerable.Range(0, rules.Spaces.Count).All(s => (!rules.Spaces[s].IsRequired || Has(s, -1))
                && Enumerable.Range(0, rules.NotWith.Count).All(k => (rules.Spaces[s].RequiredServices >> k & 1) == 0 || Has(s, k)))
            && (rules.LeastPerGroup == 0 || Enumerable.Range(0, 2).All(g =>
            {
                var its = Enumerable.Range(0, rules.Spaces.Count).Where(s => rules.Spaces[s].Group == g).ToList();
                return its.Count(s => Has(s, -1)) >= Math.Min(rules.LeastPerGroup, its.Count(CanOpen));
            }));
    }
}
