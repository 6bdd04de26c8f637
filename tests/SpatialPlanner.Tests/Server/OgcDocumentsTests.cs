using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class OgcDocumentsTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.Start(HandMadeLayers.Snapshot());

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/")]
    public async Task TheLandingPageLinksEverythingAndEveryLinkHasItsMediaType(string path)
    {
        var links = (await server.Get(path))["links"]!.AsArray();
        Assert.Equal(
            ["self", "service-desc", "service-doc", "conformance", "data"], links.Select(l => (string)l!["rel"]!));
        foreach (var link in links.Where(l => (string)l!["rel"]! != "service-doc"))
        {
            using var answer = await server.Client.GetAsync((string)link!["href"]!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal((string)link["type"]!, answer.Content.Headers.ContentType!.ToString().Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task TheConformanceClassesAreThoseOfPart1()
    {
        var classes = (await server.Get("/ogc/conformance"))["conformsTo"]!.AsArray().Select(c => (string)c!);
        Assert.Equal(
            ["core", "oas30", "geojson"],
            classes.Select(c => c.Replace("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EveryLayerIsACollectionWithItsExtent()
    {
        var collections = (await server.Get("/ogc/collections"))["collections"]!.AsArray();
        Assert.Equal(["points", "areas", "table", "islands"], collections.Select(c => (string)c!["id"]!));
        Assert.Equal("[0,0,10,10]", collections[1]!["extent"]!["spatial"]!["bbox"]![0]!.ToJsonString());
        Assert.Null(collections[2]!["extent"]);
        foreach (var c in collections)
        {
            Assert.Equal("feature", (string)c!["itemType"]!);
            var alone = await server.Get($"/ogc/collections/{c["id"]}");
            Assert.True(JsonNode.DeepEquals(c, alone));
        }
    }

    [Fact]
    public async Task TheOpenApiDocumentIsVersion3AndNamesTheRoutes()
    {
        var document = await server.Get("/openapi/v1.json");
        Assert.StartsWith("3.0.", (string)document["openapi"]!, StringComparison.Ordinal);
        var paths = document["paths"]!.AsObject();
        Assert.Contains("/ogc/collections/{id}/items", paths.Select(p => p.Key));
        var parameters = paths["/ogc/collections/{id}/items"]!["get"]!["parameters"]!.AsArray();
        var limit = parameters.Single(p => (string)p!["name"]! == "limit")!;
        Assert.Equal(50_000, (int)limit["schema"]!["maximum"]!);
        Assert.Contains("bbox", parameters.Select(p => (string)p!["name"]!));
    }

    [Theory]
    [InlineData("/ogc?x=1")]
    [InlineData("/ogc/conformance?limit=1")]
    [InlineData("/ogc/collections?bbox=0,0,1,1")]
    [InlineData("/ogc/collections/points?q=")]
    [InlineData("/ogc/collections/points/items/p/001?limit=2")]
    public async Task AnUnknownParameterIsRefused(string path) =>
        await server.GetProblem(path, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("/ogc/collections/points/items?limit=3")]
    [InlineData("/ogc/collections/points")]
    public async Task AKnownAnswerIsNotSentAgain(string path)
    {
        using var first = await server.Client.GetAsync(path);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using var other = await server.Client.GetAsync("/ogc/collections/points/items?limit=4");
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }
}
