using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Districts;
using SpatialPlanner.Tests.Planning.Siting;

namespace SpatialPlanner.Tests.Results.Siting;

/// <summary>Six spaces and three services of the sample district, as they are in its plan, against all 262,144 choices.</summary>
public class SampleCutTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    [Theory]
    [InlineData("culture;sports;meals", 1_500_000, "S014;S021;S024;S025;S045;S056")]
    [InlineData("culture;sports;meals", 6_000_000, "S014;S021;S024;S025;S045;S056")]
    [InlineData("health;meals;child_custody", 2_500_000, "S042;S044;S046;S056;S059;S060")]
    [InlineData("elderly_care;health;play", 3_000_000, "S007;S022;S029;S049;S056;S060")]
    public void ThePlanOfACutIsTheBestOfAllChoices(string services, long budget, string spaces)
    {
        var question = new PlanQuestion { Services = services.Split(';'), BudgetCny = budget, GapPriority = 1 };
        var cut = Cut(SitingAnswer.CaseOf(sample.Assessment, question).Problem, spaces.Split(';'));
        var (best, looked) = new PlanCount(cut, question).Run();
        var outcome = PlanSolver.Solve(cut, question, null, CancellationToken.None);
        Assert.Equal((262_144, SitingStatus.Optimal, best), (looked, outcome.Status, outcome.Objective));
        Assert.True(outcome.Objective > 0);
    }

    private static PlanProblem Cut(PlanProblem all, string[] ids)
    {
        int[] kept = [.. Enumerable.Range(0, all.Spaces.Count).Where(s => ids.Contains(all.Spaces[s].Id))];
        Assert.Equal(ids.Length, kept.Length);
        return new PlanProblem
        {
            Services = all.Services,
            Spaces = [.. kept.Select(s => all.Spaces[s])],
            Rooms = [.. all.Rooms.Where(r => kept.Contains(r.Space)).Select(r => r with { Space = Array.IndexOf(kept, r.Space) })],
            NotWith = all.NotWith,
            Need = all.Need,
            Value = all.Value,
            Reach = [.. all.Reach.Select(r => Rows(r, kept))],
            Community = [.. all.Community.Select(c => Math.Max(0, c))],
            Total = all.Total,
            Covered = all.Covered,
        };
    }

    private static SparseRows Rows(SparseRows all, int[] kept)
    {
        int[] first = [0, .. kept.Select((_, i) => kept.Take(i + 1).Sum(r => all.Columns(r).Length))];
        return new SparseRows(first, [.. kept.SelectMany(r => all.Columns(r).ToArray())], [.. kept.SelectMany(r => all.Costs(r).ToArray())]);
    }
}
