using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

/// <summary>Pilots of the one street: two communities in no subdistrict, no survey, no idle space.</summary>
public sealed class PilotsVerbTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TheChoiceIsWrittenAsFilesThatAreTheSameAgain()
    {
        var street = OneStreet.Write(folder);
        var (code, output, error) = await RunPlanner.With("pilots", "-w", street, "--count", "1", "--out", folder.File("a"), "--json");
        Assert.True(code == 0, error);
        Assert.Contains("survey", error, StringComparison.Ordinal);
        var json = JsonNode.Parse(output)!;
        Assert.Equal((1, 2), ((int)json["count"]!, (int)json["communities"]!));
        Assert.Single(json["chosen"]!.AsArray());
        string[] files = ["pilots.csv", "pilots.geojson", "run.json", "sensitivity.csv"];
        Assert.Equal(files, Directory.GetFiles(folder.File("a")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await RunPlanner.With("pilots", "-w", street, "--count", "1", "--out", folder.File("b"));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("a"), f)), File.ReadAllBytes(Path.Combine(folder.File("b"), f))));
    }

    [Fact]
    public async Task OnlyTheCriteriaNamedInTheWeightsCount()
    {
        // E has one house more than W or as many; by density alone the denser one is chosen.
        var weights = folder.Write("w.json", """{"density_per_km2": 3}""");
        var (code, output, error) = await RunPlanner.With(
            "pilots", "-w", OneStreet.Write(folder), "--count", "1", "--weights", weights, "--out", folder.File("o"), "--json");
        Assert.True(code == 0, error);
        var used = JsonNode.Parse(output)!["weights"]!.AsObject();
        Assert.Equal(1, (double)used["density_per_km2"]!);
        Assert.All(used.Where(w => w.Key != "density_per_km2"), w => Assert.Equal(0, (double)w.Value!));
    }

    [Theory]
    [InlineData("""{"beauty": 1}""", "beauty")]
    [InlineData("""{"idle_spaces": -1}""", "negative")]
    [InlineData("""{"idle_spaces": 0}""", "all be 0")]
    [InlineData("""{"idle_spaces": "much"}""", "must be a number")]
    [InlineData("""{"idle_spaces": 1e999}""", "must be a number")]
    [InlineData("""{"idle_spaces": 1, "idle_spaces": 2}""", "twice")]
    [InlineData("[1, 2]", "not a JSON object")]
    [InlineData("{", "not valid JSON")]
    public async Task WeightsThatCannotBeUsedAreASentence(string json, string said)
    {
        var (code, _, error) = await RunPlanner.With(
            "pilots", "-w", OneStreet.Write(folder), "--count", "1", "--weights", folder.Write("w.json", json), "--out", folder.File("o"));
        Assert.Equal(1, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at SpatialPlanner", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("o")));
    }

    [Theory]
    [InlineData("only 2 communities", "--count", "3")]
    [InlineData("at least 1 pilot", "--count", "0")]
    [InlineData("fewer than 3", "--count", "2", "--per-subdistrict-min", "3")]
    [InlineData("contradict", "--count", "2", "--per-subdistrict-min", "2", "--per-subdistrict-max", "1")]
    [InlineData("more than the 1 pilots", "--count", "1", "--per-subdistrict-min", "2")]
    [InlineData("only 1 can be chosen", "--count", "2", "--per-subdistrict-max", "1")]
    public async Task BoundsThatCannotBeKeptAreASentence(string said, params string[] options)
    {
        var (code, _, error) = await RunPlanner.With(["pilots", "-w", OneStreet.Write(folder), "--out", folder.File("o"), .. options]);
        Assert.Equal(1, code);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }
}
