using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Features;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class BoundaryTests
{
    [Theory]
    [InlineData("4", null)]
    [InlineData("5", null)]
    [InlineData("6", "district")]
    [InlineData("7", "district")]
    [InlineData("8", "subdistrict")]
    [InlineData("9", "community")]
    [InlineData("10", "community")]
    [InlineData("11", "community")]
    [InlineData("12", null)]
    [InlineData(null, null)]
    public void LevelsAreTheOnesOfChina(string? adminLevel, string? level) =>
        Assert.Equal(level, Boundaries.LevelOf(adminLevel));

    [Fact]
    public void ABoundarysParentIsTheSmallestOfAHigherLevelAroundIt()
    {
        var rows = Read(new OsmText()
            .Square(1, 0, 0, 10,
                "boundary=administrative & admin_level=6 & name=北区 & name:en=North & ref=610103 & population=900")
            .Square(2, 0, 0, 5, "boundary=administrative & admin_level=8 & name=东街道")
            .Square(3, 1, 1, 1, "boundary=administrative & admin_level=10 & name=甲社区")
            .Square(4, 7, 7, 1, "boundary=administrative & admin_level=10 & name=乙社区"));

        Assert.Equal(["610103", "way/2", "way/3", "way/4"], Column(rows, "code"));
        Assert.Equal(["district", "subdistrict", "community", "community"], Column(rows, "level"));
        Assert.Equal([null, "610103", "way/2", "610103"], Column(rows, "parent_code"));
        Assert.Equal(["North", 900L], new[] { "name_en", "population" }.Select(c => Column(rows, c)[0]));
    }

    [Fact]
    public void ACodeThatTwoBoundariesHaveIsNoCode()
    {
        var rows = Read(new OsmText().Square(1, 0, 0, 1, "boundary=administrative & admin_level=10 & ref=7")
            .Square(2, 5, 0, 1, "boundary=administrative & admin_level=10 & ref=7"));

        Assert.Equal(["way/1", "way/2"], Column(rows, "code"));
    }

    [Fact]
    public void ARelationStandsForItsWaysAndTheyAreNoBoundariesOfTheirOwn()
    {
        var rows = Read(new OsmText().Node(1, 0, 0).Node(2, 1, 0).Node(3, 1, 1)
            .Way(1, "1 2 3", "boundary=administrative & admin_level=8").Way(2, "3 1",
                "boundary=administrative & admin_level=8")
            .Relation(9, "outer:1 outer:2", "type=boundary & boundary=administrative & admin_level=8 & name=东街道"));

        Assert.Equal(["relation/9"], Column(rows, "code"));
    }

    [Fact]
    public void ABoundaryCutOffByTheExtractIsRejectedAndCounted()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "building=yes")
            .Relation(9, "outer:1 outer:99", "type=boundary & boundary=administrative & admin_level=8").Read();

        Assert.Empty(batch.Layers[WorkspaceLayers.Boundaries]);
        Assert.Equal(1, batch.RowsRead[WorkspaceLayers.Boundaries]);
        Assert.Equal("relation/9", Assert.Single(batch.Problems).Place);
    }

    private static List<LayerRow> Read(OsmText file) => [.. file.Read().Layers[WorkspaceLayers.Boundaries]];

    private static List<object?> Column(List<LayerRow> rows, string column) =>
        [.. rows.Select(r => OsmText.Value(WorkspaceLayers.Boundaries, r, column))];
}
