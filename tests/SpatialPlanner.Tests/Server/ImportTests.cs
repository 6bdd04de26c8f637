using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

/// <summary>Imports over HTTP on a real workspace file: upload, look, read, store, cancel.</summary>
public sealed class ImportTests : IDisposable
{
    private const string Shops = "编号,名称,服务,经度,纬度\nF1,\"北林\"\"老店\"\"\",菜市场,108.9402,34.2611\nF2,坏行,菜市场,abc,34\n";
    private readonly TempFolder _folder = new();

    private string Workspace => _folder.File("w.gpkg");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileIsLookedAtReadAndStored()
    {
        await using var server = await Start();
        var id = await Upload(server, "设施.csv", Shops);

        var seen = (await server.Post($"/api/v1/imports/{id}/inspect", "{}"))["tables"]![0]!;
        Assert.Equal("facilities", (string)seen["suggested_layer"]!);
        Assert.Equal("utf-8", (string)seen["encoding"]!["name"]!);
        Assert.Equal("EPSG:4326", (string)seen["crs"]!["code"]!);
        Assert.Equal(["id", "name", "services", "lon", "lat"], seen["fields"]!.AsArray().Select(f => (string)f!["column"]!));
        Assert.Equal("北林\"老店\"", (string)seen["first_rows"]![0]![1]!);
        Assert.Single(seen["sample"]!["geometries"]!.AsArray());

        var read = await Job(server, $"/api/v1/imports/{id}/check", """{"layer":"facilities"}""");
        Assert.Equal("done", (string)read["state"]!);
        Assert.False((bool)read["result"]!["stored"]!);
        var problem = Assert.Single(read["result"]!["problems"]!.AsArray())!;
        Assert.Equal("rejected", (string)problem["severity"]!);
        Assert.Equal("line 3", (string)problem["place"]!);
        Assert.Equal(0, Count());

        var stored = await Job(server, $"/api/v1/imports/{id}/commit", "{}");
        Assert.True((bool)stored["result"]!["stored"]!);
        Assert.Equal(1, Count());
        await server.GetProblem($"/api/v1/imports/{id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ACancelledImportLeavesNothing()
    {
        await using var server = await Start();
        var id = await Upload(server, "a.csv", Shops);
        using var gone = await server.Client.DeleteAsync($"/api/v1/imports/{id}");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await server.GetProblem($"/api/v1/imports/{id}", HttpStatusCode.NotFound);
        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task CancellingAnImportStopsWhatItDoes()
    {
        await using var server = await Start();
        var rows = new StringBuilder("id,name,services,lon,lat\n");
        for (var i = 0; i < 200_000; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"F{i},a,meals,108.94,34.26\n");
        }

        var id = await Upload(server, "a.csv", rows.ToString());
        var job = await server.Post($"/api/v1/imports/{id}/check", """{"layer":"facilities"}""");
        using var gone = await server.Client.DeleteAsync($"/api/v1/imports/{id}");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var events = await server.Client.GetAsync($"/api/v1/jobs/{(string)job["id"]!}/events");
        await events.Content.ReadAsStringAsync();
        var ended = await server.Get($"/api/v1/jobs/{(string)job["id"]!}");
        // Begun or not yet: then there is no import to read.
        Assert.True((string)ended["state"]! is "cancelled" || (int)ended["problem"]!["status"]! == 404, ended.ToJsonString());
        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task WhatCanBeSaidIsListed()
    {
        await using var server = await Start();
        var choices = await server.Get("/api/v1/import-choices");
        var facilities = choices["layers"]!.AsArray().Single(l => (string)l!["name"]! == "facilities")!;
        Assert.Equal("point", (string)facilities["geometry"]!);
        var name = facilities["columns"]!.AsArray().Single(c => (string)c!["name"]! == "name")!;
        Assert.Contains("名称", name["other_names"]!.AsArray().Select(n => (string)n!));
        Assert.DoesNotContain("network_repairs", choices["layers"]!.AsArray().Select(l => (string)l!["name"]!));
        var systems = choices["coordinate_systems"]!.AsArray();
        Assert.Equal(108.0, (double)systems.Single(s => (string)s!["code"]! == "EPSG:4545")!["central_meridian"]!);
        Assert.True((bool)systems.Single(s => (string)s!["code"]! == "EPSG:4610")!["needs_shift"]!);
        Assert.Contains("GCJ-02", systems.Select(s => (string)s!["code"]!));
        Assert.True((long)choices["limits"]!["file_bytes"]! > 0);
    }

    [Fact]
    public async Task AColumnMappedFromNothingStaysEmpty()
    {
        await using var server = await Start();
        var id = await Upload(server, "设施.csv", Shops);
        var body = """{"layer":"facilities","map":{"name":"","operator":"名称"}}""";
        var seen = (await server.Post($"/api/v1/imports/{id}/inspect", body))["tables"]![0]!;
        Assert.Equal("operator", (string)seen["fields"]![1]!["column"]!);
        await Job(server, $"/api/v1/imports/{id}/check", body);
        await Job(server, $"/api/v1/imports/{id}/commit", "{}");
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        var row = Assert.Single(workspace.Read(WorkspaceLayers.Facilities));
        Assert.Null(row.Values[WorkspaceLayers.Facilities.Require("name")]);
        Assert.Equal("北林\"老店\"", row.Values[WorkspaceLayers.Facilities.Require("operator")]);
    }

    [Fact]
    public async Task ACommitNeedsSomethingRead()
    {
        await using var server = await Start();
        var id = await Upload(server, "a.csv", Shops);
        await server.PostProblem($"/api/v1/imports/{id}/commit", "{}", HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("{\"layer\":\"castles\"}", "layer")]
    [InlineData("{\"colour\":1}", "colour")]
    public async Task WrongWordsAreNamed(string body, string field)
    {
        await using var server = await Start();
        var id = await Upload(server, "a.csv", Shops);
        Assert.Equal(field, (string)(await server.PostProblem($"/api/v1/imports/{id}/check", body))["field"]!);
    }

    [Fact]
    public async Task AFileThatCannotBeReadFailsItsJobWithASentence()
    {
        await using var server = await Start();
        var id = await Upload(server, "a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{]}");
        var read = await Job(server, $"/api/v1/imports/{id}/check", """{"layer":"facilities"}""");
        Assert.Equal("failed", (string)read["state"]!);
        Assert.Contains("a.geojson: line 1", (string)read["problem"]!["detail"]!["en"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventsTellAJobToItsEnd()
    {
        await using var server = await Start();
        var id = await Upload(server, "a.csv", Shops);
        var job = await server.Post($"/api/v1/imports/{id}/check", """{"layer":"facilities"}""");
        using var events = await server.Client.GetAsync($"/api/v1/jobs/{(string)job["id"]!}/events");
        Assert.Equal("text/event-stream", events.Content.Headers.ContentType!.MediaType);
        var last = (await events.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Equal("done", (string)JsonNode.Parse(last["data: ".Length..])!["state"]!);
    }

    [Theory]
    [InlineData("..%2F..%2Fescape.csv", null)]
    [InlineData(".hidden", null)]
    [InlineData("a%20%22b%22.csv", "a \"b\".csv")]
    public async Task NamesStayInTheirFolder(string sent, string? kept)
    {
        await using var server = await Start();
        var id = (string)(await server.Post("/api/v1/imports", "{}"))["id"]!;
        using var put = await server.Client.PutAsync($"/api/v1/imports/{id}/files/{sent}", new ByteArrayContent([1]));
        Assert.Equal(kept is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(kept, (string?)(await server.Get($"/api/v1/imports/{id}"))["files"]!.AsArray().FirstOrDefault());
    }

    [Fact]
    public async Task APageOfAnotherOriginCannotBegin()
    {
        await using var server = await Start();
        using var answer = await server.Client.PostAsync("/api/v1/imports", new StringContent("{}", Encoding.UTF8, "text/plain"));
        await TestServer.Problem(answer, HttpStatusCode.UnsupportedMediaType);
    }

    private async Task<TestServer> Start()
    {
        GeoPackageWorkspace.Create(Workspace).Dispose();
        return await TestServer.StartOn(Workspace);
    }

    private static async Task<string> Upload(TestServer server, string name, string text)
    {
        var id = (string)(await server.Post("/api/v1/imports", "{}"))["id"]!;
        using var put = await server.Client.PutAsync(
            $"/api/v1/imports/{id}/files/{Uri.EscapeDataString(name)}", new ByteArrayContent(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        return id;
    }

    private static async Task<JsonNode> Job(TestServer server, string path, string body)
    {
        using var answer = await server.PostAny(path, body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        for (var i = 0; i < 200; i++)
        {
            var job = await server.Get($"/api/v1/jobs/{id}");
            if ((string)job["state"]! != "running")
            {
                return job;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The job did not end in 10 s.");
    }

    private long Count()
    {
        using var workspace = GeoPackageWorkspace.Open(Workspace, readOnly: true);
        return workspace.Count(WorkspaceLayers.Facilities);
    }
}
