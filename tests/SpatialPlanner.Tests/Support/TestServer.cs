using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SpatialPlanner.Server;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Tests.Support;

/// <summary>The real host on a free port of loopback, and a client for it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app)
    {
        this.app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public HttpClient Client { get; }

    /// <summary>What is served now.</summary>
    public Snapshot Snapshot => app.Services.GetRequiredService<SnapshotStore>().Now();

    /// <summary>Serves what a function loads, without waiting until it has.</summary>
    public static async Task<TestServer> StartLoading(
        Func<CancellationToken, Snapshot> load, Func<PlannerServerOptions, PlannerServerOptions>? change = null)
    {
        var options = new PlannerServerOptions { WorkspacePath = "none.gpkg", Urls = "http://127.0.0.1:0" };
        var app = PlannerServer.Build(change?.Invoke(options) ?? options, load);
        await app.StartAsync();
        return new TestServer(app);
    }

    /// <summary>Serves a snapshot, once it is ready.</summary>
    public static async Task<TestServer> Start(
        Snapshot snapshot, Func<PlannerServerOptions, PlannerServerOptions>? change = null)
    {
        var server = await StartLoading(_ => snapshot, change);
        await server.Ready();
        return server;
    }

    /// <summary>Serves a workspace file, once it is ready.</summary>
    public static async Task<TestServer> StartOn(string workspacePath)
    {
        var app = PlannerServer.Build(new() { WorkspacePath = workspacePath, Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
        var server = new TestServer(app);
        await server.Ready();
        return server;
    }

    public async Task Ready()
    {
        for (var i = 0; i < 600; i++)
        {
            using var answer = await Client.GetAsync("/readyz");
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("The server did not become ready in 30 s.");
    }

    /// <summary>A JSON document that must be there.</summary>
    public async Task<JsonNode> Get(string path)
    {
        using var answer = await Client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The answer to a question that must be good.</summary>
    public async Task<JsonNode> Post(string path, string json)
    {
        using var answer = await PostAny(path, json);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<HttpResponseMessage> PostAny(string path, string json) =>
        Client.PostAsync(path, new StringContent(json, null, "application/json"));

    /// <summary>A problem document of a status.</summary>
    public static async Task<JsonNode> Problem(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["detail_zh"]!);
        return problem;
    }

    public async Task<JsonNode> GetProblem(string path, HttpStatusCode status)
    {
        using var answer = await Client.GetAsync(path);
        return await Problem(answer, status);
    }

    public async Task<JsonNode> PostProblem(string path, string json, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var answer = await PostAny(path, json);
        return await Problem(answer, status);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
