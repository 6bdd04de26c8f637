using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class IsochronePolygonsTests
{
    private static readonly int[] Limits = [120_000, 121_000, 300_000, 600_000];

    [Fact]
    public void PolygonsAreValidAndNestInAnyTown()
    {
        var plane = new LocalProjection(108.95, 34.25);
        var holes = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var town = new DrawnTown(seed);
            foreach (var areas in new[] { Contours(town, Limits), Corridors(town, Limits) })
            {
                // As drawn, and as handed out: degrees of seven decimals.
                foreach (var drawn in new[] { areas, [.. areas.Select(plane.ToLonLat)] })
                {
                    Assert.All(drawn, a => Assert.True(a.IsValid, $"seed {seed}"));
                    Assert.All(drawn.Zip(drawn.Skip(1)), pair =>
                        Assert.True(pair.First.IsEmpty || pair.Second.Covers(pair.First), $"seed {seed}"));
                }

                holes += areas.Sum(a => Polygons(a).Sum(p => p.NumInteriorRings));
            }
        }

        Assert.InRange(holes, 100, int.MaxValue);
    }

    [Fact]
    public void TheContourOfADenseGridIsADiamond()
    {
        var town = GridTown.Of(80, 20);
        var links = town.Link((800, 800));
        var areas = Contours(town.Network, links, [300_000, 600_000]);
        for (var band = 0; band < areas.Length; band++)
        {
            var limit = 300.0 * (band + 1);
            // Everything whose ways along both axes add up to the limit.
            Assert.Equal(1, areas[band].Area / (2 * limit * limit), 0.02);
            var circle = CircleComparison.Of([(800, 800)], limit, [], [], [], 0).AreaM2;
            Assert.Equal(Math.PI / 2, circle / areas[band].Area, 0.04);
        }
    }

    [Fact]
    public void ABigBlockIsAHole()
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 500, 0);
        builder.AddStraightEdge(1, 2, 500, 0, 500, 500);
        builder.AddStraightEdge(2, 3, 500, 500, 0, 500);
        builder.AddStraightEdge(3, 0, 0, 500, 0, 0);
        var network = builder.Build();
        var start = RandomTown.Linkage([[new LinkPosition(0, 0, 0)]]);
        var contour = Assert.IsType<Polygon>(Assert.Single(Contours(network, start, [2_000_000])));
        var corridor = Assert.IsType<Polygon>(Assert.Single(Corridors(network, start, [2_000_000])));
        // Inwards the contour ends 100 m from the streets, the strip 30 m.
        Assert.Equal(300 * 300, Area(Assert.Single(contour.InteriorRings)), 300 * 300 * 0.02);
        Assert.Equal(440 * 440, Area(Assert.Single(corridor.InteriorRings)), 440 * 440 * 0.01);
        Assert.Equal((560 * 560) - (860 * Math.PI / 4) - (440 * 440), corridor.Area, corridor.Area * 0.01);
    }

    [Fact]
    public void AStripIsAsWideAsItSays()
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 600, 800);
        var network = builder.Build();
        var start = RandomTown.Linkage([[new LinkPosition(0, 0, 0)]]);
        var strip = Corridors(network, start, [1_000_000])[0];
        var exact = new LineString([new(0, 0), new(600, 800)]).Buffer(CorridorPolygons.HalfWidthMetres, 32);
        Assert.InRange(strip.SymmetricDifference(exact).Area / exact.Area, 0, 0.01);
    }

    [Fact]
    public void WithoutAnyReachThereIsNoGround()
    {
        var town = GridTown.Of(2, 100);
        Assert.True(Contours(town.Network, town.Link((900, 900)), [500_000])[0].IsEmpty);
        Assert.True(Corridors(town.Network, town.Link((900, 900)), [500_000])[0].IsEmpty);
    }

    [Fact]
    public void ALimitTooLargeForTheFinestCellsIsDrawnWithLargerOnes()
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, -20_000, 0, 20_000, 0);
        builder.AddStraightEdge(1, 2, 20_000, 0, 20_000, 30_000);
        var network = builder.Build();
        var start = RandomTown.Linkage([[new LinkPosition(0, 0, 0)]]);
        var contour = Contours(network, start, [20_000_000, 60_000_000]);
        Assert.True(contour[1].IsValid);
        Assert.True(contour[1].Covers(contour[0]));
        Assert.Equal(200 * 20_000, contour[0].Area, 200 * 20_000 * 0.01);
        var strip = Corridors(network, start, [60_000_000])[0];
        Assert.Equal(60 * 60_000, strip.Area, 60 * 60_000 * 0.01);
    }

    private static IEnumerable<Polygon> Polygons(Geometry area) =>
        Enumerable.Range(0, area.NumGeometries).Select(area.GetGeometryN).Cast<Polygon>();

    private static double Area(LineString ring) => new Polygon((LinearRing)ring).Area;

    [Fact]
    public void AnyNumberOfThreadsDrawsTheSamePolygons()
    {
        var town = GridTown.Of(24, 50);
        int[] limits = [200_000, 400_000, 600_000];
        var reached = ReachedEdges.Find(
            town.Network, town.Network.DistanceCosts, town.Link((610, 590)), [0], ContourPolygons.WithOneBeyond(limits),
            new(town.Network));
        var alone = ContourPolygons.Draw(town.Network, reached, limits, town.Linker);
        foreach (var threads in new[] { 2, 8 })
        {
            var drawn = ContourPolygons.Draw(town.Network, reached, limits, town.Linker, threads);
            Assert.All(alone.Zip(drawn), pair => Assert.True(pair.First.EqualsExact(pair.Second)));
            var strips = CorridorPolygons.Draw(town.Network, reached, limits.Length, threads);
            Assert.All(
                CorridorPolygons.Draw(town.Network, reached, limits.Length).Zip(strips),
                pair => Assert.True(pair.First.EqualsExact(pair.Second)));
        }
    }

    private static Geometry[] Contours(DrawnTown town, int[] limits) =>
        Contours(town.Network, town.PlaceLinks, limits);

    private static Geometry[] Corridors(DrawnTown town, int[] limits) =>
        Corridors(town.Network, town.PlaceLinks, limits);

    private static Geometry[] Contours(WalkNetwork network, Linkage links, int[] limits) => ContourPolygons.Draw(
        network, Reached(network, links, ContourPolygons.WithOneBeyond(limits)), limits);

    private static Geometry[] Corridors(WalkNetwork network, Linkage links, int[] limits) =>
        CorridorPolygons.Draw(network, Reached(network, links, limits), limits.Length);

    private static ReachedEdges Reached(WalkNetwork network, Linkage links, int[] limits) => ReachedEdges.Find(
        network, WalkCosts.Distance(network), links, [.. Enumerable.Range(0, links.PointCount)], limits, new(network));
}
