using System.Globalization;
using System.Net;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class ExplainTests(StreetServer street) : IClassFixture<StreetServer>
{
    private TestServer Server => street.Server;

    private static string Place(double east)
    {
        var (lon, lat) = OneStreet.At(east, -10);
        return string.Create(CultureInfo.InvariantCulture, $"\"lon\": {lon}, \"lat\": {lat}");
    }

    [Fact]
    public async Task TheWalkOfAHouseIsExplainedPartByPart()
    {
        var answer = await Server.Get("/api/v1/explain?building=B08&service=meals");
        Assert.Equal((true, false), ((bool)answer["reached"]!, (bool)answer["covered"]!));
        Assert.Equal(820, (double)answer["metres"]!, 0.1);
        Assert.Equal(220, (double)answer["over_m"]!, 0.1);
        Assert.Equal(20, (double)answer["parts"]!["off_network_m"]!, 0.1);
        Assert.Equal(800, (double)answer["parts"]!["street_m"]!, 0.1);
        Assert.Equal(0, (double)answer["parts"]!["delay_s"]!);
        var seconds = answer["parts"]!.AsObject().Where(p => p.Key.EndsWith("_s", StringComparison.Ordinal)).Sum(p => (double)p.Value!);
        Assert.Equal((double)answer["seconds"]!, seconds, 6);
        // The street is straight: no link shortens it, and there are neither gates nor idle spaces.
        Assert.Empty(answer["fixes"]!.AsArray());
        Assert.Contains("no single change", (string)answer["no_fix"]!["en"]!, StringComparison.Ordinal);
        Assert.Equal("F1", (string)answer["facility"]!["id"]!);
        Assert.Equal(OneStreet.Name, (string)answer["facility"]!["name"]!);
        Assert.Equal("社区W", (string)answer["community"]!);
        Assert.Equal((10, 1), ((int)answer["people"]!, (int)answer["group_people"]!));
        Assert.Equal("LineString", (string)answer["path"]!["geometry"]!["type"]!);
        Assert.True(answer["path"]!["geometry"]!["coordinates"]!.AsArray().Count >= 4);
    }

    [Fact]
    public async Task EveryHouseIsExplainedAsCoverageMeasuresIt()
    {
        var coverage = await Server.Post("/api/v1/coverage", """{"service": "meals", "metres": 950}""");
        for (var b = 0; b < OneStreet.Houses; b++)
        {
            var answer = await Server.Get($"/api/v1/explain?building=B{b:d2}&service=meals&metres=950");
            Assert.Equal((double)coverage["buildings"]!["metres"]![b]!, (double)answer["metres"]!);
            Assert.Equal((double)answer["metres"]! <= 950, (bool)answer["covered"]!);
        }
    }

    [Fact]
    public async Task InAScenarioEveryHouseIsExplainedAsTheWhatIfMeasuresIt()
    {
        var changes = $$"""{"add": [{ {{Place(2000)}}, "services": ["health"] }, { {{Place(1500)}}, "services": ["meals"] }], "move": [{"id": "F1", {{Place(400)}} }], "close_paths": ["e10"]}""";
        var today = await Server.Post("/api/v1/coverage", """{"service": "meals"}""");
        var whatIf = await Server.Post("/api/v1/what-if", $$"""{"service": "meals", "add": [{ {{Place(1500)}} }], "move": [{"id": "F1", {{Place(400)}} }], "close_paths": ["e10"]}""");
        var index = whatIf["buildings"]!["index"]!.AsArray().Select(i => (int)i!).ToList();
        var saved = (string)(await Server.Post("/api/v1/scenarios", $$"""{"name": "two ends", "changes": {{changes}} }"""))["id"]!;
        for (var b = 0; b < OneStreet.Houses; b++)
        {
            var answer = await Server.Post("/api/v1/explain", $$"""{"building": "B{{b:d2}}", "service": "meals", "changes": {{changes}} }""");
            var measured = index.IndexOf(b) is var i and >= 0 ? whatIf["buildings"]!["metres"]![i] : today["buildings"]!["metres"]![b];
            Assert.Equal((double?)measured, (double?)answer["metres"]);
            Assert.Equal(answer.ToJsonString(), (await Server.Get($"/api/v1/explain?building=B{b:d2}&service=meals&scenario={saved}")).ToJsonString());
            var (facility, at) = b < 10 ? ("F1", OneStreet.At(400, -10)) : ("+2", OneStreet.At(1500, -10));
            if (answer["facility"] is { } found && b != 10)
            {
                Assert.Equal(facility, (string)found["id"]!);
                Assert.Equal(at.Lon, (double)found["lon"]!, 1e-7);
                Assert.Equal(at.Lat, (double)found["lat"]!, 1e-7);
                Assert.Equal(facility == "+2", found["name"] is null);
            }
        }
    }

    [Theory]
    [InlineData("""{"building": "B01", "service": "meals", "scenario": "s-1", "changes": {}}""", HttpStatusCode.BadRequest, "changes")]
    [InlineData("""{"building": "B01", "service": "meals", "changes": {"close": ["F1", "nobody"]}}""", HttpStatusCode.BadRequest, "close[1]")]
    [InlineData("""{"building": "B01", "service": "meals", "changes": {"close": 7}}""", HttpStatusCode.BadRequest, "changes.close")]
    [InlineData("""{"service": "meals", "changes": {}}""", HttpStatusCode.BadRequest, "building")]
    [InlineData("""{"building": "B01", "service": "meals", "scenario": "s-nobody"}""", HttpStatusCode.NotFound, null)]
    public async Task ChangesThatCannotBeMadeAreNamed(string question, HttpStatusCode status, string? field) =>
        Assert.Equal(field, (string?)(await Server.PostProblem("/api/v1/explain", question, status))["field"]);

    [Theory]
    [InlineData("B21", "meals", "farther than 100 m")]
    [InlineData("B01", "culture", "no open facility")]
    public async Task AHouseThatReachesNothingIsToldWhy(string building, string service, string reason)
    {
        var answer = await Server.Get($"/api/v1/explain?building={building}&service={service}");
        Assert.Equal((false, false), ((bool)answer["reached"]!, (bool)answer["covered"]!));
        Assert.Contains(reason, (string)answer["reason"]!["en"]!, StringComparison.Ordinal);
        Assert.Null(answer["facility"]);
        Assert.Null(answer["path"]);
    }

    [Theory]
    [InlineData("service=meals", "building")]
    [InlineData("building=B01", "service")]
    [InlineData("building=B01&service=meals&minutes=soon", "minutes")]
    [InlineData("building=B01&service=meals&minutes=NaN", "minutes")]
    [InlineData("building=B01&service=meals&minutes=5&metres=5", "metres")]
    [InlineData("building=B01&service=meals&colour=red", "colour")]
    [InlineData("building=B01&service=meals&time=late", "time")]
    public async Task AParameterThatCannotBeUsedIsNamed(string query, string field) => Assert.Equal(
        field, (string)(await Server.GetProblem($"/api/v1/explain?{query}", HttpStatusCode.BadRequest))["field"]!);

    [Fact]
    public Task AHouseThatIsNotThereIsNotFound() =>
        Server.GetProblem("/api/v1/explain?building=nobody&service=meals", HttpStatusCode.NotFound);
}
