using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>
/// A road from west to east, sidewalks to the north (nodes 11, 12, 13) and the south (21, 22, 23), and a crossing in the
/// middle, over the road's node 2: a walk over it meets its wait once.
/// </summary>
public sealed class CrossingTests
{
    [Fact]
    public void AWalkOverACrossingWayMeetsItOnceAlthoughTheRoadCutsIt()
    {
        var edges = Crossings(Town("highway=crossing & crossing=traffic_signals")
            .Way(50, "12 2 22", "highway=footway & footway=crossing"));

        Assert.Equal(["way/50/0 signals"], edges);
    }

    [Fact]
    public void TwoWaysThatMeetInTheMiddleOfTheRoadAreOneCrossing()
    {
        var edges = Crossings(Town("highway=crossing").Way(50, "12 2", "highway=footway & footway=crossing & crossing=zebra")
            .Way(51, "2 22", "highway=footway & footway=crossing & crossing=zebra"));

        Assert.Equal(["way/50/0 marked"], edges);
    }

    [Fact]
    public void TwoCrossingsFromOneCornerAreTwo()
    {
        var edges = Crossings(Town("").Node(3, 2, 0).Way(50, "12 2 22", "highway=footway & footway=crossing")
            .Node(31, 1.5, 0.1).Node(32, 1.6, 0.1).Way(52, "31 32", "highway=primary")
            .Way(51, "12 31 13", "highway=footway & footway=crossing & crossing=marked"));

        Assert.Equal(["way/50/0 unmarked", "way/51/0 marked"], edges);
    }

    [Fact]
    public void ADoubleRoadCrossedByOneWayIsOneCrossing()
    {
        var edges = Crossings(TwoRoads().Way(50, "12 2 5 22", "highway=footway & footway=crossing & crossing=traffic_signals"));

        Assert.Equal(["way/50/0 signals"], edges);
    }

    [Fact]
    public void AnIslandThatAPathLeadsToPartsACrossingInTwo()
    {
        var edges = Crossings(TwoRoads().Node(6, 1, -0.05).Node(7, 2, -0.05)
            .Way(50, "12 2 6 5 22", "highway=footway & footway=crossing & crossing=traffic_signals")
            .Way(51, "6 7", "highway=footway"));

        Assert.Equal(["way/50/0 signals", "way/50/2 signals"], edges);
    }

    [Fact]
    public void WhereThreeArmsMeetEachWalkAcrossMeetsAWait()
    {
        var edges = Crossings(Town("highway=crossing").Way(50, "12 2 22", "highway=footway & footway=crossing")
            .Way(51, "2 23", "highway=footway & footway=crossing"));

        Assert.Equal(["way/50/0 unmarked", "way/50/1 unmarked"], edges);
    }

    [Fact]
    public void AFootwayOverACrossingNodeMeetsItOnce()
    {
        var edges = Crossings(Town("highway=crossing & crossing=marked").Way(50, "12 2 22", "highway=footway"));

        Assert.Equal(["way/50/0 marked"], edges);
    }

    [Fact]
    public void ACrossingOfARoadThatNobodyWalksLiesInsideOfOneEdge()
    {
        var edges = Crossings(new OsmText().Node(1, 0, 0).Node(2, 1, 0, "highway=crossing & crossing:signals=yes").Node(3, 2, 0)
            .Node(12, 1, 0.1).Node(22, 1, -0.1).Way(10, "1 2 3", "highway=trunk").Way(50, "12 2 22", "highway=path"));

        Assert.Equal(["way/50/0 signals"], edges);
    }

    [Fact]
    public void AWalkAlongTheRoadCrossesNothing() => Assert.Empty(Crossings(
        new OsmText().Node(1, 0, 0).Node(2, 1, 0, "highway=crossing & crossing=marked").Node(3, 2, 0)
            .Way(10, "1 2", "highway=residential").Way(11, "2 3", "highway=residential")));

    [Fact]
    public void APathThatEndsAtTheRoadDoesNotCrossItYet() =>
        Assert.Empty(Crossings(Town("highway=crossing & crossing=marked").Way(50, "12 2", "highway=footway")));

    [Fact]
    public void ACyclewayIsCrossedWithoutAWait() => Assert.Empty(Crossings(
        new OsmText().Node(1, 0, 0).Node(2, 1, 0, "highway=crossing & crossing=marked").Node(3, 2, 0).Node(12, 1, 0.1)
            .Node(22, 1, -0.1).Way(10, "1 2 3", "highway=cycleway").Way(50, "12 2 22", "highway=footway")));

    [Fact]
    public void AFootbridgeCrossesNoRoadway() =>
        Assert.Empty(Crossings(Town("").Way(50, "12 22", "highway=footway & footway=crossing & bridge=yes")));

    [Theory]
    [InlineData("crossing=no", null)]
    [InlineData("crossing=uncontrolled", "marked")]
    [InlineData("crossing=uncontrolled & crossing:signals=yes", "signals")]
    [InlineData("crossing=traffic_signals & crossing:signals=no", "unmarked")]
    [InlineData("crossing:markings=zebra", "marked")]
    [InlineData("crossing=unmarked & crossing:markings=no", "unmarked")]
    [InlineData("crossing=yes & crossing_ref=pelican", "signals")]
    [InlineData("crossing=island", "unmarked")]
    [InlineData("railway=crossing & crossing=marked & highway=no", null)]
    public void TheKindOfACrossingIsReadFromItsTags(string tags, string? kind)
    {
        var way = Crossings(Town("").Way(50, "12 22", $"highway=footway & footway=crossing & {tags}"));
        var node = Crossings(Town(tags.Contains("highway", StringComparison.Ordinal) ? tags : $"highway=crossing & {tags}")
            .Way(50, "12 2 22", "highway=footway"));

        string[] expected = kind is null ? [] : [$"way/50/0 {kind}"];
        Assert.Equal(expected, node);
        if (!tags.Contains("railway", StringComparison.Ordinal))
        {
            Assert.Equal(expected, way);
        }
    }

    private static OsmText Town(string crossing) => new OsmText().Node(1, 0, 0).Node(2, 1, 0, crossing).Node(3, 2, 0)
        .Node(11, 0, 0.1).Node(12, 1, 0.1).Node(13, 2, 0.1).Node(21, 0, -0.1).Node(22, 1, -0.1).Node(23, 2, -0.1)
        .Way(10, "1 2 3", "highway=secondary").Way(20, "11 12 13", "highway=footway").Way(30, "21 22 23", "highway=footway");

    private static OsmText TwoRoads() => new OsmText().Node(1, 0, 0).Node(2, 1, 0).Node(3, 2, 0)
        .Node(4, 0, -0.07).Node(5, 1, -0.07).Node(8, 2, -0.07).Node(11, 0, 0.1).Node(12, 1, 0.1).Node(21, 0, -0.1).Node(22, 1, -0.1)
        .Way(10, "1 2 3", "highway=secondary").Way(15, "4 5 8", "highway=secondary")
        .Way(20, "11 12", "highway=footway").Way(30, "21 22", "highway=footway");

    private static List<string> Crossings(OsmText town)
    {
        var layer = WorkspaceLayers.WalkEdges;
        return
        [
            .. town.Read().Layers[layer].Where(e => OsmText.Value(layer, e, "crossing") is not null)
                .Select(e => $"{e.Values[0]} {OsmText.Value(layer, e, "crossing")}"),
        ];
    }
}
