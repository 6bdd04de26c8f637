using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Features;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class BuildingTests
{
    [Theory]
    [InlineData("building=mixed_use", "mixed")]
    [InlineData("building=apartments;retail", "mixed")]
    [InlineData("building=apartments & shop=supermarket", "mixed")]
    [InlineData("building=house & office=lawyer", "mixed")]
    [InlineData("building=terrace & amenity=cafe", "mixed")]
    [InlineData("building=apartments", "residential")]
    [InlineData("building=bungalow", "residential")]
    [InlineData("building=yes & building:flats=12", "residential")]
    [InlineData("building=yes & building:flats=12 & shop=bakery", "mixed")]
    [InlineData("building=yes", "residential")]
    [InlineData("building=yes & name=3号楼", "residential")]
    [InlineData("building=yes & shop=bakery", "other")]
    [InlineData("building=yes & amenity=school", "other")]
    [InlineData("building=yes & abandoned=yes", "other")]
    [InlineData("building=school", "other")]
    [InlineData("building=garage", "other")]
    public void EachRowOfTheUseTableDecides(string tags, string use)
    {
        var pairs = tags.Split(" & ").Select(t => t.Split('=')).ToDictionary(t => t[0], t => t[1]);

        Assert.Equal(use, BuildingRules.UseOf(pairs));
    }

    [Theory]
    [InlineData("5", 5L)]
    [InlineData("4.5", 5L)]
    [InlineData("4,5", 5L)]
    [InlineData("3;5", 5L)]
    [InlineData("3-6", 6L)]
    [InlineData("0", null)]
    [InlineData("-1", 1L)]
    [InlineData("many", null)]
    [InlineData("1000", null)]
    public void StoreysAreReadAsMappersWriteThem(string text, long? storeys) =>
        Assert.Equal(storeys, TagNumbers.Storeys(new Dictionary<string, string> { ["building:levels"] = text }));

    [Fact]
    public void FloorAreaIsGroundTimesStoreys()
    {
        var one = Only(new OsmText().Square(1, 0, 0, 0.1, "building=apartments & building:levels=1"));
        var six = Only(new OsmText().Square(1, 0, 0, 0.1, "building=apartments & building:levels=6"));
        var unsaid = Only(new OsmText().Square(1, 0, 0, 0.1, "building=apartments"));

        // 0.0001 degrees are 11.09 m north and 9.24 m east at 34 N.
        var ground = (double)Value(one, "floor_area_m2")!;
        Assert.InRange(ground, 102.3, 102.6);
        Assert.Equal(6 * ground, (double)Value(six, "floor_area_m2")!, 0.5);
        Assert.Equal(Pack.Default.Population.DefaultStoreys * ground, (double)Value(unsaid, "floor_area_m2")!, 0.5);
        Assert.Null(Value(unsaid, "storeys"));
    }

    [Fact]
    public void PeopleAndFlatsAreTakenFromTheTags()
    {
        var row = Only(new OsmText().Square(1, 0, 0, 0.1, "building=apartments & building:flats=12 & population=31"));

        Assert.Equal([12L, 31L, "given"], new[] { "dwellings", "population", "population_source" }.Select(c => Value(row, c)));
    }

    [Fact]
    public void ABuildingOfARelationHasItsCourtyard()
    {
        var row = Only(new OsmText().Square(1, 0, 0, 1, "").Square(2, 0.4, 0.4, 0.2, "")
            .Relation(7, "outer:1 inner:2", "type=multipolygon & building=yes"));

        Assert.Equal("relation/7", row.Values[0]);
        Assert.Equal(0.96e-6, row.Geometry!.Area, 1e-9);
    }

    [Fact]
    public void ARelationWithoutTagsStandsForItsTaggedOutline()
    {
        var row = Only(new OsmText().Square(1, 0, 0, 1, "building=house").Square(2, 0.4, 0.4, 0.2, "")
            .Relation(7, "outer:1 inner:2", "type=multipolygon"));

        Assert.Equal("relation/7", row.Values[0]);
        Assert.Equal("residential", Value(row, "use"));
    }

    [Fact]
    public void AnOutlineThatIsNotClosedIsRejectedAndCounted()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "building=yes").Node(2, 5, 5).Node(3, 6, 5).Node(4, 6, 6)
            .Way(9, "2 3 4", "building=yes").Way(10, "2 3 4 99 2", "building=yes").Read();

        Assert.Single(batch.Layers[WorkspaceLayers.Buildings]);
        Assert.Equal(3, batch.RowsRead[WorkspaceLayers.Buildings]);
        Assert.Equal(["way/9", "way/10"], batch.Problems.Select(p => p.Place));
        Assert.All(batch.Problems, p => Assert.Equal(ProblemSeverity.Rejected, p.Severity));
        Assert.All(batch.Problems, p => Assert.DoesNotContain('/', p.File));
    }

    [Fact]
    public void AnOutlineThatCrossesItselfIsRepairedAndTold()
    {
        var batch = new OsmText().Node(1, 0, 0).Node(2, 1, 1).Node(3, 1, 0).Node(4, 0, 1)
            .Way(9, "1 2 3 4 1", "building=yes").Read();

        Assert.True(Assert.Single(batch.Layers[WorkspaceLayers.Buildings]).Geometry!.IsValid);
        Assert.Equal(ProblemSeverity.Repaired, Assert.Single(batch.Problems).Severity);
    }

    [Fact]
    public void EveryProblemIsToldAlsoWhereThereAreMany()
    {
        var file = new OsmText().Square(1, 0, 0, 1, "building=yes");
        for (var id = 100; id < 150; id++)
        {
            file.Way(id, "11 12 9999 11", "building=yes");
        }

        Assert.Equal(50, file.Read().Problems.Count);
    }

    private static LayerRow Only(OsmText file) => Assert.Single(file.Read().Layers[WorkspaceLayers.Buildings]);

    private static object? Value(LayerRow row, string column) => OsmText.Value(WorkspaceLayers.Buildings, row, column);
}
