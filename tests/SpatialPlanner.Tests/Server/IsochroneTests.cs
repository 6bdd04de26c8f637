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
    public async Task EachStretchSaysWhatItsEndsCost()
    {
        var answer = await Server.Post(Path, """{"facilities": ["F3"], "metres": [100], "profile": "senior_80"}""");
        var ends = answer["features"]!.AsArray().Select(f => f!["properties"]!).ToList();
        Assert.All(ends, p => Assert.InRange(
            Math.Abs((double)p["from_m"]! - (double)p["to_m"]!), 0, (double)p["band_m"]!));
        Assert.Equal(10, ends.Min(p => Math.Min((double)p["from_m"]!, (double)p["to_m"]!)), 0.1);
        Assert.Equal(100, ends.Max(p => Math.Max((double)p["from_m"]!, (double)p["to_m"]!)), 0.01);
        Assert.Equal(100 / 0.75, ends.Max(p => Math.Max((double)p["from_s"]!, (double)p["to_s"]!)), 0.01);
    }

    [Fact]
    public async Task TheBuildingsDrawnOnTheWrongSideAreNamed()
    {
        // A house x m along the street is 20 + x m away: those 100 m off are within 215 m, those 200 m off are not.
        var strip = (await Server.Post(Path, """{"facilities": ["F3"], "metres": [215], "method": "corridor"}"""))["certificate"]![0]!;
        Assert.Equal(3, (int)strip["covered_buildings"]!);
        Assert.Equal(30, (int)strip["covered_people"]!);
        Assert.Equal("""{"buildings":0,"people":0,"ids":[]}""", strip["covered_outside"]!.ToJsonString());
        Assert.Equal("""{"buildings":2,"people":20,"ids":["B08","B12"]}""", strip["uncovered_inside"]!.ToJsonString());
        Assert.Equal("""{"buildings":2,"people":20,"ids":["B08","B12"]}""", strip["circle"]!["wrong"]!.ToJsonString());
        Assert.Equal(0, (int)strip["circle"]!["missed"]!["people"]!);
        Assert.Equal(Math.PI * 215 * 215, (double)strip["circle"]!["area_m2"]!, 0.1);

        var contour = await Server.Post(Path, """{"facilities": ["F3"], "metres": [215], "method": "contour"}""");
        var ground = contour["certificate"]![0]!;
        Assert.Empty(ground["covered_outside"]!["ids"]!.AsArray());
        Assert.Empty(ground["uncovered_inside"]!["ids"]!.AsArray());
        var shown = contour["features"]![0]!["properties"]!;
        Assert.Equal(20, (int)shown["circle_people_wrong"]!);
        Assert.Equal((double)ground["area_m2"]!, (double)shown["area_m2"]!);
        Assert.Equal((double)ground["circle"]!["ratio"]!, (double)shown["circle_ratio"]!);
    }

    [Fact]
    public async Task StreetsHaveNoPolygonToCertify()
    {
        var band = (await Server.Post(Path, """{"facilities": ["F3"], "metres": [215]}"""))["certificate"]![0]!;
        Assert.Null(band["area_m2"]);
        Assert.Null(band["covered_outside"]);
        Assert.Equal(30, (int)band["covered_people"]!);
        Assert.Equal(20, (int)band["circle"]!["wrong"]!["people"]!);
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
    [InlineData("""{"facilities": ["F1"], "minutes": [5], "method": "hull"}""", "method")]
    [InlineData("""{"facilities": ["F1"], "minutes": [5], "profile": "bird"}""", "profile")]
    [InlineData("""{"at": [{"lon": 200, "lat": 0}], "minutes": [5]}""", "at[0]")]
    public async Task AFieldThatCannotBeUsedIsNamed(string json, string field) =>
        Assert.Equal(field, (string)(await Server.PostProblem(Path, json))["field"]!);
}
