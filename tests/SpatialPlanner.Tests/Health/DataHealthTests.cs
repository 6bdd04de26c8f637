using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Districts;
using SpatialPlanner.Tests.Sample;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Health;

/// <summary>What the check finds in layers made for it, and that it finds nothing where nothing is wrong.</summary>
public sealed class DataHealthTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public void CommunitiesThatOverlapAreNamedInPairsWithAPlace()
    {
        var finding = Find("areas_overlap", (Boundaries, [Area("a", 0, 0, 2), Area("b", 1, 1, 2), Area("c", 3, 0, 1)]));
        var place = Assert.Single(finding!.Places);
        Assert.Equal(("a", "b"), (place.Id, place.OtherId));
        Assert.InRange(place.Lon, 108.91, 108.92);
        Assert.InRange(place.Lat, 34.21, 34.22);
    }

    [Fact]
    public void BordersDrawnTwiceAreNoOverlap() => Assert.Null(Find(
        "areas_overlap", (Boundaries, [Area("a", 0, 0, 1), Area("b", 0.9999, 0, 1)])));

    [Fact]
    public void AHoleBetweenThePartsOfAnAreaIsPlaced()
    {
        var parts = new List<LayerRow> { Area("whole", 0, 0, 2, "subdistrict") };
        parts.AddRange([Part("sw", 0, 0), Part("se", 1, 0), Part("nw", 0, 1)]);
        var place = Assert.Single(Find("areas_leave_holes", (Boundaries, parts))!.Places);
        Assert.Equal("whole", place.Id);
        Assert.Equal((108.915, 34.215), (Math.Round(place.Lon, 4), Math.Round(place.Lat, 4)));
        parts.Add(Part("ne", 1, 1));
        Assert.Null(Find("areas_leave_holes", (Boundaries, parts)));
        parts[^1] = Part("ne", 2, 2);
        Assert.Equal("ne", Assert.Single(Find("areas_outside_parent", (Boundaries, parts))!.Places).Id);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(18, true)]
    public void PartsAddUpToTheirWhole(long whole, bool isTold)
    {
        var rows = new List<LayerRow> { Area("whole", 0, 0, 2, "subdistrict") };
        rows[0].Values[Boundaries.Require("age_0_3")] = whole;
        foreach (var (people, i) in new long[] { 8, 5, 6 }.Select((p, i) => (p, i)))
        {
            rows.Add(Part($"p{i}", i, 0));
            rows[^1].Values[Boundaries.Require("age_0_3")] = people;
        }

        var finding = Find("parts_do_not_add_up", (Boundaries, rows));
        Assert.Equal(isTold, finding is not null);
        if (isTold)
        {
            Assert.Contains("8 + 5 + 6", finding!.Text.En, StringComparison.Ordinal);
        }

        // A part that does not say: less than the whole is no contradiction, more is.
        rows[^1].Values[Boundaries.Require("age_0_3")] = null;
        Assert.Null(Find("parts_do_not_add_up", (Boundaries, rows)));
    }

    [Fact]
    public void AgesAreNeverMoreThanThePeople()
    {
        var house = Rows.Of(Buildings, new Point(108.9, 34.2), ("id", "h"), ("population", 3L), ("age_0_3", 2L), ("age_80_up", 2L));
        Assert.Equal(["h"], Find("ages_over_population", (Buildings, [house]))!.Ids);
    }

    [Fact]
    public void TheSameShapeTwiceIsNamedWithItsDouble()
    {
        var (one, other) = (Rows.Square(Buildings, "a", 108.9, 34.2), Rows.Square(Buildings, "b", 108.9, 34.2));
        // The same ring from another corner, the other way round.
        var turned = Rows.Of(Buildings, one.Geometry!.Copy().Reverse().Normalized(), ("id", "c"));
        var finding = Find("same_shape", (Buildings, [one, other, turned, Rows.Square(Buildings, "d", 108.91, 34.2)]));
        Assert.Equal([("b", "a"), ("c", "a")], finding!.Places.Select(p => (p.Id, p.OtherId)));
    }

    [Fact]
    public void OneFacilityFromTwoListsIsNamed()
    {
        LayerRow[] rows =
        [
            Rows.Facility("1", 108.95, 34.25, "北林食堂"), Rows.Facility("2", 108.9503, 34.25, "北林食堂"),
            Rows.Facility("3", 108.96, 34.25, "北林食堂"), Rows.Facility("4", 108.9501, 34.25, "另一家"),
        ];
        Assert.Equal([("2", "1")], Find("same_facility", (Facilities, [.. rows]))!.Places.Select(p => (p.Id, p.OtherId!)));
    }

    [Theory]
    [InlineData("absurd_storeys", "storeys", 900L)]
    [InlineData("absurd_dwellings", "dwellings", 100_000L)]
    [InlineData("floor_area_against_shape", "floor_area_m2", 10_000_000.0)]
    [InlineData("people_in_no_home", "use", "other")]
    public void AbsurdNumbersAreNamed(string code, string column, object value)
    {
        var house = Rows.Of(
            Buildings, Rows.Box(108.9, 34.2, 0.0005), ("id", "h"), ("use", "residential"), ("storeys", 6L), ("floor_area_m2", 15_000.0),
            ("dwellings", 150L), ("population", 400L));
        Assert.Null(Find(code, (Buildings, [house])));
        house.Values[Buildings.Require(column)] = value;
        Assert.Equal(["h"], Find(code, (Buildings, [house]))!.Ids);
    }

    [Theory]
    [InlineData("population_copied", 5000L, 5000L, 5000L, 3)]
    [InlineData("population_zero", 5000L, 0L, 4000L, 1)]
    public void SuspiciousPopulationsAreNamed(string code, long a, long b, long c, int count)
    {
        var rows = new[] { a, b, c }.Select((people, i) =>
        {
            var row = Area($"{i}", i, 0, 1);
            row.Values[Boundaries.Require("population")] = people;
            return row;
        }).ToList();
        Assert.Equal(count, Find(code, (Boundaries, rows))!.Count);
        rows[1].Values[Boundaries.Require("population")] = 4321L;
        Assert.Null(Find(code, (Boundaries, rows)));
    }

    [Fact]
    public void TheSampleIsHealthyButForItsNetwork()
    {
        var findings = HealthReport.Make(LoadedSample.Load(sample.Batch));
        Assert.DoesNotContain(findings, f => f.Grade == HealthGrade.Problem);
        Assert.All(findings.Where(f => f.Grade == HealthGrade.Warning), f => Assert.Equal("walk_edges", f.Layer));
    }

    private static HealthFinding? Find(string code, params (LayerSchema Layer, List<LayerRow> Rows)[] layers)
    {
        var loaded = LoadedSample.Load(new LayerBatch(
            "test", "EPSG:4326", layers.ToDictionary(l => l.Layer, IReadOnlyCollection<LayerRow> (l) => l.Rows),
            new Dictionary<LayerSchema, int>(), []));
        return HealthReport.Make(loaded).FirstOrDefault(f => f.Code == code);
    }

    private static LayerRow Part(string code, double x, double y)
    {
        var row = Area(code, x, y, 1);
        row.Values[Boundaries.Require("parent_code")] = "whole";
        return row;
    }

    // Cells of 0.01 degrees, about a kilometre.
    private static LayerRow Area(string code, double x, double y, double size, string level = "community") => Rows.Of(
        Boundaries, Rows.Box(108.9 + (x / 100), 34.2 + (y / 100), size / 100), ("code", code), ("name", code), ("level", level));
}
