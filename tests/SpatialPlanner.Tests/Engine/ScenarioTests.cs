using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

/// <summary>
/// One compound between two streets, worked out by hand. Street A runs along y = 0, street B along y = 200, joined at
/// x = 0 only, 400 m long. The wall is the box (200, 20)–(300, 180). Its south gate (250, 20) is open, its north gate
/// (250, 180) closed. The facility stands on street B at x = 250.
/// </summary>
public class ScenarioTests
{
    private const int South = 0;
    private const int North = 1;

    [Fact]
    public void OpeningAGateLetsThoseOutWhoHaveNoMappedPath()
    {
        // Home (250, 100): 80 m to the south gate, 20 m to A, 250 m west, 200 m north, 250 m east.
        var town = Town(withPath: false);
        Assert.Equal(800_000, Walk(town));
        // North: 80 m to the gate and 20 m to B.
        Assert.Equal(100_000, Walk(town, new Modification.OpenGate(North)));
        Assert.Equal(WalkCosts.Unreached, Walk(town, new Modification.CloseGate(South)));
        Assert.Equal(100_000, Walk(town, new Modification.CloseGate(South), new Modification.OpenGate(North)));
        Assert.Equal(800_000, Walk(town, new Modification.OpenGate(North), new Modification.CloseGate(North)));
    }

    [Fact]
    public void OpeningAGateJoinsTheMappedPathsInsideToTheStreet()
    {
        // The path runs from A through the south gate to (250, 150); the home is on it at (250, 100). North it is 50 m
        // to the end of the path, 30 m on to the gate, 20 m to B.
        var town = Town(withPath: true);
        Assert.Equal(800_000, Walk(town));
        Assert.Equal(100_000, Walk(town, new Modification.OpenGate(North)));
        Assert.Equal(WalkCosts.Unreached, Walk(town, new Modification.CloseGate(South)));
        Assert.Equal(100_000, Walk(town, new Modification.CloseGate(South), new Modification.OpenGate(North)));
    }

    [Fact]
    public void AGateThatClosesInTheMiddleOfAPathPartsIt()
    {
        // One edge from A straight through the gate: who stands outside stays on the street, who is inside is shut in.
        var town = Town(withPath: true, pathInOnePiece: true);
        Assert.Equal(800_000, Walk(town));
        Assert.Equal(WalkCosts.Unreached, Walk(town, new Modification.CloseGate(South)));
        Assert.Equal(100_000, Walk(town, new Modification.CloseGate(South), new Modification.OpenGate(North)));
        Assert.Equal(100_000, WalkBy(new WalkerPace(900, 0.5), town, new Modification.CloseGate(South), new Modification.OpenGate(North)));
    }

    [Fact]
    public void TimeOnThePartsOfASlopeAddsUpToTheWhole()
    {
        // As where a path joins A: the walk along A by the joint is as long in time as before.
        var town = Town(withPath: false, streets: new EdgeTraits(DelayMs: 7_000, Grade: -0.07f));
        var before = WalkBy(new WalkerPace(1000), town);
        Assert.True(before > 800_000);
        Assert.Equal(before, WalkBy(new WalkerPace(1000), town, new Modification.AddPath([77, 77], [0, -200])));
    }

    [Fact]
    public void APathDrawnThroughAGateThatTheDataCloseLeadsNowhere()
    {
        foreach (var inOnePiece in new[] { false, true })
        {
            var town = Town(withPath: true, inOnePiece, southIsOpen: false);
            var network = ClosedGates.Cut(town.Network, town.PlaceLinker);
            Assert.NotSame(town.Network, network);
            // What lies inside is a part of its own now.
            Assert.Equal(2, network.ComponentOfEdge.Where((_, e) => network.Edges.Passage[e] != EdgePassage.Closed).Distinct().Count());
            var links = new LinkageBuilder();
            new PlaceLinker(network, new EdgeIndex(network), town.PlaceLinker.Compounds, 100).Link(250, 100, links);
            links.EndPoint();
            var nearest = NearestFacility.Find(
                network, network.DistanceCosts, town.FacilityLinks, [0], links.Build(), WalkCosts.LongestMm, new(network));
            Assert.Equal(WalkCosts.Unreached, nearest.CostMm[0]);
        }

        var open = Town(withPath: true);
        Assert.Same(open.Network, ClosedGates.Cut(open.Network, open.PlaceLinker));
    }

    [Fact]
    public void APathJoinsStreetsInTheMiddleAndIsWalkedFromThere()
    {
        // A path from (100, 0) to (100, 200): 80 + 20 + 150 + 200 + 150.
        var town = Town(withPath: false);
        Assert.Equal(600_000, Walk(town, new Modification.AddPath([100, 100], [0, 200])));
        // Drawn 10 m short at each end it is joined all the same, and as long.
        Assert.Equal(600_000, Walk(town, new Modification.AddPath([100, 100], [10, 190])));
        // Two paths end to end are one.
        Assert.Equal(600_000, Walk(
            town, new Modification.AddPath([100, 100], [0, 90]), new Modification.AddPath([100, 100], [90, 200])));
        // Two paths to one street: 80 + 20 + 50 m west, then the nearer of both.
        Assert.Equal(500_000, Walk(
            town, new Modification.AddPath([100, 100], [0, 200]), new Modification.AddPath([150, 150], [0, 200])));
        // A path nobody can join: 20 m short.
        Assert.Equal(800_000, Walk(town, new Modification.AddPath([100, 100], [20, 180])));
    }

    [Fact]
    public void APathNearAHomeIsOneMoreWayAndTakesNoneAway()
    {
        // A home 90 m south of A at x = 250; a path passes 10 m from it and leads away to the west, to (0, 0).
        var town = Town(withPath: false, home: (250, -90));
        Assert.Equal(90_000 + 700_000, Walk(town));
        Assert.Equal(790_000, Walk(town, new Modification.AddPath([260, 260], [-90, -400])));
        // 10 m to the path, 260 m west, 90 m north, then 200 and 250: dearer than by A, so A it stays.
        Assert.Equal(790_000, Walk(town, new Modification.AddPath([260, 0, 0], [-100, -100, 0])));
        // A short cut over A, which it crosses without a joint: 60 m to the path, 290 m along it, 60 m along B.
        Assert.Equal(410_000, Walk(town, new Modification.AddPath([190, 190], [-90, 200])));
    }

    [Fact]
    public void AClosedPathTakesNobodyAndItsHomesTakeTheNextOne()
    {
        var town = Town(withPath: false, home: (30, 90));
        // 30 m to the joining street at x = 0, 110 m north, 250 m east.
        Assert.Equal(390_000, Walk(town));
        // Closed: 90 m to A, which leads nowhere.
        Assert.Equal(WalkCosts.Unreached, Walk(town, new Modification.ClosePath(2)));
    }

    [Fact]
    public void AChangeOfServicesCountsForEachService()
    {
        var town = Town(withPath: false);
        Assert.Equal(WalkCosts.Unreached, Walk(town, new Modification.SetServices(0, 0b10)));
        Assert.Equal(800_000, Walk(town, new Modification.SetServices(0, 0b11)));
    }

    [Theory]
    [InlineData(typeof(Modification.OpenGate))]
    [InlineData(typeof(Modification.ClosePath))]
    [InlineData(typeof(Modification.CloseFacility))]
    public void AChangeOfWhatIsNotThereIsRefused(Type kind)
    {
        var modification = (Modification)Activator.CreateInstance(kind, 99)!;
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scenario([modification]).ApplyTo(Town(false)));
    }

    private static int Walk(District town, params Modification[] modifications) => WalkBy(null, town, modifications);

    private static int WalkBy(WalkerPace? pace, District town, params Modification[] modifications)
    {
        var field = NearestFacilityField.Find(town, 0, pace, new(town.Network));
        return new IncrementalSearch().Run(field, new Scenario(modifications).ApplyTo(town)).ApplyTo(field.Nearest).CostMm[0];
    }

    private static District Town(
        bool withPath, bool pathInOnePiece = false, (double X, double Y)? home = null, bool southIsOpen = true,
        EdgeTraits streets = default)
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, withPath ? 5 : 1, 0, 0, withPath ? 250 : 400, 0, streets);
        builder.AddStraightEdge(2, 3, 0, 200, 400, 200);
        builder.AddStraightEdge(0, 2, 0, 0, 0, 200);
        if (withPath && pathInOnePiece)
        {
            builder.AddStraightEdge(5, 6, 250, 0, 250, 150);
        }
        else if (withPath)
        {
            builder.AddStraightEdge(5, 6, 250, 0, 250, 20);
            builder.AddStraightEdge(6, 7, 250, 20, 250, 150, new(ResidentsOnly: true));
        }

        var network = builder.Build();
        var wall = new CompoundWall(
            new GeometryFactory().ToGeometry(new Envelope(200, 300, 20, 180)),
            [new("south", new(250, 20), southIsOpen), new("north", new(250, 180), false)]);
        var linker = new PlaceLinker(network, new EdgeIndex(network), [wall], District.LinkLimitMetres);
        var (homes, facilities) = (new LinkageBuilder(), new LinkageBuilder());
        var (x, y) = home ?? (250, 100);
        linker.Link(x, y, homes);
        homes.EndPoint();
        linker.Link(250, 200, facilities);
        facilities.EndPoint();
        return OneHome.District(network, linker, (x, y), homes.Build(), (250, 200), facilities.Build());
    }
}
