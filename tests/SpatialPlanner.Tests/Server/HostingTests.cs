using System.Net;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Server;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class HostingTests
{
    [Fact]
    public async Task WhileLoadingTheServerIsAliveAndSaysWhenToAskAgain()
    {
        using var gate = new ManualResetEventSlim();
        await using var server = await TestServer.StartLoading(cancel =>
        {
            gate.Wait(cancel);
            return HandMadeLayers.Snapshot();
        });
        Assert.Equal("ok", await server.Client.GetStringAsync("/healthz"));
        foreach (var path in new[] { "/readyz", "/ogc", "/api/v1/workspace" })
        {
            using var answer = await server.Client.GetAsync(path);
            await TestServer.Problem(answer, HttpStatusCode.ServiceUnavailable);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        gate.Set();
        await server.Ready();
        await server.Get("/ogc");
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/ogc/collections")]
    [InlineData("/openapi/v1.json")]
    public async Task WhatCanBeReadCanBeAskedForItsHeaders(string path)
    {
        await using var server = await TestServer.StartLoading(_ => HandMadeLayers.Snapshot());
        await server.Ready();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.NotNull(answer.Content.Headers.ContentType);
    }

    [Fact]
    public async Task AWorkspaceThatCannotBeUsedIsNamedInTheAnswers()
    {
        await using var server = await TestServer.StartLoading(_ => throw InputException.Fatal(
            "x.gpkg", null, new("文件已损坏", "the file is damaged"), new("重新导入", "import again")));
        await Task.Delay(200);
        var problem = await server.GetProblem("/ogc", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("x.gpkg: the file is damaged - import again", (string)problem["detail"]!);
    }

    [Fact]
    public async Task AnEditedWorkspaceIsServedAnew()
    {
        var path = Path.GetTempFileName();
        try
        {
            await using var server = await TestServer.StartLoading(
                _ => HandMadeLayers.Snapshot(File.ReadAllText(path)), o => o with { WorkspacePath = path });
            await server.Ready();
            var before = await server.Client.GetStringAsync("/readyz");
            await File.WriteAllTextAsync(path, "second");
            for (var i = 0; i < 100 && await server.Client.GetStringAsync("/readyz") == before; i++)
            {
                await Task.Delay(50);
            }

            Assert.Equal("ready second", await server.Client.GetStringAsync("/readyz"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.7:5080")]
    public async Task AForeignHostNameGetsNothing(string host)
    {
        await using var server = await TestServer.Start(HandMadeLayers.Snapshot());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ogc");
        request.Headers.Host = host;
        using var answer = await server.Client.SendAsync(request);
        await TestServer.Problem(answer, HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "other machines")]
    [InlineData("http://*:5080", "other machines")]
    [InlineData("http://192.168.0.7:5080", "other machines")]
    [InlineData("http://planner.example", "other machines")]
    [InlineData("http://127.0.0.1:5080;http://[::]:5080", "other machines")]
    [InlineData("https://127.0.0.1:5080", "no address")]
    [InlineData("5080", "no address")]
    [InlineData("", "no address")]
    public void AnAddressThatIsNotLoopbackIsRefused(string urls, string words)
    {
        var problem = Assert.Throws<InputException>(
            () => PlannerServer.Build(new() { WorkspacePath = "w.gpkg", Urls = urls }));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:5080")]
    public async Task EveryFormOfLoopbackIsTaken(string urls) =>
        await PlannerServer.Build(new() { WorkspacePath = "w.gpkg", Urls = urls }).DisposeAsync();

    [Fact]
    public async Task AnotherMachineIsLetInOnlyWhenAskedFor() => await PlannerServer.Build(
        new() { WorkspacePath = "w.gpkg", Urls = "http://0.0.0.0:0", AllowRemote = true }).DisposeAsync();

    [Fact]
    public async Task ATakenPortIsSaidSo()
    {
        await using var server = await TestServer.Start(HandMadeLayers.Snapshot());
        var taken = server.Client.BaseAddress!.ToString().TrimEnd('/');
        var options = new PlannerServerOptions { WorkspacePath = "w.gpkg", Urls = taken };
        var problem = await Assert.ThrowsAsync<InputException>(
            () => PlannerServer.RunAsync(options, _ => { }, CancellationToken.None));
        Assert.Contains("cannot listen", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingStopsTheServer()
    {
        using var stop = new CancellationTokenSource();
        var options = new PlannerServerOptions { WorkspacePath = "none.gpkg", Urls = "http://127.0.0.1:0" };
        IReadOnlyCollection<string> addresses = [];
        await PlannerServer.RunAsync(options, a => { addresses = a; stop.Cancel(); }, stop.Token);
        Assert.DoesNotContain(":0", Assert.Single(addresses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswerForbidsSniffingAndForeignContent()
    {
        await using var server = await TestServer.Start(HandMadeLayers.Snapshot());
        foreach (var path in new[] { "/ogc", "/nothing", "/healthz" })
        {
            using var answer = await server.Client.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith(
                "default-src 'self'; img-src 'self' data:; ", answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnOnlineBaseMapIsAllowedOnlyFromWhereTheUserSays()
    {
        await using var server = await TestServer.Start(
            HandMadeLayers.Snapshot(), o => o with { BaseMapOrigins = ["https://tile.example"] });
        using var answer = await server.Client.GetAsync("/ogc");
        Assert.Contains(
            "img-src 'self' data: https://tile.example; ", answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("http://tile.example")]
    [InlineData("https://tile.example/path")]
    [InlineData("https://tile.example; script-src *")]
    public void WhatIsNoOriginIsRefused(string origin) => Assert.Throws<InputException>(
        () => PlannerServer.Build(new() { WorkspacePath = "w.gpkg", BaseMapOrigins = [origin] }));

    [Fact]
    public async Task WrongAddressesAndMethodsAreProblemsToo()
    {
        await using var server = await TestServer.Start(HandMadeLayers.Snapshot());
        await server.GetProblem("/nothing", HttpStatusCode.NotFound);
        await server.GetProblem("/api/v1/nothing", HttpStatusCode.NotFound);
        using var answer = await server.Client.DeleteAsync("/ogc");
        await TestServer.Problem(answer, HttpStatusCode.MethodNotAllowed);
    }
}
