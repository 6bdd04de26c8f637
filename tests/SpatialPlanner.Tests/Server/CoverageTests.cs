using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class CoverageTests(StreetServer street) : IClassFixture<StreetServer>
{
    private const string Path = "/api/v1/coverage";

    private TestServer Server => street.Server;

    private static JsonNode Row(JsonNode answer, string level, string? code, string group = "all", string denominator = "people") =>
        answer["gaps"]!.AsArray().Single(g => (string)g!["level"]! == level && (code is null || (string)g["code"]! == code)
            && (string)g["group"]! == group && (string)g["denominator"]! == denominator)!;

    [Fact]
    public async Task EveryHouseIsAsFarAsTheStreetSays()
    {
        var answer = await Server.Post(Path, """{"service": "meals"}""");
        Assert.Equal((600.0, 600.0, "minutes"), ((double)answer["limit_m"]!, (double)answer["limit_s"]!, (string)answer["limit_typed"]!));
        var buildings = answer["buildings"]!;
        for (var b = 0; b < OneStreet.Houses; b++)
        {
            Assert.Equal((100 * b) + 20, (double)buildings["metres"]![b]!, 0.1);
            Assert.Equal((100 * b) + 20, (double)buildings["seconds"]![b]!, 0.1);
            Assert.Equal(0, (int)buildings["facility"]![b]!);
        }

        Assert.Equal(OneStreet.Houses + 1, buildings["metres"]!.AsArray().Count);
        Assert.Null(buildings["metres"]![OneStreet.Houses]);
        Assert.Null(buildings["facility"]![OneStreet.Houses]);
    }

    [Theory]
    [InlineData("", 6)]
    [InlineData(", \"minutes\": 11", 7)]
    [InlineData(", \"metres\": 350", 4)]
    [InlineData(", \"minutes\": 10, \"profile\": \"senior_80\"", 5)]
    public async Task TheHousesWithinTheLimitAreCounted(string limit, int houses)
    {
        var answer = await Server.Post(Path, $$"""{"service": "meals"{{limit}}}""");
        var all = Row(answer, "district", null);
        Assert.Equal((220, houses * 10), ((int)all["total"]!, (int)all["covered"]!));
        Assert.Equal(220 - (houses * 10), (int)all["uncovered"]!);
        Assert.Equal(houses / 22.0, (double)all["share"]!, 1e-6);
        Assert.Equal(houses, (int)Row(answer, "district", null, "age_60_up")["covered"]!);
        Assert.Equal(houses * 4, (int)Row(answer, "district", null, "all", "dwellings")["covered"]!);
        Assert.Equal(houses, (int)Row(answer, "district", null, "all", "buildings")["covered"]!);
        Assert.Equal(houses * 10, (int)Row(answer, "community", "W")["covered"]!);
        Assert.Equal(10, (int)Row(answer, "community", "")["total"]!);
    }

    [Fact]
    public async Task ATimeIsToldWithItsDay()
    {
        Assert.Equal("We 21:30", (string)(await Server.Post(Path, """{"service": "meals", "time": "21:30"}"""))["time"]!);
        Assert.Null((await Server.Post(Path, """{"service": "meals"}"""))["time"]);
    }

    [Fact]
    public async Task ANumberTooLargeForTheMachineIsAWrongLimit()
    {
        using var body = new StringContent("""{"service": "meals", "minutes": 1e400}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PostAsync(Path, body);
        Assert.Equal("minutes", (string)(await TestServer.Problem(answer, System.Net.HttpStatusCode.BadRequest))["field"]!);
    }

    [Fact]
    public async Task AFieldGivenTwiceIsRefused()
    {
        using var body = new StringContent("""{"service": "meals", "service": "park"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PostAsync(Path, body);
        await TestServer.Problem(answer, System.Net.HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OnlyTheLevelsAskedForAreListed()
    {
        var answer = await Server.Post($"{Path}?levels=community,district", """{"service": "meals"}""");
        var levels = answer["gaps"]!.AsArray().Select(g => (string)g!["level"]!).Distinct();
        Assert.Equal(["district", "community"], levels);
    }

    [Theory]
    [InlineData("""{}""", "service")]
    [InlineData("""{"service": null}""", "service")]
    [InlineData("""{"service": "magic"}""", "service")]
    [InlineData("""{"service": "meals", "minutes": 0}""", "minutes")]
    [InlineData("""{"service": "meals", "minutes": -5}""", "minutes")]
    [InlineData("""{"service": "meals", "minutes": 1e300}""", "minutes")]
    [InlineData("""{"service": "meals", "minutes": "10"}""", "minutes")]
    [InlineData("""{"service": "meals", "metres": 5, "minutes": 5}""", "metres")]
    [InlineData("""{"service": "meals", "profile": "bird"}""", "profile")]
    [InlineData("""{"service": "meals", "time": "25:00"}""", "time")]
    [InlineData("""{"service": "meals", "time": 21}""", "time")]
    [InlineData("""{"service": "meals", "colour": "red"}""", "colour")]
    [InlineData("""{"service": """, "service")]
    [InlineData("""[]""", "$")]
    [InlineData("""null""", "$")]
    [InlineData("", "$")]
    public async Task AFieldThatCannotBeUsedIsNamed(string json, string field)
    {
        var problem = await Server.PostProblem(Path, json);
        Assert.Equal(field, (string)problem["field"]!);
        Assert.DoesNotContain("SpatialPlanner.", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownLevelsAreRefused() => Assert.Equal(
        "levels", (string)(await Server.PostProblem($"{Path}?levels=planet", """{"service": "meals"}"""))["field"]!);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task OnlyJsonIsTaken(string mediaType)
    {
        using var answer = await Server.Client.PostAsync(Path, new StringContent("{}", null, mediaType));
        await TestServer.Problem(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task ARequestTooLargeIsRefused()
    {
        var problem = await Server.PostProblem(
            Path, $$"""{"service": "{{new string('x', 2 << 20)}}"}""", HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("Content Too Large", (string)problem["title"]!);
    }

    [Fact]
    public async Task TheSameQuestionWrittenOtherwiseIsTheSameQuestion()
    {
        using var first = await Server.PostAny(Path, """{"service": "meals", "minutes": 7}""");
        using var again = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent("""{ "minutes": 7.0, "service": "meals" }""", null, "application/json"),
        };
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Server.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = await Server.PostAny(Path, """{"service": "meals", "minutes": 8}""");
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task TheSameQuestionGivesTheSameBytes()
    {
        await using var other = await TestServer.Start(Server.Snapshot);
        var json = """{"service": "meals", "minutes": 9}""";
        using var a = await Server.PostAny(Path, json);
        using var b = await other.PostAny(Path, json);
        Assert.Equal(await a.Content.ReadAsByteArrayAsync(), await b.Content.ReadAsByteArrayAsync());
    }
}
