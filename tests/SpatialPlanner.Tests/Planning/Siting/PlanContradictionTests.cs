using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>Two spaces of 100 and 300 m²; rooms of 80 m² for 100,000 CNY; opening costs 50,000 CNY.</summary>
public class PlanContradictionTests
{
    [Fact]
    public void ASoundQuestionHasNone() =>
        Assert.Null(PlanContradiction.Find(Problem(), new() { Must = ["A:meals", "B"], BudgetCny = 300_000, MaxSites = 2, LeastPerSubdistrict = 1 }));

    [Theory]
    [InlineData("A:meals A:health", null, null, "must", "take 160 m² at least, and it has 100 m²")]
    [InlineData("B:meals B:play", null, null, "must", "which may not share a space")]
    [InlineData("A:play", null, null, "must", "\"A:play\" must be in the plan, but the space cannot take it")]
    [InlineData("A B", 1, null, "max_sites", "make 2 spaces, more than the 1 allowed")]
    [InlineData("A B", null, 299_999L, "budget_cny", "cost 300,000 CNY at least, and the budget is 299,999 CNY")]
    public void LocksThatCannotBeMetTogetherAreTold(string must, int? sites, long? budget, string field, string says)
    {
        var fault = PlanContradiction.Find(Problem(), new() { Must = must.Split(' '), MaxSites = sites, BudgetCny = budget });
        Assert.Equal(field, fault!.Field);
        Assert.Contains(says, fault.What.En);
        Assert.NotEqual("", fault.Remedy.Zh);
    }

    [Fact]
    public void AServiceWithoutWeightCannotBeRequired()
    {
        var question = new PlanQuestion { Must = ["A:meals"], Weights = new Dictionary<string, double> { ["meals"] = 0 } };
        Assert.Contains("a weight of 0", PlanContradiction.Find(Problem(), question)!.What.En);
    }

    [Fact]
    public void ARequiredSpaceDearerThanTheMoneyOfASpaceIsTold() =>
        Assert.Equal("site_budget_cny", PlanContradiction.Find(Problem(), new() { Must = ["B"], SiteBudgetCny = 140_000 })!.Field);

    [Fact]
    public void TheLeastOfSubdistrictsCountsAgainstMoneyAndNumber()
    {
        Assert.Equal("max_sites", PlanContradiction.Find(Problem(), new() { LeastPerSubdistrict = 1, MaxSites = 1 })!.Field);
        Assert.Equal("year_budgets_cny", PlanContradiction.Find(Problem(), new() { LeastPerSubdistrict = 1, YearBudgetsCny = [150_000, 149_999] })!.Field);
    }

    [Fact]
    public void LeastCostKnowsNoYears() =>
        Assert.Equal("target", PlanContradiction.Find(Problem(), new() { TargetShare = 0.5, YearBudgetsCny = [1_000_000] })!.Field);

    private static PlanProblem Problem()
    {
        List<RoomOption> rooms = [];
        foreach (var (space, service) in new[] { (0, 0), (0, 1), (1, 0), (1, 1), (1, 2) })
        {
            rooms.Add(new(space, service, 8000, 100_000, null));
        }

        return new PlanProblem
        {
            Services = ["meals", "health", "play"],
            Spaces = [new("A", 10_000, 50_000, 0, 0), new("B", 30_000, 50_000, 1, 0)],
            Rooms = rooms,
            NotWith = [4, 0, 0],
            Need = [[10], [10], [10]],
            Value = [[1000], [1000], [1000]],
            Reach = [.. Enumerable.Repeat(new SparseRows([0, 1, 2], [0, 0], [0, 0]), 3)],
            Community = [0],
            Total = [[10], [10], [10]],
            Covered = [[0], [0], [0]],
        };
    }
}
