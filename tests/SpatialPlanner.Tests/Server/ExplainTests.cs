using System.Net;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class ExplainTests(StreetServer street) : IClassFixture<StreetServer>
{
    private TestServer Server => street.Server;

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
