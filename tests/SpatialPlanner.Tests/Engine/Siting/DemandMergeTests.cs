using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

public sealed class DemandMergeTests
{
    [Fact]
    public void EqualRowsBecomeOneWithTheSumOfTheirUnits()
    {
        var merge = new DemandMerge(3);

        int[] rows =
        [
            merge.Add(2, [0, 2], [5, 4]), merge.Add(3, [0, 2], [5, 4]), merge.Add(1, [0, 2], [5, 3]), merge.Add(7, [0, 2], [5, 4], group: 1),
        ];

        var gains = merge.Build();
        Assert.Equal([0, 0, 1, 2], rows);
        Assert.Equal([5, 1, 7], gains.Amount);
        Assert.Equal([0, 2, 0, 2, 0, 2], gains.Column);
        Assert.Equal([5, 4, 5, 3, 5, 4], gains.Gain);
    }

    [Fact]
    public void ManyRowsKeepTheirUnitsWhileTheTableGrows()
    {
        var (merge, random) = (new DemandMerge(40), new Random(1));
        var units = new Dictionary<(int, int, long), long>();
        for (var k = 0; k < 60_000; k++)
        {
            var (a, gain, amount) = (random.Next(39), 1L + random.Next(30), 1L + random.Next(5));
            var b = a + 1 + random.Next(39 - a);
            merge.Add(amount, [a, b], [gain, 1]);
            units[(a, b, gain)] = units.GetValueOrDefault((a, b, gain)) + amount;
        }

        var gains = merge.Build();

        Assert.Equal(units.Count, gains.RowCount);
        for (var r = 0; r < gains.RowCount; r++)
        {
            Assert.Equal(units[(gains.Column[2 * r], gains.Column[(2 * r) + 1], gains.Gain[2 * r])], gains.Amount[r]);
        }
    }
}
