using System.Net;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class PilotTests(StreetServer street) : IClassFixture<StreetServer>
{
    private const string Path = "/api/v1/pilots";

    private TestServer Server => street.Server;

    [Fact]
    public async Task PilotsComeWithTheirRanksAndHowFirmTheChoiceIs()
    {
        var answer = await Server.Post(Path, """{"count": 1, "weights": {"density_per_km2": 1}}""");
        Assert.Single(answer["chosen"]!.AsArray());
        Assert.Equal(2, answer["communities"]!.AsArray().Count);
        var first = answer["communities"]![0]!;
        Assert.Equal((1, true, 1.0), ((int)first["order"]!, (bool)first["chosen"]!, (double)first["chosen_share"]!));
        Assert.Equal(7, answer["criteria"]!.AsArray().Count);
        Assert.Equal(1, answer["criteria"]!.AsArray().Sum(c => (double)c!["weight"]!), 6);
    }

    [Fact]
    public async Task TheLayerIsTheDefaultChoice()
    {
        var answer = await Server.Post(Path, "{}");
        var features = (await Server.Get("/ogc/collections/pilots/items"))["features"]!.AsArray();
        Assert.Equal(
            answer["communities"]!.AsArray().Select(c => (string)c!["code"]!), features.Select(f => (string)f!["properties"]!["code"]!));
    }

    [Theory]
    [InlineData("""{"count": 3}""", "count")]
    [InlineData("""{"weights": {"beauty": 1}}""", "weights")]
    [InlineData("""{"weights": {"idle_spaces": -1}}""", "weights")]
    [InlineData("""{"weights": {"idle_spaces": 1e400}}""", "weights")]
    [InlineData("""{"weights": {}}""", "weights")]
    [InlineData("""{"count": 2, "per_subdistrict_max": 1}""", "per_subdistrict_max")]
    [InlineData("""{"count": 1, "per_subdistrict_min": 2}""", "per_subdistrict_min")]
    public async Task WhatCannotBeChosenIsAProblemOfItsField(string question, string field)
    {
        using var body = new StringContent(question, System.Text.Encoding.UTF8, "application/json");
        using var answer = await Server.Client.PostAsync(Path, body);
        Assert.Equal(field, (string)(await TestServer.Problem(answer, HttpStatusCode.BadRequest))["field"]!);
    }
}
