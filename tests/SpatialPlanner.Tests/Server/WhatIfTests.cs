using System.Globalization;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class WhatIfTests(StreetServer street) : IClassFixture<StreetServer>
{
    private const string Path = "/api/v1/what-if";

    private TestServer Server => street.Server;

    private static string Place(double east, double north = -10)
    {
        var (lon, lat) = OneStreet.At(east, north);
        return string.Create(CultureInfo.InvariantCulture, $"\"lon\": {lon}, \"lat\": {lat}");
    }

    private static string At(double east, double north = 0)
    {
        var (lon, lat) = OneStreet.At(east, north);
        return string.Create(CultureInfo.InvariantCulture, $"{lon}, {lat}");
    }

    private static int[] Indices(JsonNode answer) =>
        [.. answer["buildings"]!["index"]!.AsArray().Select(i => (int)i!)];

    private static (int People, int Group, int Buildings, int Dwellings) Counts(JsonNode counts) =>
        ((int)counts["people"]!, (int)counts["group_people"]!, (int)counts["buildings"]!, (int)counts["dwellings"]!);

    [Fact]
    public async Task ASecondCanteenAtTheOtherEndServesTheOtherHalf()
    {
        var answer = await Server.Post(Path, $$"""{"service": "meals", "add": [{ {{Place(2000)}} }]}""");
        // House 10 stands in the middle: both canteens are as far, up to the rounding of its place.
        Assert.Equal(Enumerable.Range(11, 10), Indices(answer).Where(i => i != 10));
        Assert.Equal((60, 6, 6, 24), Counts(answer["newly_covered"]!));
        Assert.Equal((0, 0, 0, 0), Counts(answer["newly_uncovered"]!));
        Assert.Equal(20, (double)answer["buildings"]!["metres"]!.AsArray()[^1]!, 0.1);
        var east = answer["gaps"]!.AsArray().Single(g => (string)g!["code"]! == "E" && (string)g["group"]! == "all"
            && (string)g["denominator"]! == "people")!;
        Assert.Equal((0, 60), ((int)east["covered_before"]!, (int)east["covered"]!));
        Assert.DoesNotContain(answer["gaps"]!.AsArray(), g => (string)g!["code"]! == "W");
        var link = answer["links"]!.AsArray().Single()!;
        Assert.True((bool)link["linked"]!);
        Assert.Equal(10, (double)link["off_network_m"]!, 0.1);
    }

    [Fact]
    public async Task ClosingTheOnlyCanteenLeavesNobodyServed()
    {
        var answer = await Server.Post(Path, """{"service": "meals", "close": ["F1"]}""");
        Assert.Equal(Enumerable.Range(0, 21), Indices(answer));
        Assert.All(answer["buildings"]!["metres"]!.AsArray(), Assert.Null);
        Assert.Equal((60, 6, 6, 24), Counts(answer["newly_uncovered"]!));
    }

    [Fact]
    public async Task MovingTheCanteenToTheMiddleServesBothSides()
    {
        var answer = await Server.Post(Path, $$"""{"service": "meals", "move": [{"id": "F1", {{Place(1000)}} }]}""");
        // 1,000 m from the middle less 20 m off the street leaves five houses each side and the one there: 5 to 15.
        Assert.Equal(100, (int)answer["newly_covered"]!["people"]!);
        Assert.Equal(50, (int)answer["newly_uncovered"]!["people"]!);
    }

    [Fact]
    public async Task AClosedStretchCutsOffWhatLiesBeyondIt()
    {
        var answer = await Server.Post(Path, """{"service": "meals", "close_paths": ["e10"]}""");
        // Stretch e10 runs from 1,000 m to 1,100 m: the houses from 1,100 m on are cut off.
        Assert.Equal(Enumerable.Range(11, 10), Indices(answer));
        Assert.All(answer["buildings"]!["metres"]!.AsArray(), Assert.Null);
    }

    [Fact]
    public async Task APathAcrossTheBendsOfAClosedStreetIsWalked()
    {
        var path = $"[[{At(990)}], [{At(990, 30)}], [{At(1110, 30)}], [{At(1110)}]]";
        var answer = await Server.Post(
            Path, $$"""{"service": "meals", "close_paths": ["e10"], "add_paths": [{"coordinates": {{path}}}]}""");
        // 30 m out, 120 m along and 30 m back for 120 m of street: 60 m more for each house from 1,200 m on; the house
        // at 1,000 m stands by the stretch that is left, the one at 1,100 m walks 10 m back.
        Assert.Equal(Enumerable.Range(11, 10), Indices(answer));
        var metres = answer["buildings"]!["metres"]!.AsArray();
        Assert.Equal(1100 + 20 + 60 + 20, (double)metres[0]!, 0.2);
        Assert.Equal(2000 + 20 + 60, (double)metres[^1]!, 0.2);
    }

    [Fact]
    public async Task AFacilityThatGivesAnotherServiceServesItsPeople()
    {
        var answer = await Server.Post(
            Path, """{"service": "meals", "set_services": [{"id": "F3", "services": ["meals", "pharmacy"]}]}""");
        Assert.Equal(100, (int)answer["newly_covered"]!["people"]!);
    }

    [Theory]
    [InlineData("\"open_gates\": [\"G9\"]", "open_gates[0]")]
    [InlineData("\"close_paths\": [\"nowhere\"]", "close_paths[0]")]
    [InlineData("\"add_paths\": [{\"coordinates\": [[108.9, 34.2]]}]", "add_paths[0].coordinates")]
    [InlineData("\"set_services\": [{\"id\": \"F1\", \"services\": [\"magic\"]}]", "set_services[0].services")]
    public async Task AChangeOfWhatIsNotThereNamesItsField(string change, string field)
    {
        var problem = await Server.PostProblem(Path, $$"""{"service": "meals", {{change}}}""");
        Assert.Contains($"\"{field}\"", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"add\": [{PLACE}]")]
    [InlineData("\"move\": [{\"id\": \"F1\", PLACE}]")]
    public async Task APlaceFarFromTheStreetChangesNothingAndSaysSo(string change)
    {
        var json = change.Replace("PLACE", Place(1000, 500), StringComparison.Ordinal);
        var answer = await Server.Post(Path, $$"""{"service": "meals", {{json}}}""");
        Assert.Empty(Indices(answer));
        Assert.Empty(answer["gaps"]!.AsArray());
        var link = answer["links"]!.AsArray().Single()!;
        Assert.False((bool)link["linked"]!);
        Assert.Null(link["off_network_m"]);
    }

    [Theory]
    [InlineData("""{"service": "meals"}""")]
    [InlineData("""{"service": "meals", "close": ["F3"]}""")]
    [InlineData("""{"service": "meals", "close": ["F2"]}""")]
    public async Task WhatDoesNotConcernTheServiceChangesNothing(string json) =>
        Assert.Empty(Indices(await Server.Post(Path, json)));

    [Fact]
    public async Task TheBaseIsNotTouched()
    {
        var before = await Server.Post("/api/v1/coverage", """{"service": "meals", "minutes": 11}""");
        await Server.Post(Path, """{"service": "meals", "minutes": 11, "close": ["F1"]}""");
        var after = await Server.Post("/api/v1/coverage", """{"service": "meals", "minutes": 11}""");
        Assert.True(JsonNode.DeepEquals(before, after));
    }

    [Theory]
    [InlineData("""{"service": "meals", "close": ["F9"]}""", "close[0]")]
    [InlineData("""{"service": "meals", "close": [null]}""", "close[0]")]
    [InlineData("""{"service": "meals", "add": [{"lon": 108.9}]}""", "add[0]")]
    [InlineData("""{"service": "meals", "add": [null]}""", "add[0]")]
    [InlineData("""{"service": "meals", "add": [{"lon": 34.25, "lat": 108.95}]}""", "add[0]")]
    [InlineData("""{"service": "meals", "move": [{"id": "F9", "lon": 108.9, "lat": 34}]}""", "move[0].id")]
    public async Task AFieldThatCannotBeUsedIsNamed(string json, string field) =>
        Assert.Equal(field, (string)(await Server.PostProblem(Path, json))["field"]!);
}
