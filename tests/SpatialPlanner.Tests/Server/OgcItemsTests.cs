using System.Net;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class OgcItemsTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.Start(HandMadeLayers.Snapshot());

    public async Task DisposeAsync() => await server.DisposeAsync();

    private static string[] Ids(JsonNode page) => [.. page["features"]!.AsArray().Select(f => (string)f!["id"]!)];

    private static string? LinkTo(JsonNode page, string rel) =>
        (string?)page["links"]!.AsArray().SingleOrDefault(l => (string)l!["rel"]! == rel)?["href"];

    private async Task<string[]> IdsAt(string query) => Ids(await server.Get($"/ogc/collections/{query}"));

    [Theory]
    [InlineData("")]
    [InlineData("&gated=true")]
    [InlineData("&bbox=0.2,0.1,0.9,0.8")]
    public async Task FollowingNextToTheEndGivesTheWholeOnce(string filter)
    {
        var whole = await IdsAt($"points/items?limit=1000{filter}");
        var paged = new List<string>();
        var next = $"/ogc/collections/points/items?limit=10{filter}";
        while (next is not null)
        {
            var page = await server.Get(next);
            Assert.Equal(whole.Length, (int)page["numberMatched"]!);
            Assert.Equal(Ids(page).Length, (int)page["numberReturned"]!);
            paged.AddRange(Ids(page));
            next = LinkTo(page, "next");
        }

        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task FollowingPrevFromTheLastPageComesToTheFirst()
    {
        var page = await server.Get("/ogc/collections/points/items?limit=50&offset=100");
        Assert.Null(LinkTo(page, "next"));
        page = await server.Get(LinkTo(page, "prev")!);
        page = await server.Get(LinkTo(page, "prev")!);
        Assert.Equal("p/000", Ids(page)[0]);
        Assert.Null(LinkTo(page, "prev"));
    }

    [Fact]
    public async Task ABoxGivesWhatLookingAtEveryPointGives()
    {
        var random = new Random(3);
        var rows = HandMadeLayers.Points().Rows;
        for (var i = 0; i < 30; i++)
        {
            var (w, s) = (Math.Round(random.NextDouble(), 3), Math.Round(random.NextDouble(), 3));
            var (e, n) = (Math.Round(w + random.NextDouble(), 3), Math.Round(s + random.NextDouble(), 3));
            var expected = rows.Where(r => r.Geometry is Point p && p.X >= w && p.X <= e && p.Y >= s && p.Y <= n)
                .Select(r => (string)r.Values[0]!);
            var box = FormattableString.Invariant($"{w},{s},{e},{n}");
            Assert.Equal(expected, await IdsAt($"points/items?bbox={box}"));
        }
    }

    [Fact]
    public async Task ABoxThatMeetsOnlyTheEnvelopeOfAShapeMissesIt()
    {
        Assert.Empty(await IdsAt("areas/items?bbox=8,8,9,9"));
        Assert.Equal(["t"], await IdsAt("areas/items?bbox=4,4,9,9"));
        Assert.Equal(["t"], await IdsAt("areas/items?bbox=1,1,1,1"));
    }

    [Fact]
    public async Task ABoxAcrossTheAntimeridianIsTheTwoSidesOfIt() =>
        Assert.Equal(["west", "east"], await IdsAt("islands/items?bbox=179,-1,-179,1"));

    [Fact]
    public async Task HeightsInABoxAreIgnored() =>
        Assert.Equal(["far"], await IdsAt("islands/items?bbox=-1,-1,-100,1,1,100"));

    [Theory]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,2,3,x", "bbox")]
    [InlineData("bbox=NaN,0,1,1", "bbox")]
    [InlineData("bbox=0,5,1,4", "bbox")]
    [InlineData("bbox=34,108,35,109", "bbox")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("datetime=yesterday", "datetime")]
    [InlineData("datetime=../..", "datetime")]
    [InlineData("storeys=tall", "storeys")]
    [InlineData("gated=1", "gated")]
    [InlineData("colour=red", "colour")]
    [InlineData("f=html", "f")]
    public async Task AParameterThatCannotBeUsedIsNamed(string query, string field)
    {
        var problem = await server.GetProblem($"/ogc/collections/points/items?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(field, (string)problem["field"]!);
    }

    [Fact]
    public async Task ALimitAboveTheLargestIsTheLargest() =>
        Assert.Equal(HandMadeLayers.PointCount, (await IdsAt("points/items?limit=99999999&f=json")).Length);

    [Theory]
    [InlineData("storeys=3", 27)]
    [InlineData("gated=false", 68)]
    [InlineData("area_m2=2.25", 1)]
    [InlineData("name=name%2012", 1)]
    [InlineData("storeys=3&gated=true&datetime=2020-01-01T00:00:00Z/..", 13)]
    [InlineData("name=nobody", 0)]
    public async Task PropertiesFilter(string query, int count) =>
        Assert.Equal(count, (await IdsAt($"points/items?{query}")).Length);

    [Fact]
    public async Task AnOffsetBeyondTheEndIsAnEmptyPage()
    {
        var page = await server.Get("/ogc/collections/points/items?offset=2000000000&limit=2000000000");
        Assert.Equal(0, (int)page["numberReturned"]!);
        Assert.Null(LinkTo(page, "next"));
    }

    [Theory]
    [InlineData("p/007")]
    [InlineData("p%2F007")]
    public async Task AnIdWithASlashIsFoundEncodedOrNot(string fid)
    {
        var feature = await server.Get($"/ogc/collections/points/items/{fid}");
        Assert.Equal("p/007", (string)feature["id"]!);
        Assert.NotNull(LinkTo(feature, "self"));
        Assert.NotNull(LinkTo(feature, "collection"));
    }

    [Fact]
    public async Task HostileNamesComeThroughUnchanged()
    {
        var feature = await server.Get("/ogc/collections/points/items/p/000");
        Assert.Equal(HandMadeLayers.HostileName, (string)feature["properties"]!["name"]!);
        var found = await IdsAt($"points/items?name={Uri.EscapeDataString(HandMadeLayers.HostileName)}");
        Assert.Equal(["p/000"], found);
    }

    [Fact]
    public async Task OuterRingsRunAnticlockwiseAndNotANumberIsNull()
    {
        var feature = await server.Get("/ogc/collections/areas/items/t");
        Assert.Equal("[[[0,0],[10,0],[0,10],[0,0]]]", feature["geometry"]!["coordinates"]!.ToJsonString());
        Assert.Null(feature["properties"]!["share"]);
    }

    [Fact]
    public async Task WhatIsNotThereIsNotFound()
    {
        await server.GetProblem("/ogc/collections/points/items/nobody", HttpStatusCode.NotFound);
        await server.GetProblem("/ogc/collections/nothing", HttpStatusCode.NotFound);
        await server.GetProblem("/ogc/collections/nothing/items", HttpStatusCode.NotFound);
    }
}
