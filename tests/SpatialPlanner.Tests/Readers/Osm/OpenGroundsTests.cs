using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>Parks and squares without mapped gates are reached at their edge.</summary>
public sealed class OpenGroundsTests
{
    private const string Park = "leisure=park & name=公园";

    [Fact]
    public void APathIntoAParkMakesAnEntranceWhereItCrossesTheOutline()
    {
        var rows = Entrances(new OsmText().Square(5, 0, 0, 4, Park)
            .Node(1, -1, 2).Node(2, 2, 2).Way(9, "1 2", "highway=footway"));
        var entrance = Assert.Single(rows);
        Assert.Equal(["way/5/entrance/1", "way/5", "gate", "open"], entrance.Values.Take(4));
        Assert.Equal((108.0, 34.002), (entrance.Geometry!.Coordinate.X, entrance.Geometry.Coordinate.Y));
    }

    [Fact]
    public void AParkThatNoPathEntersIsReachedWhereItsOutlineIsNearestToAStreet()
    {
        // A street 0.0003° (28 m) west of the park.
        var rows = Entrances(new OsmText().Square(5, 0, 0, 4, Park)
            .Node(1, -0.3, -1).Node(2, -0.3, 5).Way(9, "1 2", "highway=residential"));
        Assert.Equal(108.0, Assert.Single(rows).Geometry!.Coordinate.X);
    }

    [Fact]
    public void AParkFarFromEveryStreetHasNone() => Assert.Empty(Entrances(new OsmText().Square(5, 0, 0, 4, Park)
        .Node(1, -3, -1).Node(2, -3, 5).Way(9, "1 2", "highway=residential")));

    [Fact]
    public void AMappedGateIsTheOnlyWayIn()
    {
        var rows = Entrances(new OsmText().Node(11, 0, 0, "barrier=gate").Node(12, 4, 0).Node(13, 4, 4).Node(14, 0, 4)
            .Way(5, "11 12 13 14 11", Park).Node(1, -1, 2).Node(2, 2, 2).Way(9, "1 2", "highway=footway"));
        Assert.Equal("node/11", Assert.Single(rows).Values[0]);
    }

    [Fact]
    public void ASchoolIsNoOpenGround() => Assert.Empty(Entrances(new OsmText().Square(5, 0, 0, 4, "amenity=school")
        .Node(1, -1, 2).Node(2, 2, 2).Way(9, "1 2", "highway=footway")));

    private static List<LayerRow> Entrances(OsmText file) => [.. file.Read().Layers[WorkspaceLayers.Entrances]];
}
