using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>Plans of small towns against all 262,144 choices, and what must hold of any plan.</summary>
public class PlanSolverTests
{
    private const int AllChoices = 262_144;

    public static TheoryData<int, PlanQuestion> Questions()
    {
        var data = new TheoryData<int, PlanQuestion>();
        for (var seed = 1; seed <= 4; seed++)
        {
            data.Add(seed, new() { BudgetCny = 900_000 });
            data.Add(seed, new() { MaxSites = 3 });
            data.Add(seed, new() { BudgetCny = 1_200_000, SiteBudgetCny = 500_000, MaxSites = 4 });
            data.Add(seed, new() { BudgetCny = 1_500_000, Must = ["S002", "S005"] });
            data.Add(seed, new() { BudgetCny = 2_000_000, LeastPerSubdistrict = 1 });
            data.Add(seed, new() { BudgetCny = 1_000_000, CountCapacity = true });
            data.Add(seed, new() { MaxSites = 4, CountCapacity = true, LeastPerSubdistrict = 1 });
            data.Add(seed, new() { BudgetCny = 2_000_000, LeastCommunityShare = 0.15 });
            data.Add(seed, new() { LeastCommunityShare = 0.4 });
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void ThePlanIsTheBestOfAllChoices(int seed, PlanQuestion question)
    {
        var problem = Small(seed);
        var (best, looked) = new PlanCount(problem, question).Run();
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        Assert.Equal(AllChoices, looked);
        Assert.Equal(best is null ? SitingStatus.Infeasible : SitingStatus.Optimal, outcome.Status);
        Assert.Equal(best ?? 0, outcome.Objective);
    }

    private static PlanProblem Small(int seed) => new PlanTown(6, 3, 400, seed)
    {
        SideM = 2500,
        CommunitiesAlong = 2,
        HasExclusion = seed % 2 == 0,
    }.Make();
}
