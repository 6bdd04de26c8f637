using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class SitingTests(SpacedStreetServer street) : IClassFixture<SpacedStreetServer>
{
    private const string Path = "/api/v1/siting";

    private TestServer Server => street.Server;

    private static string Site(string id, double? east = null, double north = -10)
    {
        var moved = east is { } e && OneStreet.At(e, north) is var (lon, lat)
            ? string.Create(CultureInfo.InvariantCulture, $", \"lon\": {lon}, \"lat\": {lat}") : "";
        return $$"""{"id": "{{id}}", "rooms": [{"service": "meals"}]{{moved}}}""";
    }

    private Task<JsonNode> Evaluate(params string[] sites) => Server.Post(
        $"{Path}/evaluate", $$"""{"question": {"services": ["meals"]}, "sites": [{{string.Join(", ", sites)}}]}""");

    private async Task<JsonNode> Ended(string path, string question)
    {
        using var answer = await Server.PostAny(path, question);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, text);
        using var events = await Server.Client.GetAsync($"/api/v1/jobs/{(string)JsonNode.Parse(text)!["id"]!}/events");
        var last = (await events.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)[^1];
        return JsonNode.Parse(last["data: ".Length..])!;
    }

    [Fact]
    public async Task ThePlanOfOneSiteIsTheOneThatServesMost()
    {
        var job = await Ended(Path, """{"services": ["meals"], "max_sites": 1}""");
        Assert.Equal(("done", "siting"), ((string)job["state"]!, (string)job["kind"]!));
        var plan = job["result"]!["plan"]!;
        Assert.Equal(("optimal", 11.0, 11.0, 0.0), ((string)plan["status"]!, (double)plan["objective"]!, (double)plan["bound"]!, (double)plan["gap"]!));
        Assert.Equal("S2", (string)plan["sites"]!.AsArray().Single()!["id"]!);
        var meals = plan["services"]!.AsArray().Single()!;
        Assert.Equal((6, 17), ((int)meals["covered_before"]!, (int)meals["covered_after"]!));
    }

    [Fact]
    public async Task TheLastStepOfTheTraceIsThePlan()
    {
        var result = (await Ended(Path, """{"services": ["meals"], "max_sites": 2}"""))["result"]!;
        var last = result["trace"]!.AsArray()[^1]!;
        Assert.Equal((15.0, 15.0), ((double)last["objective"]!, (double)last["bound"]!));
        Assert.Equal(15.0, (double)result["plan"]!["objective"]!);
        Assert.Equal(2, (int)result["question"]!["max_sites"]!);
        Assert.NotEmpty(result["warnings"]!.AsArray());
    }

    [Fact]
    public async Task APlanWorkedOutAnewGainsWhatTheSearchSaid()
    {
        var plan = (await Ended(Path, """{"services": ["meals"]}"""))["result"]!["plan"]!;
        var again = await Evaluate([.. plan["sites"]!.AsArray().Select(s => Site((string)s!["id"]!))]);
        Assert.Equal((double)plan["objective"]!, (double)again["gain"]!);
        Assert.Equal(0.0, (double)again["loss"]!);
    }

    [Fact]
    public async Task TheFrontRisesWithWhatItCosts()
    {
        var job = await Ended($"{Path}/pareto", """{"services": ["meals"]}""");
        var points = job["result"]!["points"]!.AsArray();
        Assert.Equal([11.0, 15.0], points.Select(p => (double)p!["gain"]!).Where(g => g > 0).Distinct().TakeLast(2));
        Assert.Equal(points.Select(p => (long)p!["cost_cny"]!).Order(), points.Select(p => (long)p!["cost_cny"]!));
    }

    [Fact]
    public async Task AMovedSiteLosesWhomItLeaves()
    {
        var answer = await Evaluate(Site("S2", 2000));
        Assert.Equal((6.0, 11.0, 5.0), ((double)answer["gain"]!, (double)answer["gain_in_place"]!, (double)answer["loss"]!));
        var meals = answer["services"]!.AsArray().Single()!;
        Assert.Equal((6, 11), ((int)meals["new_people"]!, (int)meals["new_people_in_place"]!));
        Assert.True((bool)answer["links"]!.AsArray().Single()!["linked"]!);
    }

    [Fact]
    public async Task PeopleWhoReachTwoSitesCountOnce() => Assert.Equal(15.0, (double)(await Evaluate(Site("S1"), Site("S2"), Site("S3")))["gain"]!);

    [Fact]
    public async Task ASiteMovedAwayFromEveryStreetServesNobody()
    {
        var answer = await Evaluate(Site("S2", 1500, 500), Site("S3"));
        Assert.Equal((6.0, 9.0), ((double)answer["gain"]!, (double)answer["loss"]!));
        var link = answer["links"]!.AsArray().Single()!;
        Assert.Equal(("S2", false), ((string)link["id"]!, (bool)link["linked"]!));
        Assert.Null(link["off_network_m"]);
    }

    [Fact]
    public async Task ARoomServesNoMoreThanItsPlaces()
    {
        var answer = await Server.Post(
            $"{Path}/evaluate", """{"question": {"services": ["meals"], "count_capacity": true}, "sites": [{"id": "S2", "rooms": [{"service": "meals", "capacity_people": 4}]}]}""");
        Assert.Equal((4.0, 4), ((double)answer["gain"]!, (int)answer["new_people"]!));
    }

    [Fact]
    public async Task WithYearsAPersonCountsForEveryYearOfService()
    {
        var answer = await Server.Post(
            $"{Path}/evaluate", """{"question": {"services": ["meals"], "year_budgets_cny": [1000000, 1000000, 1000000], "start_year": 2026}, "sites": [{"id": "S2", "year": 2, "rooms": [{"service": "meals"}]}]}""");
        Assert.Equal((22.0, 11), ((double)answer["gain"]!, (int)answer["new_people"]!));
    }

    [Theory]
    [InlineData("""{"max_sites": 9}""", "max_sites")]
    [InlineData("""{"budget_cny": 0}""", "budget_cny")]
    [InlineData("""{"weights": {"meals": -1}}""", "weights")]
    [InlineData("""{"weights": {"magic": 1}}""", "weights")]
    [InlineData("""{"services": ["magic"]}""", "services")]
    [InlineData("""{"must": ["S1"], "must_not": ["S1"]}""", "must")]
    [InlineData("""{"must": ["S9"]}""", "must")]
    [InlineData("""{"time_limit_s": null}""", "time_limit_s")]
    [InlineData("""{"time_limit_s": 1e6}""", "time_limit_s")]
    [InlineData("""{"budget": 5}""", "budget")]
    [InlineData("""{"budget_cny": "much"}""", "budget_cny")]
    public async Task WhatCannotBeAskedIsRefusedBeforeAJobBegins(string question, string field)
    {
        foreach (var path in new[] { Path, $"{Path}/pareto" })
        {
            Assert.Equal(field, (string)(await Server.PostProblem(path, question))["field"]!);
        }
    }

    [Theory]
    [InlineData("""{"id": "S9", "rooms": []}""", "sites[0].id")]
    [InlineData("""{"id": "S1", "rooms": [{"service": "pharmacy"}]}""", "sites[0].rooms[0].service")]
    [InlineData("""{"id": "S1", "rooms": [], "lon": 108.9}""", "sites[0]")]
    [InlineData("""{"id": "S1", "rooms": [], "lon": 34.25, "lat": 108.95}""", "sites[0]")]
    public async Task ASiteThatIsNotThereNamesItsField(string site, string field)
    {
        var problem = await Server.PostProblem($"{Path}/evaluate", $$"""{"question": {"services": ["meals"]}, "sites": [{{site}}]}""");
        Assert.Equal(field, (string)problem["field"]!);
    }
}
