using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

/// <summary>
/// <c>planner isochrone</c> on a street where a house x m along is 20 + x m away: within 215 m are those 100 m off, and
/// not those 200 m off, who stand beside a street that is reached.
/// </summary>
public sealed class IsochroneVerbTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public IsochroneVerbTests() => Workspace = OneStreet.Write(_folder);

    private string Workspace { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheSummarySaysWhereThePolygonAndACircleAreWrong()
    {
        var (code, output, _) = await Run("corridor");
        Assert.Equal(0, code);
        Assert.Contains("3.6 min = 215 m: 3 buildings with 30 people within the walk", output, StringComparison.Ordinal);
        Assert.Contains("polygon: 0 covered outside it (0 people), 2 uncovered inside it (20 people)", output, StringComparison.Ordinal);
        Assert.Contains("circle of that radius: 20 people wrongly counted, 0 missed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBuildingsDrawnOnTheWrongSideLieInAFileBeside()
    {
        await Run("corridor");
        var wrong = JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("reach.certificate.geojson")))!["features"]!.AsArray();
        Assert.Equal(
            ["B08 uncovered_inside 10 Point", "B12 uncovered_inside 10 Point"],
            wrong.Select(f => $"{f!["properties"]!["building"]} {f["properties"]!["side"]} {f["properties"]!["people"]} {f["geometry"]!["type"]}"));
        await Run("contour");
        Assert.Empty(JsonNode.Parse(await File.ReadAllTextAsync(_folder.File("reach.certificate.geojson")))!["features"]!.AsArray());
    }

    [Fact]
    public async Task JsonHoldsTheCertificate()
    {
        var (_, output, _) = await Run("contour", "--json");
        var document = JsonNode.Parse(output)!;
        Assert.Equal(_folder.File("reach.certificate.geojson"), (string)document["certificate_file"]!);
        var band = document["certificate"]![0]!;
        Assert.Equal(215, (double)band["band_m"]!);
        Assert.Equal(30, (int)band["covered_people"]!);
        Assert.Equal(["B08", "B12"], band["circle"]!["wrong"]!["ids"]!.AsArray().Select(i => (string)i!));
        // 100 m to either side of the street as far as 105 m off, then a metre less each metre up to 205 m.
        const double ground = (2 * 105 * 200) + (2 * 100 * 100);
        Assert.Equal(ground, (double)band["area_m2"]!, ground * 0.02);
    }

    [Fact]
    public async Task StreetsHaveNoFileBeside()
    {
        var (code, _, _) = await Run("edges");
        Assert.Equal(0, code);
        Assert.True(File.Exists(_folder.File("reach.geojson")));
        Assert.False(File.Exists(_folder.File("reach.certificate.geojson")));
    }

    private Task<(int Code, string Out, string Error)> Run(string method, params string[] options) => RunPlanner.With(
    [
        "isochrone", "-w", Workspace, "--facility", "F3", "--metres", "215", "--profile", "planning",
        "--method", method, "--out", _folder.File("reach.geojson"), .. options,
    ]);
}
