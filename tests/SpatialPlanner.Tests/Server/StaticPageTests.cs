using System.Net;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Server;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class StaticPageTests : IDisposable
{
    private readonly string web = Directory.CreateTempSubdirectory("web").FullName;

    public void Dispose() => Directory.Delete(web, recursive: true);

    private void Put(string path, string text)
    {
        var file = Path.Combine(web, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private Task<TestServer> Serve()
    {
        Put("index.html", "<!doctype html>page");
        return TestServer.Start(HandMadeLayers.Snapshot(), o => o with { WebRoot = web });
    }

    private void PutLibraries()
    {
        Put("node_modules/leaflet/dist/leaflet.js", "leaflet");
        Put("node_modules/echarts/dist/echarts.esm.min.js", "echarts");
    }

    [Fact]
    public async Task ThePageAndItsLibrariesAreServed()
    {
        PutLibraries();
        Put("js/main.js", "main");
        await using var server = await Serve();
        Assert.Equal("<!doctype html>page", await server.Client.GetStringAsync("/"));
        Assert.Equal("leaflet", await server.Client.GetStringAsync("/vendor/leaflet/leaflet.js"));
        Assert.Equal("echarts", await server.Client.GetStringAsync("/vendor/echarts/echarts.esm.min.js"));
        using var script = await server.Client.GetAsync("/js/main.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.True(script.Headers.CacheControl!.NoCache);
        Assert.NotNull(script.Headers.ETag);
    }

    [Theory]
    [InlineData("/node_modules/leaflet/dist/leaflet.js")]
    [InlineData("/package.json")]
    [InlineData("/Package.JSON")]
    [InlineData("/test/a.test.js")]
    [InlineData("/.secret.js")]
    [InlineData("/%2e%2e/outside.js")]
    [InlineData("/js/..%2f..%2foutside.js")]
    public async Task WhatIsNotThePageIsNotServed(string path)
    {
        PutLibraries();
        Put("package.json", "{}");
        Put("test/a.test.js", "test");
        Put(".secret.js", "secret");
        await using var server = await Serve();
        using var answer = await server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task MissingLibrariesAreNamedWithTheWayToGetThem()
    {
        await using var server = await Serve();
        using var answer = await server.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("npm ci --prefix web", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void AWebFolderWithoutAPageIsRefused() => Assert.Throws<InputException>(
        () => PlannerServer.Build(new() { WorkspacePath = "w.gpkg", WebRoot = Path.Combine(web, "none") }));
}
