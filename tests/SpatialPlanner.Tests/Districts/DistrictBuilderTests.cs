using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Districts;

public class DistrictBuilderTests
{
    private static readonly LocalProjection Plane = new(108.95, 34.25);

    [Fact]
    public void ABridgeDoesNotConnectToTheStreetItCrosses()
    {
        // Both have a point at 0, 0; only shared nodes connect.
        var network = Load(
            (WalkEdges, [Edge("a", [(-100, 0), (0, 0)], 1, 2), Edge("b", [(0, 0), (100, 0)], 2, 3)]),
            (WalkEdges, [Edge("bridge", [(0, -100), (0, 0), (0, 100)], 4, 5)])).District.Network;
        Assert.Equal([2, 1], network.ComponentEdgeCount);
    }

    [Fact]
    public void LinesWithoutNodeIdsJoinWhereTheirEndsMeet()
    {
        var network = Load((WalkEdges,
            [Edge("a", [(0, 0), (100, 0)], 1, 2), Edge("drawn", [(100, 0), (100, 50)], null, null), Edge("far", [(100, 50.5), (100, 90)], null, null)]))
            .District.Network;
        Assert.Equal([2, 1], network.ComponentEdgeCount);
    }

    [Fact]
    public void AClosedEdgeIsNotWalked()
    {
        var closed = Edge("c", [(100, 0), (200, 0)], 2, 3);
        closed.Values[WalkEdges.Require("access")] = "closed";
        Assert.Equal(1, Load((WalkEdges, [Edge("a", [(0, 0), (100, 0)], 1, 2), closed])).District.Network.EdgeCount);
    }

    [Fact]
    public void ALengthThatIsNotGivenIsThatOfTheEllipsoid()
    {
        var network = Load((WalkEdges, [Edge("a", [(0, 0), (300, 400)], null, null)])).District.Network;
        Assert.InRange(network.Edges.LengthMm[0], 499_990, 500_010);
    }

    [Fact]
    public void WithoutCommunitiesAHexagonGridStandsInAndStillAddsUp()
    {
        var loaded = Load((WalkEdges, [Edge("a", [(0, 0), (3000, 0)], 1, 2)]),
            (Buildings, [.. Enumerable.Range(0, 30).Select(i => House($"b{i:d2}", 100 * i, 20))]));
        Assert.Equal(CommunityKind.Hexagon, loaded.CommunityKind);
        var rows = ServiceAnswer.Find(loaded, 0).Gaps.Where(g => g.Group == "all" && g.Denominator == Denominator.People).ToList();
        Assert.Equal(300, rows.Where(r => r.Level == AreaLevel.Community).Sum(r => r.Total));
        Assert.Equal(7, rows.Count(r => r.Level == AreaLevel.Community && r.Total > 0));
        Assert.All(loaded.Areas.Where(a => a.Level == AreaLevel.Community), a => Assert.True(a.Area.Shape!.IsValid));
    }

    [Fact]
    public void HexagonsHoldTheHomesTheyCount()
    {
        var random = new Random(3);
        List<LayerRow> homes = [.. Enumerable.Range(0, 300).Select(i => House($"b{i:d3}", random.Next(-2000, 2000), random.Next(-2000, 2000)))];
        var loaded = Load((Buildings, homes));
        var community = loaded.District.Buildings.Area[(int)AreaLevel.Community];
        for (var b = 0; b < homes.Count; b++)
        {
            var at = loaded.Rows[Buildings][b].Geometry!;
            // The hexagons' corners are rounded to 1 cm; on a border either side is right.
            Assert.True(loaded.Areas[community[b]].Area.Shape!.Distance(at) < 1e-6);
        }
    }

    [Fact]
    public void AdministrativeAreasStandInForCommunitiesAndSaySo()
    {
        var loaded = Load(
            (Boundaries, [Boundary("W", "subdistrict", -1000, 0), Boundary("E", "subdistrict", 0, 1000)]),
            (Buildings, [House("b1", -500, 0), House("b2", 500, 0), House("b3", 600, 0)]));
        Assert.Equal(CommunityKind.Administrative, loaded.CommunityKind);
        Assert.Contains(loaded.Warnings, w => w.En.Contains("stand in", StringComparison.Ordinal));
    }

    [Fact]
    public void AHomeOutsideEveryCommunityCountsAsOutsideAndNotAsLost()
    {
        var loaded = Load((Boundaries, [Boundary("W", "community", -1000, 0)]),
            (Buildings, [House("b1", -500, 0), House("b2", -600, 0), House("b3", 500, 0)]));
        var rows = ServiceAnswer.Find(loaded, 0).Gaps.Where(
            g => g.Level == AreaLevel.Community && g.Group == "all" && g.Denominator == Denominator.People).ToList();
        Assert.Equal([("W", 20L), ("", 10L)], rows.Select(r => (loaded.Areas[r.Area].Area.Code, r.Total)));
        Assert.Contains(HealthReport.Make(loaded), f => f.Code == "outside_communities" && f.Count == 1);
    }

    [Fact]
    public void AnEmptyWorkspaceHasNoAnswersAndNoErrors()
    {
        var loaded = Load();
        Assert.All(ServiceAnswer.Find(loaded, 0).Gaps, g => Assert.Null(g.Share));
        Assert.Contains(HealthReport.Make(loaded), f => f.Grade == HealthGrade.Problem && f.Code == "network_missing");
    }

    [Fact]
    public void HealthNamesSwappedLayersIslandsAndBrokenReferences()
    {
        var astray = House("astray", 500_000, 0);
        astray.Values[Buildings.Require("compound_id")] = "nowhere";
        var loaded = Load(
            (WalkEdges, [Edge("a", [(0, 0), (100, 0)], 1, 2), Edge("b", [(100, 0), (200, 0)], 2, 3), Edge("island", [(0, 500), (50, 500)], 8, 9)]),
            (Buildings, [astray]));
        var findings = HealthReport.Make(loaded);
        Assert.Contains(findings, f => f.Code == "network_islands" && f.Ids.Contains("island"));
        Assert.Contains(findings, f => f.Code == "suspected_crs" && f.Layer == "buildings");
        Assert.Contains(findings, f => f.Code == "unknown_reference" && f.Ids.Contains("astray"));
        Assert.Contains(findings, f => f.Code == "not_linked_too_far" && f.Ids.Contains("astray"));
    }

    [Fact]
    public void HealthNamesWhatStandsAstrayOrHasItsCoordinatesSwappedAndNegativePeople()
    {
        var swapped = Rows.Of(Buildings, new Point(34.25, 108.95), ("id", "swapped"), ("population", 1L));
        var negative = House("negative", 50, 10);
        negative.Values[Buildings.Require("population")] = -50L;
        var findings = HealthReport.Make(Load(
            (WalkEdges, [Edge("a", [(0, 0), (100, 0)], 1, 2)]),
            (Buildings, [House("home", 50, 0), House("astray", 500_000, 0), swapped, negative])));
        Assert.Contains(findings, f => f.Code == "swapped_coordinates" && f.Ids.SequenceEqual(["swapped"]));
        Assert.Contains(findings, f => f.Code == "astray" && f.Ids.SequenceEqual(["astray"]));
        Assert.Contains(findings, f => f.Code == "negative_number" && f.Ids.SequenceEqual(["negative"]));
    }

    [Fact]
    public void ADistrictWithoutBuildingsOrFacilitiesSaysSo()
    {
        var warnings = Load((WalkEdges, [Edge("a", [(0, 0), (100, 0)], 1, 2)])).Warnings.Select(w => w.En).ToList();
        Assert.Contains(warnings, w => w.Contains("no buildings", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("no facilities", StringComparison.Ordinal));
    }

    private static LoadedDistrict Load(params (LayerSchema Layer, List<LayerRow> Rows)[] layers) => LoadedSample.Load(new LayerBatch(
        "test", "EPSG:4326",
        layers.GroupBy(l => l.Layer).ToDictionary(g => g.Key, IReadOnlyCollection<LayerRow> (g) => [.. g.SelectMany(l => l.Rows)]),
        new Dictionary<LayerSchema, int>(), []));

    private static Coordinate At(double east, double north)
    {
        var (lon, lat) = Plane.ToLonLat(east, north);
        return new Coordinate(lon, lat);
    }

    private static LayerRow Edge(string id, (double East, double North)[] line, long? from, long? to) => Rows.Of(
        WalkEdges, new LineString([.. line.Select(p => At(p.East, p.North))]), ("id", id), ("from_node", from), ("to_node", to));

    private static LayerRow House(string id, double east, double north) => Rows.Of(
        Buildings, new Point(At(east, north)), ("id", id), ("use", "residential"), ("population", 10L));

    private static LayerRow Boundary(string code, string level, double west, double east) => Rows.Of(
        Boundaries, new GeometryFactory().CreatePolygon([At(west, -900), At(east, -900), At(east, 900), At(west, 900), At(west, -900)]),
        ("code", code), ("name", code), ("level", level));
}
