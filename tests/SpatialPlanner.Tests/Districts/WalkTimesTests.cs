using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Districts;

/// <summary>What the columns of <c>walk_edges</c> and the rule pack make of a walk's time; every number is known by arithmetic.</summary>
public class WalkTimesTests
{
    private static readonly LocalProjection Plane = new(108.95, 34.25);

    // One edge of 100 m by length_mm from the home to a clinic; planning pace 1 m/s, on steps half of it.
    [Theory]
    [InlineData(100)]
    [InlineData(120, "crossing", "signals")]
    [InlineData(105, "crossing", "marked")]
    [InlineData(110, "crossing", "unmarked")]
    [InlineData(133, "crossing", "signals", "delay_s", 33.0)]
    [InlineData(100, "crossing", "signals", "delay_s", 0.0)]
    [InlineData(107.5, "delay_s", 7.5)]
    [InlineData(200, "steps", true)]
    [InlineData(200, "steps", true, "grade", 0.3)]
    [InlineData(220, "steps", true, "crossing", "signals")]
    public void AnEdgeTakesItsTime(double seconds, params object[] columns)
    {
        var loaded = Street(columns);
        var walks = loaded.Walks(Health, Pack.Default.FindProfile("planning")!);
        Assert.Equal(seconds, walks.Seconds(0)!.Value, 0.05);
        Assert.Equal(100, walks.Metres(0)!.Value, 0.05);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(0.03)]
    public void ASlopeIsWalkedUpAndDownAsToblerSays(double grade)
    {
        // The home is at the first end of the edge, the clinic at the last.
        var loaded = Street(["grade", grade]);
        var seconds = loaded.Walks(Health, Pack.Default.FindProfile("planning")!).Seconds(0)!.Value;
        Assert.Equal(100 * Math.Exp(3.5 * Math.Abs(grade + 0.05)) / Math.Exp(0.175), seconds, 0.05);
    }

    [Theory]
    [InlineData("forward", true)]
    [InlineData("backward", false)]
    public void AnEdgeThatIsWalkedOneWayLeadsOneWay(string oneWay, bool leads) =>
        Assert.Equal(leads, Street(["oneway", oneWay]).Walks(Health, Pack.Default.Profiles[0]).Metres(0) is not null);

    [Fact]
    public void EachGroupWalksAsThePackSays()
    {
        // Houses every 100 m from the clinic on; 15 minutes are 900 m, 675 m over 80 and 765 m with a small child.
        var rows = Health15(null);
        Assert.Equal((10, "planning", 900.0), Told(rows["all"], 1));
        Assert.Equal((10, "senior", 900.0), Told(rows["age_60_79"], 1));
        Assert.Equal((7, "senior_80", 675.0), Told(rows["age_80_up"], 2));
        Assert.Equal((8, "caregiver", 765.0), Told(rows["age_0_3"], 3));
        Assert.Equal((10, "planning", 900.0), Told(rows["age_6_12"], 4));
        Assert.Equal((10 + (2 * 7), "senior;senior_80", null), Told(rows["age_60_up"], 1));
        Assert.All(rows.Values, r => Assert.Equal(900, r.LimitS));
    }

    [Fact]
    public void ALimitOfMetresIsTheSameForEveryGroupAndOnlyTheirSecondsDiffer()
    {
        var rows = Health15(750);
        Assert.All(rows.Values, r => Assert.Equal((8.0 / 21, 750), (r.Share!.Value, r.LimitM)));
        Assert.Equal(
            [750, 1000, null, 750 / 0.85],
            new[] { "age_60_79", "age_80_up", "age_60_up", "age_3_6" }.Select(g => rows[g].LimitS));
    }

    [Fact]
    public void HoursThatAreNotUnderstoodAreReportedAndTheGateCountsAsOpen()
    {
        LayerRow Gate(string id, string access, string? hours) => Rows.Of(
            Entrances, new Point(At(0)), ("id", id), ("of_id", "c"), ("kind", "gate"), ("access", access), ("hours", hours));
        var loaded = Load((Entrances,
            [Gate("day", "hours", "06:00-22:00"), Gate("moon", "hours", "by moonlight"), Gate("none", "hours", null), Gate("open", "open", "?")]));
        Assert.Equal([0], loaded.GateHours.Entrances.Select(e => e.Row));
        var warning = Assert.Single(loaded.Warnings, w => w.En.Contains("hours", StringComparison.Ordinal));
        Assert.Contains("2 entrances", warning.En, StringComparison.Ordinal);
        Assert.Contains("moon \"by moonlight\", none \"\"", warning.Zh, StringComparison.Ordinal);
    }

    private static int Health => Pack.Default.IndexOfService("health");

    // The number of houses covered, told by people who live so many a house.
    private static (long Houses, string Profile, double? LimitM) Told(GapRow row, int perHouse) =>
        (row.Covered / perHouse, row.Profile, row.LimitM);

    private static Dictionary<string, GapRow> Health15(double? metres)
    {
        var edges = Enumerable.Range(0, 20).Select(i => Edge($"e{i:d2}", 100 * i, 100 * (i + 1), ("length_mm", 100_000L)));
        var houses = Enumerable.Range(0, 21).Select(i => Rows.Of(
            Buildings, new Point(At(100 * i)), ("id", $"b{i:d2}"), ("use", "residential"), ("population", 1L),
            ("age_60_79", 1L), ("age_80_up", 2L), ("age_0_3", 3L), ("age_3_6", 5L), ("age_6_12", 4L)));
        var loaded = Load((WalkEdges, [.. edges]), (Buildings, [.. houses]), (Facilities, [Clinic(0)]));
        var limit = metres is { } m ? WalkLimit.OfMetres(m) : null;
        return ServiceAnswer.Find(loaded, Health, limit).Gaps
            .Where(g => g.Level == AreaLevel.District && g.Denominator == Denominator.People).ToDictionary(g => g.Group);
    }

    private static LoadedDistrict Street(object[] columns)
    {
        var given = columns.Chunk(2).Select(pair => ((string)pair[0], (object?)pair[1])).ToArray();
        return Load(
            (WalkEdges, [Edge("e", 0, 100, [("length_mm", 100_000L), .. given])]),
            (Buildings, [Rows.Of(Buildings, new Point(At(0)), ("id", "b"), ("use", "residential"), ("population", 1L))]),
            (Facilities, [Clinic(100)]));
    }

    private static LayerRow Clinic(double east) => Rows.Of(
        Facilities, new Point(At(east)), ("id", "f"), ("services", "health"), ("status", "open"));

    private static LayerRow Edge(string id, double from, double to, params (string Column, object? Value)[] values) =>
        Rows.Of(WalkEdges, new LineString([At(from), At(to)]), [("id", id), .. values]);

    private static Coordinate At(double east)
    {
        var (lon, lat) = Plane.ToLonLat(east, 0);
        return new Coordinate(lon, lat);
    }

    private static LoadedDistrict Load(params (LayerSchema Layer, List<LayerRow> Rows)[] layers) => LoadedSample.Load(
        new LayerBatch("test", "EPSG:4326", layers.ToDictionary(l => l.Layer, IReadOnlyCollection<LayerRow> (l) => l.Rows), new Dictionary<LayerSchema, int>(), []));
}
