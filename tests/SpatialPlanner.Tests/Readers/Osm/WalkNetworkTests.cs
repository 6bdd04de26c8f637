using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>Gates, areas and bad input of the walk network.</summary>
public sealed class WalkNetworkTests
{
    [Fact]
    public void EdgesThatEndAtAResidentsGateAreTheirs()
    {
        var edges = Edges(Street().Node(2, 1, 0, "barrier=gate & access=private").Way(10, "1 2 3 4",
            "highway=service"));

        Assert.Equal(["residents", "residents"], Column(edges, "access"));
        Assert.Equal(Column(edges, "to_node")[0], Column(edges, "from_node")[1]);
    }

    [Fact]
    public void AGateThatIsOpenToAllIsNoJunction() => Assert.Equal(
        ["open"], Column(Edges(Street().Node(2, 1, 0, "barrier=gate").Way(10, "1 2 3 4", "highway=service")),
            "access"));

    [Fact]
    public void ADrivewaysGateOnTheStreetDoesNotCloseTheStreet()
    {
        var edges = Edges(Street().Node(2, 1, 0, "barrier=gate & access=private").Node(9, 1, 1)
            .Way(10, "1 2 3", "highway=residential").Way(11, "2 9", "highway=service"));

        Assert.Equal(["open", "open", "residents"], Column(edges, "access"));
    }

    [Fact]
    public void AnAreaIsWalkedAlongItsOutlineAndItsHole()
    {
        var edges = Edges(Street().Node(21, 1, 1).Node(22, 0, 1).Square(3, 0.4, 0.4, 0.2, "").Way(10, "1 2 3",
            "highway=residential")
            .Way(2, "1 2 21 22 1").Way(11, "31 2", "highway=steps")
            .Relation(7, "outer:2 inner:3", "type=multipolygon & highway=pedestrian"));

        Assert.Equal(["way/10/0", "way/10/1", "way/11/0", "way/2/0", "way/2/1", "way/3/0"], Column(edges,
            "id").Order());
    }

    [Fact]
    public void AnOutlineThatMeetsNoStreetIsLeftOutAndTold()
    {
        var batch = Street().Way(10, "1 2 3", "highway=residential")
            .Square(2, 5, 5, 1, "highway=pedestrian & area=yes").Way(3, "21 22 23 21",
                "highway=pedestrian & area=yes").Read();

        Assert.Equal(["way/10/0"], Column([.. batch.Layers[WorkspaceLayers.WalkEdges]], "id"));
        Assert.Equal(["way/2", "way/3"], batch.Problems.Select(p => p.Place));
        Assert.Equal(3, batch.RowsRead[WorkspaceLayers.WalkEdges]);
    }

    [Fact]
    public void AFileOfOutlinesAloneKeepsThem() =>
        Assert.Single(Edges(new OsmText().Square(2, 5, 5, 1, "highway=pedestrian & area=yes")));

    [Fact]
    public void TheOrderOfTheFileDoesNotMatter()
    {
        var sorted = Edges(Street().Way(10, "1 2 3", "highway=residential").Way(11, "3 4", "highway=path"));
        var mixed = Edges(new OsmText().Way(11, "3 4", "highway=path").Node(4, 3, 0).Node(2, 1, 0)
            .Way(10, "1 2 3", "highway=residential").Node(3, 2, 0).Node(1, 0, 0));

        Assert.Equal(sorted.Select(e => string.Join('|', e.Values) + e.Geometry), mixed.Select(e =>
            string.Join('|', e.Values) + e.Geometry));
    }

    [Fact]
    public void OfADoubledIdTheLastCountsAndItIsTold()
    {
        var batch = Street().Node(2, 1, 5).Way(10, "1 2", "highway=path").Way(10, "1 2", "highway=steps").Read();

        var edge = Assert.Single(batch.Layers[WorkspaceLayers.WalkEdges]);
        Assert.Equal("LINESTRING (108 34, 108.001 34.005)", edge.Geometry!.AsText());
        Assert.Equal(true, OsmText.Value(WorkspaceLayers.WalkEdges, edge, "steps"));
        Assert.Equal(["node/2", "way/10"], batch.Problems.Select(p => p.Place));
        Assert.All(batch.Problems, p => Assert.Equal(ProblemSeverity.Repaired, p.Severity));
    }

    [Fact]
    public void ANodeOutsideTheWorldIsRejectedAndItsWayCut()
    {
        var batch = Street().Node(9, 0, 60_000).Way(10, "1 2 9 3 4", "highway=path").Read();

        Assert.Equal(2, batch.Layers[WorkspaceLayers.WalkEdges].Count);
        Assert.Equal(
            [("node/9", ProblemSeverity.Rejected), ("way/10", ProblemSeverity.Repaired)],
            batch.Problems.Select(p => (p.Place!, p.Severity)));
    }

    [Fact]
    public void AWayWithoutItsNodesIsRejectedAndCounted()
    {
        var batch = Street().Way(10, "1 2", "highway=path").Way(11, "97 98", "highway=path").Read();

        Assert.Single(batch.Layers[WorkspaceLayers.WalkEdges]);
        Assert.Equal(2, batch.RowsRead[WorkspaceLayers.WalkEdges]);
        Assert.Equal(ProblemSeverity.Rejected, Assert.Single(batch.Problems).Severity);
    }

    private static OsmText Street() => new OsmText().Node(1, 0, 0).Node(2, 1, 0).Node(3, 2, 0).Node(4, 3, 0);

    private static List<LayerRow> Edges(OsmText file) => [.. file.Read().Layers[WorkspaceLayers.WalkEdges]];

    private static List<object?> Column(List<LayerRow> edges, string column) =>
        [.. edges.Select(e => OsmText.Value(WorkspaceLayers.WalkEdges, e, column))];
}
