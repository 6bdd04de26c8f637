using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;

namespace SpatialPlanner.Tests.Engine.Siting.Covering;

/// <summary>Centres beside every choice of sites there is.</summary>
public sealed class PCenterTests
{
    [Fact]
    public void NoOtherSitesHaveASmallerRadius()
    {
        for (var draw = 0; draw < 200; draw++)
        {
            var problem = Drawn(draw);
            var found = PCenter.Solve(problem, new SetCoverOptions());
            var least = Sets(problem).Select(s => Radius(problem, s)).Where(r => r is not null).Min();
            if (least is null)
            {
                Assert.Equal(SitingStatus.Infeasible, found.Status);
                continue;
            }

            Assert.Equal((SitingStatus.Optimal, least.Value, least.Value), (found.Status, found.Radius, found.Bound));
            Assert.True(found.Sites.Length <= problem.Sites);
            Assert.True(Radius(problem, found.Sites.Sum(c => 1 << c)) <= least);
        }
    }

    private static PCenterProblem Drawn(int seed)
    {
        var random = new Random(seed);
        var (sites, rows) = (random.Next(2, 9), random.Next(1, 12));
        var (first, site, distance) = (new int[rows + 1], new List<int>(), new List<long>());
        for (var r = 0; r < rows; r++)
        {
            foreach (var s in Enumerable.Range(0, sites).Where(_ => random.Next(5) > 0))
            {
                site.Add(s);
                distance.Add(random.Next(0, 25));
            }

            first[r + 1] = site.Count;
        }

        var isFixed = seed % 4 == 0;
        return new PCenterProblem(first, [.. site], [.. distance], sites, random.Next(1, sites + 1))
        {
            Backup = seed % 5 == 0 ? 2 : 1,
            Fixed = isFixed ? [ColumnState.In, ColumnState.Out, .. new ColumnState[sites - 2]] : null,
        };
    }

    private static IEnumerable<int> Sets(PCenterProblem problem) => Enumerable.Range(0, 1 << problem.SiteCount).Where(set =>
        int.PopCount(set) <= problem.Sites
        && (problem.Fixed is null || ((set & 1) == 1 && (set & 2) == 0)));

    private static long? Radius(PCenterProblem problem, int set)
    {
        var radius = 0L;
        for (var r = 0; r < problem.First.Length - 1; r++)
        {
            var near = Enumerable.Range(problem.First[r], problem.First[r + 1] - problem.First[r])
                .Where(k => (set >> problem.Site[k] & 1) == 1).Select(k => problem.Distance[k]).Order().ToList();
            if (near.Count < problem.Backup)
            {
                return null;
            }

            radius = Math.Max(radius, near[problem.Backup - 1]);
        }

        return radius;
    }
}
