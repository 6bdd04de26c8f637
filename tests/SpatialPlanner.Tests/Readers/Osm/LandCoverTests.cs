using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Readers.Osm.Features;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class LandCoverTests
{
    [Theory]
    [InlineData("natural=water & water=lake", "water")]
    [InlineData("waterway=riverbank", "water")]
    [InlineData("landuse=reservoir", "water")]
    [InlineData("leisure=park", "park")]
    [InlineData("leisure=garden", "park")]
    [InlineData("landuse=forest", "wood")]
    [InlineData("natural=wood", "wood")]
    [InlineData("landuse=grass", "green")]
    [InlineData("landuse=residential", null)]
    [InlineData("natural=tree", null)]
    [InlineData("building=yes", null)]
    public void TheTagsTellTheKind(string tags, string? kind) => Assert.Equal(
        kind, LandCover.KindOf(tags.Split(" & ").Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1])));

    [Fact]
    public void AnIslandIsAHoleInTheLake()
    {
        var row = Assert.Single(Rows(new OsmText().Square(1, 0, 0, 9, "").Square(2, 3, 3, 1, "")
            .Relation(7, "outer:1 inner:2", "type=multipolygon & natural=water & name=莲湖")));
        Assert.Equal(["relation/7", "莲湖", "water"], row.Values);
        Assert.Equal(1, Assert.IsType<Polygon>(row.Geometry).NumInteriorRings);
    }

    [Fact]
    public void AParkIsGroundAndFacilityAtOnce()
    {
        var batch = new OsmText().Square(1, 0, 0, 3, "leisure=park & name=西园").Read();
        Assert.Equal("park", Assert.Single(batch.Layers[WorkspaceLayers.LandCover]).Values[2]);
        Assert.Equal("西园", Assert.Single(batch.Layers[WorkspaceLayers.Facilities]).Values[1]);
    }

    [Fact]
    public void ARiverThatIsALineAloneHasNoBanksAndIsLeftOutWithoutAWord()
    {
        var batch = new OsmText().Node(1, 0, 0).Node(2, 5, 0).Way(9, "1 2", "waterway=river")
            .Square(3, 7, 7, 1, "natural=water").Read();
        Assert.Single(batch.Layers[WorkspaceLayers.LandCover]);
        Assert.Empty(batch.Problems);
    }

    [Fact]
    public void WaterThatNobodyAskedForIsNotReadNorIsAFaultInItTold()
    {
        var text = new OsmText().Square(1, 0, 0, 3, "building=yes").Node(5, 0, 0).Node(6, 1, 1)
            .Way(8, "5 6", "").Relation(7, "outer:8", "type=multipolygon & natural=water");
        var batch = text.Read(new OsmReadOptions([WorkspaceLayers.Buildings]));
        Assert.False(batch.Layers.ContainsKey(WorkspaceLayers.LandCover));
        Assert.Empty(batch.Problems);
    }

    private static IEnumerable<LayerRow> Rows(OsmText text) => text.Read().Layers[WorkspaceLayers.LandCover];
}
