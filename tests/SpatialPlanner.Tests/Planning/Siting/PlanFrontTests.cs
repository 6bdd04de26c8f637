using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>The front of cost, coverage and worst community against all choices.</summary>
public class PlanFrontTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void TheKneesAreThoseOfAllChoices(int seed, bool capacity)
    {
        var problem = new PlanTown(6, 3, 400, seed) { SideM = 2500, CommunitiesAlong = 2, HasExclusion = seed % 2 == 0 }.Make();
        var question = new PlanQuestion { CountCapacity = capacity };
        var front = PlanFront.Find(problem, question, null, CancellationToken.None);
        var best = new PlanCount(problem, question).BestByCost();
        var knees = Hull(best);
        Assert.Equal(knees, front.Where(p => p.IsKnee).Select(p => (p.CostCny, p.Gain)));
        Assert.All(front, p =>
        {
            Assert.Equal(best.Where(b => b.Cost <= p.CostCny).Max(b => b.Gain), (long)p.Bound);
            Assert.InRange(p.WorstShare, 0, 1);
        });
    }

    [Fact]
    public void NoPointIsBeatenInAllThree()
    {
        var problem = new PlanTown(20, 4, 1500, 7).Make();
        var front = PlanFront.Find(problem, new PlanQuestion { BudgetCny = 6_000_000 }, null, CancellationToken.None);
        Assert.True(front.Count > 5);
        Assert.All(front, p => Assert.True(p.CostCny <= 6_000_000));
        Assert.All(front, p => Assert.DoesNotContain(
            front, o => o != p && o.CostCny <= p.CostCny && o.Gain >= p.Gain && o.WorstShare >= p.WorstShare));
    }

    // The corners of the upper hull, from the cheapest plan to the one that gains most.
    private static List<(long Cost, long Gain)> Hull(IReadOnlyList<(long Cost, long Gain)> best)
    {
        List<(long Cost, long Gain)> hull = [];
        foreach (var p in best)
        {
            while (hull.Count > 1 && (hull[^1].Gain - hull[^2].Gain) * (p.Cost - hull[^2].Cost) <= (p.Gain - hull[^2].Gain) * (hull[^1].Cost - hull[^2].Cost))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(p);
        }

        return hull;
    }
}
