using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>Covering of points in a square by lot, too large to try every set.</summary>
internal static class LargeSiting
{
    /// <summary>A point is covered by the sites within a circle of an eighth of the side.</summary>
    public static SitingProblem Covering(int sites, int points, int seed, int most, double reach = 0.125)
    {
        var random = new Random(seed);
        (double X, double Y)[] at = [.. Enumerable.Range(0, sites).Select(_ => (random.NextDouble(), random.NextDouble()))];
        var merge = new DemandMerge(sites);
        for (var k = 0; k < points; k++)
        {
            var (x, y, people) = (random.NextDouble(), random.NextDouble(), 1 + random.Next(9));
            int[] near = [.. Enumerable.Range(0, sites).Where(s => Math.Pow(at[s].X - x, 2) + Math.Pow(at[s].Y - y, 2) <= reach * reach)];
            if (near.Length > 0)
            {
                merge.Add(people, near, [.. near.Select(_ => 1L)]);
            }
        }

        return new SitingProblem(merge.Build(), new SiteCount(sites, most));
    }
}
