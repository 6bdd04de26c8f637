using System.Globalization;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class IsochroneTests(StreetServer street) : IClassFixture<StreetServer>
{
    private const string Path = "/api/v1/isochrones";

    private TestServer Server => street.Server;

    private static double MetresOf(JsonNode feature) => Geodesy.LengthMetres(
        [.. feature["geometry"]!["coordinates"]!.AsArray().Select(c => new Coordinate((double)c![0]!, (double)c[1]!))]);

    [Fact]
    public async Task TheStreetsReachedAreCutWhereTheLimitEnds()
    {
        // From the middle, 10 m off the street: 90 m each way, then 100 m more each way.
        var answer = await Server.Post(Path, """{"facilities": ["F3"], "metres": [200, 100]}""");
        var byBand = answer["features"]!.AsArray().ToLookup(f => (double)f!["properties"]!["band_m"]!, f => MetresOf(f!));
        Assert.Equal([100.0, 200.0], byBand.Select(b => b.Key).Order());
        Assert.Equal(180, byBand[100].Sum(), 0.2);
        Assert.Equal(200, byBand[200].Sum(), 0.2);
    }

    [Fact]
    public async Task ACorridorIsOnePolygonABandLargestFirst()
    {
        var (lon, lat) = OneStreet.At(1000, 5);
        var at = string.Create(CultureInfo.InvariantCulture, $$"""{"lon": {{lon}}, "lat": {{lat}}}""");
        var answer = await Server.Post(
            Path, $$"""{"at": [{{at}}], "minutes": [5, 10, 15], "method": "corridor", "profile": "senior_80"}""");
        var features = answer["features"]!.AsArray();
        Assert.Equal([900.0, 600.0, 300.0], features.Select(f => (double)f!["properties"]!["band_s"]!));
        Assert.Equal([675.0, 450.0, 225.0], features.Select(f => (double)f!["properties"]!["band_m"]!));
        Assert.All(features, f => Assert.Equal("Polygon", (string)f!["geometry"]!["type"]!));
        Assert.Equal(5, (double)answer["links"]![0]!["off_network_m"]!, 0.1);
    }

    [Fact]
    public async Task APlaceFarFromTheStreetReachesNothingAndSaysSo()
    {
        var (lon, lat) = OneStreet.At(1000, 900);
        var at = string.Create(CultureInfo.InvariantCulture, $$"""{"lon": {{lon}}, "lat": {{lat}}}""");
        var answer = await Server.Post(Path, $$"""{"at": [{{at}}], "minutes": [5]}""");
        Assert.Empty(answer["features"]!.AsArray());
        Assert.False((bool)answer["links"]![0]!["linked"]!);
    }

    [Theory]
    [InlineData("""{"minutes": [5]}""", "at")]
    [InlineData("""{"facilities": ["F1"]}""", "minutes")]
    [InlineData("""{"facilities": ["F1"], "minutes": [5], "metres": [5]}""", "minutes")]
    [InlineData("""{"facilities": ["F1"], "minutes": []}""", "minutes")]
    [InlineData("""{"facilities": ["F1"], "minutes": [5, 0]}""", "minutes[1]")]
    [InlineData("""{"facilities": ["F9"], "minutes": [5]}""", "facilities[0]")]
    [InlineData("""{"facilities": ["F1"], "minutes": [5], "method": "contour"}""", "method")]
    [InlineData("""{"facilities": ["F1"], "minutes": [5], "profile": "bird"}""", "profile")]
    [InlineData("""{"at": [{"lon": 200, "lat": 0}], "minutes": [5]}""", "at[0]")]
    public async Task AFieldThatCannotBeUsedIsNamed(string json, string field) =>
        Assert.Equal(field, (string)(await Server.PostProblem(Path, json))["field"]!);
}
