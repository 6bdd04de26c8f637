using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>What must hold of any plan, whatever the numbers: nobody counts them here.</summary>
public class PlanRulesTests
{
    private static readonly PlanQuestion s_question = new() { BudgetCny = 1_500_000 };

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void MoreMoneyOneMoreSpaceAndALongerLimitNeverLowerTheBest(int seed, bool capacity)
    {
        var (town, question) = (Town(seed), s_question with { CountCapacity = capacity });
        var best = Objective(town.Make(), question);
        Assert.True(Objective(town.Make(), question with { BudgetCny = 2_000_000 }) >= best);
        Assert.True(Objective(town.Make(), question with { MustNot = ["S003"] }) <= best);

        // The need of today is kept while spaces reach farther, or a longer limit would lower it too.
        var (near, far) = (town.Make(), (town with { LimitM = 800 }).Make());
        var reaching = new PlanProblem
        {
            Services = near.Services,
            Spaces = near.Spaces,
            Rooms = near.Rooms,
            NotWith = near.NotWith,
            Need = near.Need,
            Value = near.Value,
            Reach = far.Reach,
            Community = near.Community,
            Total = near.Total,
            Covered = near.Covered,
        };
        Assert.True(Objective(reaching, question) >= best);
    }

    [Fact]
    public void ARequiredSpaceNeverRaisesTheBest()
    {
        var problem = Town(3).Make();
        var best = Objective(problem, s_question);
        Assert.All(problem.Spaces.Take(5), s => Assert.True(Objective(problem, s_question with { Must = [s.Id] }) <= best));
    }

    [Fact]
    public void TwiceAllWeightsChangesNoChoice()
    {
        var problem = Town(4).Make();
        var twice = new PlanProblem
        {
            Services = problem.Services,
            Spaces = problem.Spaces,
            Rooms = problem.Rooms,
            NotWith = problem.NotWith,
            Need = problem.Need,
            Value = [.. problem.Value.Select(v => v.Select(x => 2 * x).ToArray())],
            Reach = problem.Reach,
            Community = problem.Community,
            Total = problem.Total,
            Covered = problem.Covered,
        };
        foreach (var capacity in new[] { false, true })
        {
            var question = s_question with { CountCapacity = capacity };
            var (one, other) = (Solve(problem, question), Solve(twice, question));
            Assert.Equal(one.Rooms, other.Rooms);
            Assert.Equal(2 * one.Objective, other.Objective);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void NobodyIsServedTwiceOrFromBeyondReachAndPlacesHold(int seed, bool capacity)
    {
        var (problem, question) = (Town(seed).Make(), s_question with { CountCapacity = capacity });
        var outcome = Solve(problem, question);
        var served = PlanServed.Of(problem, question, outcome);
        Assert.Equal(outcome.Objective, served.NewPeople.Sum() * PlanProblem.ValueOfOne);
        Assert.Equal(served.NewPeople.Sum(), served.ByBuilding.Sum(b => b.Sum(p => (long)p)));
        for (var service = 0; service < problem.Services.Count; service++)
        {
            var reached = outcome.Rooms.Where(r => problem.Rooms[r].Service == service)
                .SelectMany(r => problem.Reach[service].Columns(problem.Rooms[r].Space).ToArray()).ToHashSet();
            for (var b = 0; b < problem.Community.Length; b++)
            {
                Assert.InRange(served.ByBuilding[service][b], 0, reached.Contains(b) ? problem.Need[service][b] : 0);
            }
        }

        Assert.All(outcome.Rooms.Zip(served.NewPeople), r => Assert.True(!capacity || r.Second <= problem.Rooms[r.First].CapacityPeople));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EachYearKeepsItsMoneyAndTheSumIsOverTheYears(bool carryOver)
    {
        var problem = (Town(5) with { LaterYear = 1 }).Make();
        var question = new PlanQuestion { YearBudgetsCny = [600_000, 500_000, 500_000], CarryOver = carryOver };
        var outcome = Solve(problem, question);
        var rooms = outcome.Rooms.Zip(outcome.Year).ToList();
        var spent = Enumerable.Range(0, 3).Select(y => rooms.Where(r => r.Second == y).Sum(r => problem.Rooms[r.First].CostCny)
            + rooms.Where(r => r.Second == y).Select(r => problem.Rooms[r.First].Space).Distinct().Sum(s => problem.Spaces[s].OpeningCostCny)).ToList();
        for (var y = 0; y < 3; y++)
        {
            var money = carryOver ? question.YearBudgetsCny.Take(y + 1).Sum() : question.YearBudgetsCny[y];
            Assert.True((carryOver ? spent.Take(y + 1).Sum() : spent[y]) <= money);
        }

        Assert.All(rooms, r => Assert.True(r.Second >= problem.Spaces[problem.Rooms[r.First].Space].FirstYear));
        Assert.All(rooms.GroupBy(r => problem.Rooms[r.First].Space), s => Assert.Single(s.Select(r => r.Second).Distinct()));

        // What stands in each year, counted year by year.
        var sum = Enumerable.Range(0, 3).Sum(y =>
        {
            List<int> standing = [.. rooms.Where(r => r.Second <= y).Select(r => r.First)];
            return PlanServed.Of(problem, question, new(default, 0, 0, standing, [.. standing.Select(_ => 0)])).NewPeople.Sum();
        });
        Assert.Equal(outcome.Objective, sum * PlanProblem.ValueOfOne);
    }

    [Fact]
    public void CarriedOverMoneyNeverLowersTheBestAndOneYearIsNoYears()
    {
        var problem = Town(6).Make();
        var question = new PlanQuestion { YearBudgetsCny = [900_000, 900_000] };
        Assert.True(Objective(problem, question with { CarryOver = true }) >= Objective(problem, question));
        Assert.Equal(Objective(problem, new() { BudgetCny = 900_000 }), Objective(problem, question with { YearBudgetsCny = [900_000] }));
    }

    [Fact]
    public void TheSameSeedGivesTheSamePlan()
    {
        var problem = (Town(7) with { Spaces = 16 }).Make();
        var question = new PlanQuestion { BudgetCny = 4_000_000, CountCapacity = true, Method = PlanMethod.Heuristic };
        var (one, other) = (Solve(problem, question), Solve(problem, question));
        Assert.Equal((one.Objective, one.Bound), (other.Objective, other.Bound));
        Assert.Equal(one.Rooms, other.Rooms);
    }

    [Fact]
    public void AStoppedSearchClaimsNoProof()
    {
        var outcome = PlanSolver.Solve(Town(1).Make(), s_question, null, new CancellationToken(true));
        Assert.True(outcome.Status is SitingStatus.Stopped or SitingStatus.NoAnswer);
    }

    private static PlanTown Town(int seed) => new(8, 4, 500, seed) { SideM = 3000, CommunitiesAlong = 2, Sizes = 2, HasExclusion = true };

    private static long Objective(PlanProblem problem, PlanQuestion question) => Solve(problem, question) is { Status: SitingStatus.Optimal } o
        ? o.Objective : throw new InvalidOperationException("not solved");

    private static PlanOutcome Solve(PlanProblem problem, PlanQuestion question) => PlanSolver.Solve(problem, question, null, CancellationToken.None);
}
