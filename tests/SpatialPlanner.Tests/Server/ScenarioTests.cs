using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

/// <summary>Scenarios over HTTP, on a workspace of their own each: they are written into it.</summary>
public sealed class ScenarioTests : IAsyncLifetime, IDisposable
{
    private const string Path = "/api/v1/scenarios";

    private readonly TempFolder folder = new();

    private TestServer Server { get; set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartOn(OneStreet.Write(folder));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private static string Place(double east)
    {
        var (lon, lat) = OneStreet.At(east, -10);
        return string.Create(CultureInfo.InvariantCulture, $"\"lon\": {lon}, \"lat\": {lat}");
    }

    private static string East => $$"""{"add": [{ {{Place(2000)}}, "services": ["meals"], "from": null, "name": "东头" }]}""";

    private async Task<JsonNode> Create(string name, string changes, string more = "") =>
        await JsonOf(await Server.PostAny(Path, $$"""{"name": {{JsonValue.Create(name).ToJsonString()}}, "changes": {{changes}}{{more}} }"""), HttpStatusCode.Created);

    private static async Task<JsonNode> JsonOf(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> Put(JsonNode id, string json) =>
        Server.Client.PutAsync($"{Path}/{id}", new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<int> CoveredAtMeals(string scenario) =>
        (int)(await Server.Post("/api/v1/coverage", $$"""{"service": "meals"{{scenario}} }"""))["gaps"]!.AsArray()
            .Single(g => (string)g!["level"]! == "district" && (string)g["group"]! == "all" && (string)g["denominator"]! == "people")!["covered"]!;

    [Fact]
    public async Task AScenarioIsSavedReadListedAndSavedAgain()
    {
        const string Hostile = "<script>alert(1)</script> \"方案甲\" '\u202E 🏘️";
        var saved = await Create(Hostile, East, """, "author": "王工", "note": "两处" """);
        Assert.Equal((Hostile, "王工", 1), ((string)saved["name"]!, (string)saved["author"]!, (int)saved["version"]!));
        var read = await Server.Get($"{Path}/{saved["id"]}");
        Assert.Equal(saved.ToJsonString(), read.ToJsonString());
        Assert.Equal("东头", (string)read["changes"]!["add"]![0]!["name"]!);
        var again = await JsonOf(await Put(saved["id"]!, """{"name": "B", "changes": {}, "version": 1}"""), HttpStatusCode.OK);
        Assert.Equal(("B", 2, (string)saved["created_at"]!), ((string)again["name"]!, (int)again["version"]!, (string)again["created_at"]!));
        Assert.Equal("B", (string)(await Server.Get(Path))["scenarios"]!.AsArray().Single()!["name"]!);
    }

    [Fact]
    public async Task CoverageOfAScenarioIsTodaysPlusTheWhatIf()
    {
        var before = await CoveredAtMeals("");
        var whatIf = await Server.Post("/api/v1/what-if", $$"""{"service": "meals", "add": [{ {{Place(2000)}} }]}""");
        var saved = await Create("east", East);
        Assert.Equal(60, (int)whatIf["newly_covered"]!["people"]!);
        Assert.Equal(before + 60, await CoveredAtMeals($$""", "scenario": "{{saved["id"]}}" """));
        var empty = await Create("nothing", "{}");
        Assert.Equal(before, await CoveredAtMeals($$""", "scenario": "{{empty["id"]}}" """));
        Assert.Equal(before, await CoveredAtMeals(""));
        // The pharmacy does not serve meals: a place for another service changes nothing here.
        var other = await Create("other", East.Replace("meals", "pharmacy", StringComparison.Ordinal));
        Assert.Equal(before, await CoveredAtMeals($$""", "scenario": "{{other["id"]}}" """));
    }

    [Fact]
    public async Task AnAnswerThatWasKeptIsNotGivenForAScenarioThatWasSavedAnew()
    {
        var saved = await Create("east", East);
        var question = $$"""{"service": "meals", "scenario": "{{saved["id"]}}"}""";
        using var first = await Server.PostAny("/api/v1/coverage", question);
        var tag = first.Headers.ETag!;
        (await Put(saved["id"]!, """{"name": "east", "changes": {}, "version": 1}""")).EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/coverage") { Content = new StringContent(question, Encoding.UTF8, "application/json") };
        request.Headers.IfNoneMatch.Add(tag);
        using var second = await Server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(tag, second.Headers.ETag);
    }

    [Fact]
    public async Task SavingAScenarioLeavesTheDistrictAsItIs()
    {
        var before = await Server.Get("/api/v1/workspace");
        await Create("east", East);
        await Task.Delay(700);
        var after = await Server.Get("/api/v1/workspace");
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task TheSecondWhoSavesOverTheSameVersionIsToldAndNothingIsLost()
    {
        var saved = await Create("A", East, """, "author": "甲" """);
        (await Put(saved["id"]!, """{"name": "A by one", "changes": {}, "author": "乙", "version": 1}""")).EnsureSuccessStatusCode();
        var problem = await TestServer.Problem(await Put(saved["id"]!, """{"name": "A by two", "changes": {}, "version": 1}"""), HttpStatusCode.Conflict);
        Assert.Contains("乙", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal("A by one", (string)(await Server.Get($"{Path}/{saved["id"]}"))["name"]!);
        await TestServer.Problem(await Put(saved["id"]!, """{"name": "A", "changes": {}}"""), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ADeletedScenarioIsGoneAndCanBeHadBack()
    {
        var saved = await Create("A", East);
        await TestServer.Problem(await Server.Client.DeleteAsync($"{Path}/{saved["id"]}?version=7"), HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.NoContent, (await Server.Client.DeleteAsync($"{Path}/{saved["id"]}?version=1")).StatusCode);
        Assert.Empty((await Server.Get(Path))["scenarios"]!.AsArray());
        await Server.GetProblem($"{Path}/{saved["id"]}", HttpStatusCode.NotFound);
        await Server.PostProblem("/api/v1/coverage", $$"""{"service": "meals", "scenario": "{{saved["id"]}}"}""", HttpStatusCode.NotFound);
        (await Put(saved["id"]!, $$"""{"name": "A", "changes": {{East}}, "version": 2}""")).EnsureSuccessStatusCode();
        Assert.Single((await Server.Get(Path))["scenarios"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"name": " ", "changes": {}}""", "name")]
    [InlineData("""{"name": "A", "changes": {"close": ["F1", "F9"]}}""", "close[1]")]
    [InlineData("""{"name": "A", "changes": {"open_gates": ["G1"]}}""", "open_gates[0]")]
    [InlineData("""{"name": "A", "changes": {"add": [{"lon": 1, "lat": 2, "services": ["moon"]}]}}""", "add[0].services")]
    [InlineData("""{"name": "A", "changes": {"add_paths": [{"coordinates": [[1, 2]]}]}}""", "add_paths[0].coordinates")]
    public async Task WhatTheDistrictDoesNotHaveIsRefusedWithItsPlace(string json, string field)
    {
        var problem = await Server.PostProblem(Path, json);
        Assert.Equal(field, (string)problem["field"]!);
        Assert.Empty((await Server.Get(Path))["scenarios"]!.AsArray());
    }
}
