using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>Slope and direction of the edges of the walk network.</summary>
public sealed class WalkAttributeTests
{
    [Theory]
    [InlineData("5%", 0.05)]
    [InlineData("-3 %", -0.03)]
    [InlineData("+12,5%", 0.125)]
    [InlineData("45°", 1.0)]
    [InlineData("-10°", -0.17632698)]
    [InlineData("0", 0.0)]
    [InlineData("100%", 1.0)]
    [InlineData("up", null)]
    [InlineData("down", null)]
    [InlineData("5", null)]
    [InlineData("10%-15%", null)]
    public void TheInclineOfAWayIsTheGradeOfItsEdges(string incline, double? grade)
    {
        var batch = Street().Way(10, "1 2 3", $"highway=path & incline={incline}").Way(11, "2 4", "highway=path").Read();

        Assert.Equal([grade, grade, null], Edges(batch, "grade").Select(g => g is double d ? Math.Round(d, 8) : g));
        Assert.Empty(batch.Problems);
    }

    [Theory]
    [InlineData("150%")]
    [InlineData("-101%")]
    [InlineData("89°")]
    [InlineData("120°")]
    public void AnInclineSteeperThanAWallIsNotTakenAndTold(string incline)
    {
        var batch = Street().Way(10, "1 2 3", $"highway=path & incline={incline}").Way(11, "2 4", "highway=path").Read();

        Assert.All(Edges(batch, "grade"), Assert.Null);
        var problem = Assert.Single(batch.Problems);
        Assert.Equal((ProblemSeverity.Warning, "way/10"), (problem.Severity, problem.Place));
    }

    [Fact]
    public void HeightsOfBothEndsGiveTheGradeWhereNoInclineDoes()
    {
        var edges = Street().Node(5, 0, 1, "ele=100").Node(6, 1, 1, "ele=104.6 m").Node(7, 2, 1)
            .Way(10, "5 6", "highway=path").Way(11, "6 5", "highway=path & incline=up")
            .Way(12, "5 6", "highway=path & incline=7%").Way(13, "6 7", "highway=path").Read();

        // 0.001 degrees of longitude at 34 N are 92.4 m.
        var grades = Edges(edges, "grade").Select(g => g is double d ? Math.Round(d, 3) : (double?)null);
        Assert.Equal([0.05, -0.05, 0.07, null], grades);
    }

    [Theory]
    [InlineData("highway=path & bridge=yes", 1, "105", null)]
    [InlineData("highway=path & tunnel=yes", 1, "105", null)]
    [InlineData("highway=elevator", 1, "105", null)]
    [InlineData("highway=path", 0.2, "105", null)] // 18 m: a metre of doubt is too much
    [InlineData("highway=path", 1, "160", null)] // 65 %
    [InlineData("highway=steps", 1, "160", 0.65)]
    [InlineData("highway=path", 1, "105 ft", null)]
    [InlineData("highway=path", 1, "12000", null)]
    public void HeightsThatSayNothingAboutTheWalkAreNotTaken(string tags, double x, string ele, double? grade)
    {
        var edges = Edges(new OsmText().Node(1, 0, 0, "ele=100").Node(2, x, 0, $"ele={ele}").Way(10, "1 2", tags).Read(), "grade");

        Assert.Equal(grade, Assert.Single(edges) is double d ? Math.Round(d, 2) : null);
    }

    [Theory]
    [InlineData("highway=steps & conveying=forward", "forward")]
    [InlineData("highway=steps & conveying=backward & oneway=yes", "backward")]
    [InlineData("highway=steps & conveying=reversible", null)]
    [InlineData("highway=steps & conveying=yes", null)]
    [InlineData("highway=steps & conveying=yes & oneway=yes", "forward")]
    [InlineData("highway=footway & oneway:foot=yes", "forward")]
    [InlineData("highway=residential & oneway:foot=-1", "backward")]
    [InlineData("highway=steps & conveying=forward & oneway:foot=no", null)]
    [InlineData("highway=footway & foot:backward=no", "forward")]
    [InlineData("highway=footway & oneway=yes", "forward")]
    [InlineData("highway=footway & oneway=-1 & bicycle=no", "backward")]
    [InlineData("highway=footway & oneway=yes & bicycle=yes", null)]
    [InlineData("highway=path & oneway=yes", null)]
    [InlineData("highway=pedestrian & oneway=yes", null)]
    [InlineData("highway=residential & oneway=yes", null)]
    public void OnlyAOneWayThatIsMeantForWalkersBindsThem(string tags, string? oneWay) =>
        Assert.Equal([oneWay], Edges(Street().Way(10, "1 2", tags).Read(), "oneway"));

    [Theory]
    [InlineData("highway=footway & layer=1", 1L)]
    [InlineData("highway=footway & layer=-1 & level=2", -1L)]
    [InlineData("highway=corridor & level=2", 2L)]
    [InlineData("highway=steps & level=0;1", null)]
    [InlineData("highway=footway & layer=0", null)]
    [InlineData("highway=footway & layer=999", null)]
    public void TheLayerOfAWayIsThatOfItsEdges(string tags, long? layer) =>
        Assert.Equal([layer], Edges(Street().Way(10, "1 2", tags).Read(), "vertical_layer"));

    private static OsmText Street() => new OsmText().Node(1, 0, 0).Node(2, 1, 0).Node(3, 2, 0).Node(4, 1, 1);

    private static List<object?> Edges(LayerBatch batch, string column) =>
        [.. batch.Layers[WorkspaceLayers.WalkEdges].Select(e => OsmText.Value(WorkspaceLayers.WalkEdges, e, column))];
}
