using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Patches;

namespace SpatialPlanner.Tests.Engine;

public class PlaceChainsTests
{
    /// <summary>A house of so many metres from west to east and 10 m deep.</summary>
    private static Polygon House(double west, double width = 10, double south = 0) => new(new LinearRing(
    [
        new(west, south), new(west + width, south), new(west + width, south + 10), new(west, south + 10), new(west, south),
    ]));

    private static IReadOnlyList<int[]> Chains(double gap, params Geometry[] outlines) => PlaceChains.Find(
        outlines, [.. outlines.Select(o => o.Centroid.X)], [.. outlines.Select(o => o.Centroid.Y)], new int[outlines.Length], gap);

    // From wall to wall, not from middle to middle: 80 m between houses of 10 and of 200 m.
    [Theory]
    [InlineData(80, 1)]
    [InlineData(80.001, 2)]
    public void AGapOfExactlyTheLimitIsBridged(double gap, int groups) =>
        Assert.Equal(groups, Chains(80, House(0), House(10 + gap, 200)).Count);

    [Fact]
    public void AChainLeadsFromHouseToHouse()
    {
        // 0, 85, 170 are one row of gaps of 75 m; the fourth house is 85 m from the third.
        Assert.Equal([[0, 1, 2], [3]], Chains(80, House(0), House(85), House(170), House(265)));
        Assert.Equal([[0, 2], [1]], Chains(80, House(0), House(170), House(-85)));
    }

    [Fact]
    public void HousesOfTwoAreasAreNeverOneGroup() => Assert.Equal(
        [[0], [1]], PlaceChains.Find([House(0), House(12)], [5, 17], [5, 5], [1, 2], 80));

    [Fact]
    public void NoPlacesAreNoGroups() => Assert.Empty(Chains(80));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheGroupsAreThoseFoundPairByPair(int seed)
    {
        var random = new Random(seed);
        var side = random.Next(200, 1500);
        Geometry[] outlines =
        [
            .. Enumerable.Range(0, random.Next(1, 90)).Select(_ => random.Next(4) == 0
                ? (Geometry)new Point(random.NextDouble() * side, random.NextDouble() * side)
                : House(random.NextDouble() * side, random.Next(5, 150), random.NextDouble() * side)),
        ];
        int[] area = [.. outlines.Select(_ => random.Next(2))];
        var found = PlaceChains.Find(
            outlines, [.. outlines.Select(o => o.Centroid.X)], [.. outlines.Select(o => o.Centroid.Y)], area, 80);

        // Labels sink until none does: the lowest place that a chain leads to.
        int[] label = [.. Enumerable.Range(0, outlines.Length)];
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            for (var p = 0; p < label.Length; p++)
            {
                for (var q = 0; q < label.Length; q++)
                {
                    if (area[p] == area[q] && label[q] < label[p] && outlines[p].Distance(outlines[q]) <= 80)
                    {
                        (label[p], isChanged) = (label[q], true);
                    }
                }
            }
        }

        Assert.Equal(label.Select((l, p) => (l, p)).GroupBy(x => x.l, x => x.p).Select(g => g.ToArray()), found);
    }
}
