using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

public sealed class SiteCountTests
{
    [Fact]
    public void BoundsAreWhatMaximisingWithTheColumnSettledGives()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var columns = 1 + random.Next(8);
            var count = new SiteCount(columns, random.Next(columns + 2), random.Next(3));
            double[] profit = [.. Enumerable.Range(0, columns).Select(_ => random.Next(-5, 9) / 2.0)];
            ColumnState[] state = [.. Enumerable.Range(0, columns).Select(_ => (ColumnState)Math.Max(0, random.Next(6) - 3))];
            var (ifIn, ifOut) = (new double[columns], new double[columns]);

            count.Bounds(profit, state, ifIn, ifOut);

            for (var c = 0; c < columns; c++)
            {
                if (state[c] == ColumnState.Free)
                {
                    Assert.Equal((seed, Best(count, profit, state, c, ColumnState.In)), (seed, ifIn[c]));
                    Assert.Equal((seed, Best(count, profit, state, c, ColumnState.Out)), (seed, ifOut[c]));
                }
            }
        }
    }

    [Fact]
    public void MaximisingGivesTheBestOfAllSets()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var columns = 1 + random.Next(7);
            var count = new SiteCount(columns, random.Next(columns + 1), random.Next(3));
            double[] profit = [.. Enumerable.Range(0, columns).Select(_ => random.Next(-5, 9) / 2.0)];
            var chosen = new double[columns];

            var found = count.Maximise(profit, new ColumnState[columns], chosen);

            var sets = Enumerable.Range(0, 1 << columns).Where(m => int.PopCount(m) <= count.Most && int.PopCount(m) >= count.Least);
            var best = sets.Select(m => Enumerable.Range(0, columns).Where(c => (m >> c & 1) == 1).Sum(c => profit[c]))
                .DefaultIfEmpty(double.NegativeInfinity).Max();
            Assert.Equal((seed, best), (seed, found));
            Assert.True(double.IsNegativeInfinity(found) || chosen.Zip(profit, (x, p) => x * p).Sum() == found);
        }
    }

    private static double Best(SiteCount count, double[] profit, ColumnState[] state, int column, ColumnState value)
    {
        var settled = (ColumnState[])state.Clone();
        settled[column] = value;
        return count.Maximise(profit, settled, new double[profit.Length]);
    }
}
