using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class AreaCertificateTests
{
    private static readonly int[] Limits = [150_000, 400_000];

    [Fact]
    public void EveryBuildingOnTheWrongSideIsListedAndNoOther()
    {
        var listed = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var town = new DrawnTown(seed);
            var (areas, costMm) = Contours(town);
            for (var band = 0; band < Limits.Length; band++)
            {
                var certificate = AreaCertificate.Of(areas[band], town.X, town.Y, costMm, Limits[band]);
                var (outside, inside, covered) = (new List<int>(), new List<int>(), 0);
                for (var b = 0; b < DrawnTown.Buildings; b++)
                {
                    var drawn = areas[band].Intersects(new Point(town.X[b], town.Y[b]));
                    var reached = costMm[b] <= Limits[band];
                    covered += reached ? 1 : 0;
                    if (reached != drawn)
                    {
                        (reached ? outside : inside).Add(b);
                    }
                }

                Assert.Equal(covered, certificate.Covered);
                Assert.Equal(outside, certificate.CoveredOutside);
                Assert.Equal(inside, certificate.UncoveredInside);
                listed += outside.Count + inside.Count;
            }
        }

        Assert.True(listed > 0, "no town has a building to list: the test shows nothing");
    }

    [Fact]
    public void OnTheBorderIsInsideAndInAHoleIsNot()
    {
        var area = new Polygon(
            new LinearRing([new(0, 0), new(30, 0), new(30, 30), new(0, 30), new(0, 0)]),
            [new LinearRing([new(10, 10), new(10, 20), new(20, 20), new(20, 10), new(10, 10)])]);
        double[] x = [0, 30, 15, 10, 5, 31, 15];
        double[] y = [0, 15, 15, 15, 5, 15, -1];
        var none = AreaCertificate.Of(area, x, y, [1, 1, 1, 1, 1, 1, 1], 1);
        Assert.Equal([2, 5, 6], none.CoveredOutside);
        Assert.Empty(none.UncoveredInside);
        var all = AreaCertificate.Of(area, x, y, [2, 2, 2, 2, 2, 2, 2], 1);
        Assert.Equal([0, 1, 3, 4], all.UncoveredInside);
        Assert.Equal([0, 1], AreaCertificate.Of(new Polygon(null), [0, 1], [0, 1], [1, 1], 1).CoveredOutside);
    }

    [Fact]
    public void ACircleNeverMissesWhomAWalkReaches()
    {
        var wrong = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var town = new DrawnTown(seed);
            var (_, costMm) = Contours(town);
            foreach (var limit in Limits)
            {
                // Whole millimetres of lengths are rounded, so a metre is added.
                var circle = CircleComparison.Of(town.Places, (limit / 1000.0) + 1, town.X, town.Y, costMm, limit);
                Assert.Empty(circle.Missed);
                wrong += circle.Uncovered.Length;
            }
        }

        Assert.InRange(wrong, 1000, int.MaxValue);
    }

    [Fact]
    public void CirclesCountTogetherOnce()
    {
        static double Area(params (double, double)[] centres) =>
            CircleComparison.Of(centres, 100, [], [], [], 0).AreaM2;
        const double one = Math.PI * 100 * 100;
        Assert.Equal(one, Area((50, -70)), 1e-6);
        Assert.Equal(one, Area((5, 5), (5, 5)), 1e-6);
        Assert.Equal(2 * one, Area((0, 0), (200, 0)), 1e-6);
        // Two circles a radius apart share a lens of r² (2π/3 - √3/2) (any table of lenses).
        var lens = 100 * 100 * ((2 * Math.PI / 3) - (Math.Sqrt(3) / 2));
        Assert.Equal((2 * one) - lens, Area((1000, 1000), (1000, 1100)), 1e-6);
        Assert.Equal(0, Area());
    }

    [Fact]
    public void CirclesTogetherAreWhatTheyCoverTogether()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var centres = Enumerable.Range(0, random.Next(2, 12))
                .Select(_ => (X: random.Next(60) * 10.0, Y: random.Next(60) * 10.0)).ToArray();
            var drawn = new MultiPoint([.. centres.Select(c => new Point(c.X, c.Y))]).Buffer(120, 128);
            Assert.Equal(1, CircleComparison.Of(centres, 120, [], [], [], 0).AreaM2 / drawn.Area, 0.001);
        }
    }

    [Fact]
    public void AWalkInAGridIsLongerThanTheStraightLineByFourOverPi()
    {
        const int blocks = 40;
        var town = GridTown.Of(blocks, 50);
        var ring = town.Crossings(blocks)
            .Where(c => Math.Sqrt(((c.East - 1000) * (c.East - 1000)) + ((c.North - 1000) * (c.North - 1000))) is > 300 and < 900)
            .ToArray();
        var walks = NearestFacility.Find(
            town.Network, WalkCosts.Distance(town.Network), town.Link((1000, 1000)), [0], town.Link(ring),
            WalkCosts.LongestMm, new(town.Network));
        var detour = ring.Zip(walks.CostMm).Average(p => p.Second / 1000.0
            / Math.Sqrt(((p.First.East - 1000) * (p.First.East - 1000)) + ((p.First.North - 1000) * (p.First.North - 1000))));
        Assert.Equal(4 / Math.PI, detour, 0.01);
    }

    private static (Geometry[] Areas, int[] CostMm) Contours(DrawnTown town)
    {
        var (costs, search) = (WalkCosts.Distance(town.Network), new ShortestPathSearch(town.Network));
        var reached = ReachedEdges.Find(
            town.Network, costs, town.PlaceLinks, [0, 1], ContourPolygons.WithOneBeyond(Limits), search);
        var walks = NearestFacility.Arrive(
            town.Network, costs, town.PlaceLinks, [0, 1], town.BuildingLinks, Limits[^1], search);
        return (ContourPolygons.Draw(town.Network, reached, Limits), walks.CostMm);
    }
}
