using System.Text.Json.Nodes;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

public sealed class RulesVerbTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AChosenPackIsUsedByEveryOtherVerbUntilAnotherIsChosen()
    {
        var workspace = OneStreet.Write(folder);
        Assert.Contains("* cn-15min", (await RunPlanner.With("rules", "list", "-w", workspace)).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunPlanner.With("rules", "use", "health-check-tdt1063", "-w", workspace, "--note", "yearly")).Code);
        Assert.Contains("* health-check-tdt1063", (await RunPlanner.With("rules", "list", "-w", workspace)).Out, StringComparison.Ordinal);
        Assert.Equal(8, await Services("-w", workspace));
        // What is named goes before what was chosen.
        Assert.Equal(16, await Services("-w", workspace, "--rules", "cn-15min"));
        var history = await RunPlanner.With("rules", "history", "-w", workspace, "--json");
        Assert.Equal("yearly", (string?)JsonNode.Parse(history.Out)!["versions"]![0]!["note"]);
    }

    [Fact]
    public async Task AFileBecomesAVersionThatCanBeShownAndUsedAgain()
    {
        var workspace = OneStreet.Write(folder);
        var file = folder.Write("city.json", RulePackFiles.Texts["embedded-2024"].Replace("\"id\": \"embedded-2024\"", "\"id\": \"city\"", StringComparison.Ordinal));
        var used = await RunPlanner.With("rules", "use", file, "-w", workspace);
        Assert.Equal((0, true), (used.Code, used.Out.Contains("city@1", StringComparison.Ordinal)));
        var shown = await RunPlanner.With("rules", "show", "city@1", "-w", workspace);
        Assert.Contains("m² per 100 households 30  mandatory", shown.Out, StringComparison.Ordinal);
        Assert.Contains("[to be verified]", shown.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunPlanner.With("rules", "use", "cn-15min", "-w", workspace)).Code);
        Assert.Equal(0, (await RunPlanner.With("rules", "use", "city", "-w", workspace)).Code);
        Assert.Equal(9, await Services("-w", workspace));
    }

    [Fact]
    public async Task CheckListsEveryProblemWithItsPlaceAndStoresNothing()
    {
        var text = RulePackFiles.Texts["cn-15min"].Replace("\"limit_metres\": 300", "\"limit_metres\": 99999", StringComparison.Ordinal)
            .Replace("\"value\": 30,", "\"value\": -30,", StringComparison.Ordinal);
        var file = folder.Write("bad.json", text);
        var (code, output, _) = await RunPlanner.With("rules", "check", file, "--json");
        Assert.Equal(1, code);
        // Three services of 300 m, and the rule.
        Assert.Equal(
            ["$.services[1].limit_metres", "$.services[9].limit_metres", "$.services[15].limit_metres", "$.rules[0].value"],
            JsonNode.Parse(output)!["problems"]!.AsArray().Select(p => (string)p!["place"]!));
        var workspace = OneStreet.Write(folder);
        Assert.Equal(1, (await RunPlanner.With("rules", "use", file, "-w", workspace)).Code);
        Assert.Empty(JsonNode.Parse((await RunPlanner.With("rules", "history", "-w", workspace, "--json")).Out)!["versions"]!.AsArray());
        Assert.Equal(0, (await RunPlanner.With("rules", "check", folder.Write("good.json", RulePackFiles.Texts["cn-15min"]))).Code);
    }

    [Theory]
    [InlineData(1, "rules", "show", "moon")]
    [InlineData(1, "rules", "check", "nowhere.json")]
    [InlineData(2, "rules")]
    [InlineData(2, "rules", "frob")]
    [InlineData(2, "rules", "use", "cn-15min")]
    public async Task WhatMakesNoSenseIsTold(int code, params string[] args) => Assert.Equal(code, (await RunPlanner.With(args)).Code);

    private async Task<int> Services(params string[] options)
    {
        var (code, output, error) = await RunPlanner.With(["coverage", .. options, "--out", folder.File("out"), "--json"]);
        Assert.True(code == 0, error);
        return JsonNode.Parse(output)!["services"]!.AsArray().Count;
    }
}
