using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>The least cost for a required coverage, and what would make an impossible question possible.</summary>
public class PlanLeastCostTests
{
    [Theory]
    [InlineData(1, 0.2, false)]
    [InlineData(2, 0.35, false)]
    [InlineData(3, 0.1, true)]
    [InlineData(4, 0.99, false)]
    public void TheCostIsTheLeastOfAllChoicesThatCoverEnough(int seed, double share, bool capacity)
    {
        var (problem, question) = (Small(seed), new PlanQuestion { TargetShare = share, CountCapacity = capacity });
        var need = problem.Need.Sum(n => n.Sum(p => (long)p));
        var enough = new PlanCount(problem, question).BestByCost().Where(b => b.Gain >= share * need * PlanProblem.ValueOfOne).ToList();
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        Assert.Equal(enough.Count > 0 ? SitingStatus.Optimal : SitingStatus.Infeasible, outcome.Status);
        Assert.Equal(enough.Count > 0 ? enough[0].Cost : 0, outcome.Objective);
    }

    [Fact]
    public void AnImpossibleFloorTellsWhichCommunityAndWhatShareCouldBe()
    {
        var (problem, question) = (Small(1), new PlanQuestion { BudgetCny = 3_000_000, LeastCommunityShare = 0.95 });
        Assert.Equal(SitingStatus.Infeasible, PlanSolver.Solve(problem, question, null, CancellationToken.None).Status);
        var repairs = Repairs(problem, question);
        Assert.Contains(repairs, r => r.StartsWith("community ", StringComparison.Ordinal) && r.Contains("at most"));
        var said = repairs.Single(r => r.Contains("highest share"));
        var share = double.Parse(said.Split(", ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 100;
        Assert.NotNull(new PlanCount(problem, question with { LeastCommunityShare = share }).Run().Best);
        Assert.Null(new PlanCount(problem, question with { LeastCommunityShare = share + 0.001 }).Run().Best);
    }

    [Fact]
    public void TooLittleMoneyForATargetTellsHowMuchItTakes()
    {
        var (problem, question) = (Small(2), new PlanQuestion { BudgetCny = 300_000, TargetShare = 0.3 });
        var least = PlanSolver.Solve(problem, question with { BudgetCny = null }, null, CancellationToken.None).Objective;
        Assert.Equal(SitingStatus.Infeasible, PlanSolver.Solve(problem, question, null, CancellationToken.None).Status);
        Assert.Contains(Repairs(problem, question), r => r.Contains($"takes {PlanWords.Count(least)} CNY at least"));
    }

    [Fact]
    public void ATargetBeyondAllReachTellsHowMuchIsWithinIt()
    {
        var (problem, question) = (Small(4), new PlanQuestion { TargetShare = 0.99 });
        Assert.Contains(Repairs(problem, question), r => r.Contains("of today's need is within reach"));
    }

    private static List<string> Repairs(PlanProblem problem, PlanQuestion question) =>
        [.. new PlanRepairs(problem, question, c => $"community {c}", s => new(problem.Services[s], problem.Services[s]))
            .Find(CancellationToken.None).Select(r => r.En)];

    private static PlanProblem Small(int seed) => new PlanTown(6, 3, 400, seed)
    {
        SideM = 2500,
        CommunitiesAlong = 2,
        HasExclusion = seed % 2 == 0,
    }.Make();
}
