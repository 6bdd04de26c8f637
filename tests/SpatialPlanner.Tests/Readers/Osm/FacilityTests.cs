using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Features;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class FacilityTests
{
    private static readonly Facilities Default = new(Pack.Default);

    [Theory]
    [InlineData("amenity=social_facility & social_facility:for=senior", "elderly_care")]
    [InlineData("amenity=social_facility & social_facility=day_care", "elderly_care")]
    [InlineData("amenity=social_facility & social_facility=day_care & social_facility:for=child", null)]
    [InlineData("amenity=nursing_home", "elderly_care")]
    [InlineData("amenity=nursery", "infant_care")]
    [InlineData("amenity=childcare & after_school=yes", "infant_care;child_custody")]
    [InlineData("amenity=prep_school", "child_custody")]
    [InlineData("amenity=canteen", "meals")]
    [InlineData("amenity=social_facility & social_facility=soup_kitchen", "meals")]
    [InlineData("amenity=restaurant & name=幸福社区食堂", "meals")]
    [InlineData("amenity=restaurant & name=川菜馆", null)]
    [InlineData("shop=convenience", "household")]
    [InlineData("craft=key_cutter", "household")]
    [InlineData("amenity=post_office", "household")]
    [InlineData("amenity=doctors", "health")]
    [InlineData("healthcare=community_health_centre", "health")]
    [InlineData("leisure=fitness_station", "sports")]
    [InlineData("leisure=pitch", "sports")]
    [InlineData("leisure=pitch & access=private", null)]
    [InlineData("amenity=library", "culture")]
    [InlineData("tourism=museum", "culture")]
    [InlineData("leisure=playground", "play")]
    [InlineData("amenity=kindergarten", "kindergarten")]
    [InlineData("amenity=school & isced:level=1", "primary_school")]
    [InlineData("amenity=school & name=光明小学", "primary_school")]
    [InlineData("amenity=school & isced:level=1;2", "primary_school;middle_school")]
    [InlineData("amenity=school & isced:level=2", "middle_school")]
    [InlineData("amenity=school & name=第三中学", "middle_school")]
    [InlineData("amenity=school", "primary_school;middle_school")]
    [InlineData("amenity=marketplace", "market")]
    [InlineData("shop=greengrocer", "market")]
    [InlineData("leisure=park", "park")]
    [InlineData("leisure=park & access=no", null)]
    [InlineData("leisure=garden & name=兴庆花园", "park")]
    [InlineData("leisure=garden", null)]
    [InlineData("place=square", "park")]
    [InlineData("amenity=pharmacy & healthcare=pharmacy", "pharmacy")]
    [InlineData("healthcare=pharmacy", "pharmacy")]
    [InlineData("amenity=community_centre", "culture;community_centre")]
    [InlineData("amenity=townhall", "community_centre")]
    [InlineData("office=government & name=东关社区居委会", "community_centre")]
    [InlineData("office=government", null)]
    [InlineData("amenity=school & disused=yes", null)]
    [InlineData("amenity=school & abandoned=yes", null)]
    [InlineData("disused:amenity=school", null)]
    public void TagsMakeServices(string tags, string? services) => Assert.Equal(services, Default.ServicesOf(Tags(tags)));

    [Fact]
    public void EveryExpressionOfThePackIsHitByAnExample()
    {
        var examples = typeof(FacilityTests).GetMethod(nameof(TagsMakeServices))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(a => Tags((string)a.GetData(null!).Single()[0])).ToList();

        Assert.All(
            Pack.Default.Services.SelectMany(s => s.OsmTags),
            e => Assert.Contains(examples, TagExpression.Parse(e).Matches));
    }

    [Fact]
    public void APointInTheOutlineOfTheSamePlaceIsTakenOnce()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "amenity=school & name=光明小学")
            .Node(2, 0.5, 0.5, "amenity=school & name=光明小学").Node(3, 0.6, 0.5, "amenity=school & name=另一小学").Read();

        Assert.Equal(["node/3", "way/1"], Ids(batch));
        Assert.Equal("node/2", Assert.Single(batch.Problems).Place);
        Assert.Equal(3, batch.RowsRead[WorkspaceLayers.Facilities]);
    }

    [Fact]
    public void AnAreaInTheAreaOfTheSamePlaceIsTakenOnce()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "amenity=school & name=光明小学")
            .Square(2, 0.2, 0.2, 0.1, "building=school & amenity=school & name=光明小学")
            .Square(3, 0.6, 0.6, 0.1, "amenity=library & name=光明小学").Read();

        Assert.Equal(["way/1", "way/3"], Ids(batch));
        Assert.Equal(ProblemSeverity.Rejected, Assert.Single(batch.Problems).Severity);
    }

    [Fact]
    public void OfTwoAreasOnOneOutlineTheFirstStays()
    {
        var batch = new OsmText().Square(1, 0, 0, 1, "leisure=playground").Square(2, 0, 0, 1, "leisure=playground").Read();

        Assert.Equal(["way/1"], Ids(batch));
    }

    [Fact]
    public void AFacilityMappedAsALineIsAPointOnIt()
    {
        var row = Assert.Single(new OsmText().Node(1, 0, 0).Node(2, 1, 0).Node(3, 2, 0).Way(9, "1 2 3", "leisure=track").Read()
            .Layers[WorkspaceLayers.Facilities]);

        Assert.Equal("way/9", row.Values[0]);
        Assert.Equal("POINT (108.001 34)", row.Geometry!.AsText());
    }

    [Fact]
    public void ALineWithoutItsNodesIsRejected()
    {
        var batch = new OsmText().Node(1, 0, 0, "shop=farm").Way(9, "7 8", "leisure=track").Read();

        Assert.Equal(["node/1"], Ids(batch));
        Assert.Equal(2, batch.RowsRead[WorkspaceLayers.Facilities]);
    }

    private static IEnumerable<object?> Ids(LayerBatch batch) =>
        batch.Layers[WorkspaceLayers.Facilities].Select(r => r.Values[0]);

    private static Dictionary<string, string> Tags(string text) =>
        text.Split(" & ").Select(t => t.Split('=', 2)).ToDictionary(t => t[0], t => t[1]);
}
