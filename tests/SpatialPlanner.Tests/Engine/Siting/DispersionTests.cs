using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>Dispersed sites beside every choice there is.</summary>
public sealed class DispersionTests
{
    [Fact]
    public void NoOtherSitesAreFartherApart()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var (sites, p) = (random.Next(3, 10), random.Next(2, 5));
            var at = Enumerable.Range(0, sites).Select(_ => (X: random.Next(20), Y: random.Next(20))).ToArray();
            var near = Enumerable.Range(0, sites).Select(a => Enumerable.Range(0, sites).Where(b => b != a)
                .Select(b => (b, (long)(Math.Abs(at[a].X - at[b].X) + Math.Abs(at[a].Y - at[b].Y)))).ToArray()).ToArray();
            var state = new ColumnState[sites];
            (state[0], state[1]) = seed % 3 == 0 ? (ColumnState.In, ColumnState.Out) : (ColumnState.Free, ColumnState.Free);
            var sets = Enumerable.Range(0, 1 << sites).Where(s => int.PopCount(s) == p
                && (state[0] == ColumnState.Free || ((s & 1) == 1 && (s & 2) == 0))).ToList();
            var found = Dispersion.Solve(near, state, p);
            if (sets.Count == 0)
            {
                Assert.Equal(SitingStatus.Infeasible, found.Status);
                continue;
            }

            var most = sets.Max(s => Least(near, s));
            Assert.Equal((SitingStatus.Optimal, most, most, p), (found.Status, found.Distance, found.Bound, found.Sites.Length));
            Assert.Equal(most, Least(near, found.Sites.Sum(s => 1 << s)));
        }
    }

    private static long Least((int Site, long Distance)[][] near, int set) => Enumerable.Range(0, near.Length)
        .Where(a => (set >> a & 1) == 1).SelectMany(a => near[a]).Where(n => (set >> n.Site & 1) == 1).Min(n => n.Distance);
}
