using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class EntranceTests
{
    [Theory]
    [InlineData("entrance=yes", "door", "open")]
    [InlineData("entrance=main & opening_hours=08:00-20:00", "door", "hours")]
    [InlineData("entrance=home & access=private", "door", "residents")]
    [InlineData("entrance=service & access=no", "door", "closed")]
    [InlineData("barrier=gate", "gate", "open")]
    [InlineData("barrier=gate & access=private", "gate", "residents")]
    [InlineData("barrier=gate & locked=yes", "gate", "closed")]
    public void ADoorOrGateOnABuildingIsItsEntrance(string tags, string kind, string access)
    {
        var row = Assert.Single(Read(new OsmText().Node(1, 0, 0, tags).Node(2, 1, 0).Node(3, 1, 1)
            .Way(5, "1 2 3 1", "building=apartments")));

        Assert.Equal(["node/1", "way/5", kind, access], row.Values.Take(4));
    }

    [Theory]
    [InlineData("entrance=no")]
    [InlineData("barrier=bollard")]
    public void OtherNodesAreNone(string tags) => Assert.Empty(Read(
        new OsmText().Node(1, 0, 0, tags).Node(2, 1, 0).Node(3, 1, 1).Way(5, "1 2 3 1", "building=apartments")));

    [Fact]
    public void ADoorOnNoOutlineIsNone() =>
        Assert.Empty(Read(new OsmText().Node(1, 0.5, 0.5, "entrance=yes").Square(5, 0, 0, 1, "building=apartments")));

    [Fact]
    public void AGateIsTheCompoundsAndADoorTheBuildingsWhereTheyShareTheNode()
    {
        var file = new OsmText().Node(1, 0, 0, "barrier=gate").Node(2, 2, 0, "entrance=yes").Node(3, 2, 2).Node(4, 0, 2)
            .Node(5, 1, 1).Way(5, "1 2 3 4 1", "landuse=residential & name=幸福小区").Way(6, "1 2 5 1",
                "building=apartments");

        Assert.Equal(["way/5", "way/6"], Read(file).Select(r => r.Values[1]));
    }

    [Theory]
    [InlineData("landuse=residential & name=幸福小区", true, true)]
    [InlineData("landuse=residential & name=幸福小区", false, false)]
    [InlineData("landuse=residential & name=幸福小区 & barrier=wall", false, true)]
    [InlineData("landuse=residential & name=幸福小区 & access=private", false, true)]
    [InlineData("landuse=residential", true, false)]
    public void NamedResidentialLandWithAGateOrWallIsACompound(string tags, bool hasGate, bool isCompound)
    {
        var batch = new OsmText().Node(1, 0, 0, hasGate ? "barrier=gate" : "").Node(2, 2, 0).Node(3, 2, 2)
            .Way(5, "1 2 3 1", tags).Read();

        Assert.Single(batch.Layers[WorkspaceLayers.ResidentialLand]);
        Assert.Equal(isCompound, batch.Layers.ContainsKey(WorkspaceLayers.Compounds));
    }

    [Fact]
    public void OnlyWhatIsWantedIsRead()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "building=school & amenity=school").Way(2, "11 12",
            "highway=footway")
            .Read(new OsmReadOptions([WorkspaceLayers.Facilities]));

        Assert.Equal([WorkspaceLayers.Facilities], batch.Layers.Keys);
    }

    private static List<LayerRow> Read(OsmText file) => [.. file.Read().Layers[WorkspaceLayers.Entrances]];
}
