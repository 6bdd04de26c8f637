using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.TwoStreets;

namespace SpatialPlanner.Tests.Districts;

/// <summary>
/// In the town of two streets the home stands on A at x = 400, the canteen on B at x = 400: a walk of 400 + 50 + 400 m.
/// </summary>
public class FixesTests
{
    [Fact]
    public void TheShortestMissingLinkIsTheOneAcross()
    {
        var (loaded, answer) = Town(600);
        var link = Assert.Single(Fixes(loaded, answer));
        // All links across are 50 m long; the one from door to door makes the shortest walk.
        Assert.Equal(FixKind.NewLink, link.Kind);
        Assert.Equal(50, link.GapM!.Value, 0.01);
        Assert.Equal(50, link.Metres, 0.01);
        Assert.Equal(50, link.Seconds, 0.01);
        AssertNear((400, 0), link.At);
        AssertNear((400, 50), link.To!);
    }

    [Fact]
    public void AMissingLinkThatIsShorterButFartherOffIsTakenWhereTheLimitAllows()
    {
        // A lane from B comes down to 20 m above A at x = 300: 100 m on A, 20 m over, 30 m up, 100 m on B.
        var lane = Edge("lane", (300, 50), (300, 20));
        var (loaded, answer) = Town(600, extra: (WalkEdges, [lane]));
        var link = Assert.Single(Fixes(loaded, answer));
        Assert.Equal(20, link.GapM!.Value, 0.01);
        Assert.Equal(250, link.Metres, 0.02);
        // With 200 m that is too far: 50 m from door to door.
        (loaded, answer) = Town(200, extra: (WalkEdges, [lane]));
        Assert.Equal(50, Assert.Single(Fixes(loaded, answer)).GapM!.Value, 0.01);
    }

    [Fact]
    public void AMissingLinkGoesAroundAWallAndAHouse()
    {
        var wall = Rows.Of(Compounds, Box(60, 10, 420, 40), ("id", "c"), ("gated", true));
        var gate = Gate("g", 240, 40, "open");
        var (loaded, answer) = Town(800, [(Compounds, [wall]), (Entrances, [gate])]);
        // West of the wall: 340 m or more on A, as much on B.
        var link = Assert.Single(Fixes(loaded, answer), f => f.Kind == FixKind.NewLink);
        Assert.InRange(link.Metres, 340 + 50 + 340 - 0.01, 340 + 50 + 340 + 10);
        var house = Rows.Of(Buildings, Box(60, 10, 420, 40), ("id", "house"), ("use", "other"));
        (loaded, answer) = Town(800, (Buildings, [house]));
        link = Assert.Single(Fixes(loaded, answer));
        Assert.InRange(link.Metres, 340 + 50 + 340 - 0.01, 340 + 50 + 340 + 10);
    }

    [Theory]
    [InlineData("bridge")]
    [InlineData("tunnel")]
    public void NoPathIsLaidOntoABridgeOrIntoATunnel(string column)
    {
        var rows = BothStreets.Select(r => new LayerRow(r.Geometry, [.. r.Values])).ToList();
        foreach (var row in rows.Where(r => ((string)r.Values[0]!)[0] == 'a'))
        {
            row.Values[WalkEdges.Require(column)] = true;
        }

        var loaded = Load((WalkEdges, rows), (Buildings, [Home("home", 400, 0)]), (Facilities, [Canteen]));
        Assert.Empty(Fixes(loaded, Answer(loaded, 600)));
    }

    [Fact]
    public void AnIslandIsJoinedByTheLinkThatItLacks()
    {
        // A lane of its own from y = -30 to -300; the home at -290 is 260 m from its end, 30 m more from A.
        var lane = Edge("lane", (300, -30), (300, -300));
        var home = Home("island", 300, -290);
        var (loaded, _) = Town(600, [(WalkEdges, [lane]), (Buildings, [home])]);
        var answer = Answer(loaded, 1100);
        var explained = WalkExplanation.Of(loaded, answer, 1);
        Assert.Contains("island", explained.Reason!.En, StringComparison.Ordinal);
        var link = Assert.Single(Fixes(loaded, answer, 1));
        // Straight down it is 30.0 m; a slant of 30.4 m is as long to the metre and saves a little.
        Assert.InRange(link.GapM!.Value, 30 - 0.01, 30.5);
        Assert.InRange(link.Metres, 260 + 30 + 295 + 50 + 400, 260 + 30 + 300 + 50 + 400.05);
    }

    [Fact]
    public void IdleSpacesInReachAreListedByCostAndThoseOfUnknownCostLast()
    {
        LayerRow Idle(string id, double x, double? cost, string? permitted, string? status) => Rows.Of(
            IdleSpaces, new Point(At(x, 0)), ("id", id), ("name", $"room {id}"), ("cost_cny", cost),
            ("permitted_services", permitted), ("status", status));
        var (loaded, answer) = Town(350,
        [
            (IdleSpaces,
            [
                Idle("dear", 300, 100_000, "meals; health", "candidate"), Idle("cheap", 100, 20_000, null, "reserve"),
                Idle("unknown", 390, null, "", null), Idle("sports", 380, 1, "sports", "candidate"),
                Idle("built", 370, 1, null, "built"), Idle("far", 20, 1, null, "candidate"),
            ]),
        ]);
        var idle = Fixes(loaded, answer).Where(f => f.Kind == FixKind.IdleSpace).ToList();
        Assert.Equal(["cheap", "dear", "unknown"], idle.Select(f => f.Id));
        Assert.Equal([300, 100, 10], idle.Select(f => Math.Round(f.Metres, 1)));
        Assert.Equal([20_000, 100_000, null], idle.Select(f => f.CostCny));
    }

    [Fact]
    public void AClosedGateThatWouldDoIsNamed()
    {
        // The home at (380, 20) leaves its compound by the west gate (40, 20): 340 m to it, 20 m to A, 40 m along A, 50 m up, 400 m.
        var (loaded, answer) = Gated();
        Assert.Equal(340 + 20 + 40 + 50 + 400, answer.Walks.Metres(0)!.Value, 0.1);
        var gate = Assert.Single(Fixes(loaded, answer), f => f.Kind == FixKind.OpenGate);
        Assert.Equal(("north", "桂园"), (gate.Id, gate.Name));
        // 20 m to the north gate, 10 m to B, 20 m along it.
        Assert.Equal(50, gate.Metres, 0.1);
    }

    [Fact]
    public void WhereNoSingleChangeWouldDoThatIsSaid()
    {
        var (loaded, answer) = Town(40);
        var fixes = FixList.Find(loaded, answer, 0, default);
        Assert.Empty(fixes.Fixes);
        Assert.Contains("no single change", fixes.WhyNone!.En, StringComparison.Ordinal);
        (loaded, answer) = Town(900);
        Assert.Equal(new FixList([], null), FixList.Find(loaded, answer, 0, default) with { Fixes = [] });
        Assert.Empty(Fixes(loaded, answer));
    }

    private static (LoadedDistrict Loaded, ServiceAnswer Answer) Gated()
    {
        var wall = Rows.Of(Compounds, Box(40, 10, 420, 40), ("id", "c"), ("gated", true), ("name", "桂园"));
        var loaded = Load(
            (WalkEdges, BothStreets), (Compounds, [wall]),
            (Entrances, [Gate("north", 380, 40, "closed"), Gate("west", 40, 20, "open")]),
            (Buildings, [Home("home", 380, 20)]), (Facilities, [Canteen]));
        return (loaded, Answer(loaded, 600));
    }

    private static (LoadedDistrict Loaded, ServiceAnswer Answer) Town(
        double limitM, params (LayerSchema Layer, List<LayerRow> Rows)[] extra)
    {
        var loaded = Load(
            [(WalkEdges, BothStreets), (Buildings, [Home("home", 400, 0)]), (Facilities, [Canteen]), .. extra]);
        return (loaded, Answer(loaded, limitM));
    }

    private static ServiceAnswer Answer(LoadedDistrict loaded, double limitM) => ServiceAnswer.Find(
        loaded, Pack.Default.IndexOfService("meals"), WalkLimit.OfMetres(limitM), Pack.Default.FindProfile("planning"));

    /// <summary>The fixes, each tried by a whole search after the change.</summary>
    private static IReadOnlyList<Fix> Fixes(LoadedDistrict loaded, ServiceAnswer answer, int building = 0)
    {
        var fixes = FixList.Find(loaded, answer, building, default).Fixes;
        foreach (var fix in fixes)
        {
            AssertCovers(loaded, answer, building, fix);
        }

        return fixes;
    }

    internal static void AssertCovers(LoadedDistrict loaded, ServiceAnswer answer, int building, Fix fix)
    {
        Assert.False(answer.Walks.IsCovered(building, answer.Limit));
        var after = new Scenario([fix.Change]).ApplyTo(loaded.District).District;
        var service = loaded.Pack.IndexOfService(answer.Service.Code);
        var walks = ServiceWalks.Find(
            after, after.FacilityLinks, after.Facilities.OpenWith(service), answer.Profile.Pace,
            new ShortestPathSearch(after.Network));
        Assert.True(walks.IsCovered(building, answer.Limit), $"{fix}");
        Assert.Equal(
            answer.Limit.IsDistance ? walks.Metres(building)!.Value : walks.Seconds(building)!.Value,
            answer.Limit.IsDistance ? fix.Metres : fix.Seconds, 6);
    }

    private static void AssertNear((double X, double Y) expected, Coordinate actual)
    {
        var (x, y) = Plane.ToLocal(actual.X, actual.Y);
        Assert.Equal(expected.X, x, 0.05);
        Assert.Equal(expected.Y, y, 0.05);
    }
}
