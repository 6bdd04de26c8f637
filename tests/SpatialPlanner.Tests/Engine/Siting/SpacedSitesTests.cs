using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>Sites with a least distance, beside every choice there is.</summary>
public sealed class SpacedSitesTests
{
    [Fact]
    public void NoOtherSpacedSitesGainMore()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (gains, excludes, most) = Drawn(new Random(seed));
            var found = SitingSolver.Solve(new SitingProblem(gains, new SpacedSites(most, excludes)), new SitingOptions());
            var best = Enumerable.Range(0, 1 << gains.ColumnCount).Where(s => int.PopCount(s) <= most && IsSpaced(excludes, s))
                .Max(s => Assignment.Find(gains, Members(s)).Value);
            Assert.Equal((SitingStatus.Optimal, best), (found.Status, found.Objective));
            Assert.True(IsSpaced(excludes, found.Columns.Sum(c => 1 << c)));
        }
    }

    [Fact]
    public void ItsBoundsHoldForEverySetWithAndWithoutEachColumn()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (gains, excludes, most) = Drawn(random);
            var n = gains.ColumnCount;
            var (choices, profit) = (new SpacedSites(most, excludes), Enumerable.Range(0, n).Select(_ => (double)random.Next(-5, 20)).ToArray());
            var state = Enumerable.Range(0, n).Select(_ => (ColumnState)Math.Max(0, random.Next(-3, 3))).ToArray();
            var (ifIn, ifOut) = (new double[n], new double[n]);
            choices.Bounds(profit, state, ifIn, ifOut);
            var largest = choices.Maximise(profit, state, new double[n]);
            foreach (var set in Enumerable.Range(0, 1 << n).Where(s => int.PopCount(s) <= most && IsSpaced(excludes, s)
                && Enumerable.Range(0, n).All(c => state[c] == ColumnState.Free || (state[c] == ColumnState.In) == ((s >> c & 1) == 1))))
            {
                var sum = Members(set).Sum(c => profit[c]);
                Assert.True(sum <= largest);
                Assert.All(Enumerable.Range(0, n).Where(c => state[c] == ColumnState.Free), c => Assert.True(sum <= ((set >> c & 1) == 1 ? ifIn[c] : ifOut[c])));
            }
        }
    }

    private static (GainMatrix Gains, int[][] Excludes, int Most) Drawn(Random random)
    {
        var (columns, rows) = (random.Next(2, 9), random.Next(1, 12));
        var (first, column, gain) = (new int[rows + 1], new List<int>(), new List<long>());
        for (var r = 0; r < rows; r++)
        {
            foreach (var c in Enumerable.Range(0, columns).Where(_ => random.Next(3) > 0))
            {
                column.Add(c);
                gain.Add(random.Next(1, 30));
            }

            first[r + 1] = column.Count;
        }

        long[] amount = [.. Enumerable.Range(0, rows).Select(_ => (long)random.Next(1, 9))];
        var pairs = Enumerable.Range(0, columns).SelectMany(a => Enumerable.Range(0, a).Where(_ => random.Next(3) == 0).Select(b => (a, b))).ToList();
        int[][] excludes = [.. Enumerable.Range(0, columns).Select(c => pairs.Where(p => p.a == c || p.b == c).Select(p => p.a + p.b - c).ToArray())];
        return (new GainMatrix(amount, first, [.. column], [.. gain], columns), excludes, random.Next(1, columns + 1));
    }

    private static int[] Members(int set) => [.. Enumerable.Range(0, 30).Where(c => (set >> c & 1) == 1)];

    private static bool IsSpaced(int[][] excludes, int set) => Members(set).All(c => !excludes[c].Any(o => (set >> o & 1) == 1));
}
