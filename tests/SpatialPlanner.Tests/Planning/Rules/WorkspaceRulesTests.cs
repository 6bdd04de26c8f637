using System.Text.Json.Nodes;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Rules;

/// <summary>The rule pack of a workspace, in either store.</summary>
public sealed class WorkspaceRulesTests : IDisposable
{
    private readonly StorePlaces places = new();
    private readonly NoonClock clock = new();

    public void Dispose() => places.Dispose();

    [Theory, GeoPackageStore, PostgisStore]
    public void AWorkspaceWithoutAChoiceUsesTheDefault(StoreKind store)
    {
        using var workspace = places.New(store);
        Assert.Null(WorkspaceRules.Current(workspace));
        Assert.Equal("cn-15min", WorkspaceRules.Load(workspace).Id);
        Assert.Equal("gb50180-2018", WorkspaceRules.Load(workspace, "gb50180-2018").Id);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void WhatIsChosenAndSavedIsInUseAndNothingOfThePastIsLost(StoreKind store)
    {
        using var workspace = places.New(store);
        var before = workspace.Fingerprint();
        Assert.Equal("gb50180-2018", WorkspaceRules.Choose(workspace, "gb50180-2018", "  ", clock).Name);
        Assert.NotEqual(before, workspace.Fingerprint());
        Assert.Equal("cn-15min@1", WorkspaceRules.Save(workspace, Parks(6), "six", clock).Name);
        Assert.Equal("cn-15min@2", WorkspaceRules.Save(workspace, Parks(7), null, clock).Name);
        Assert.Equal("cn-15min@1", WorkspaceRules.Choose(workspace, "cn-15min@1", "again", clock).Name);

        var history = WorkspaceRules.History(workspace);
        Assert.Equal(["cn-15min@1", "cn-15min@2", "cn-15min@1", "gb50180-2018"], history.Select(v => v.Name));
        Assert.Equal([4, 3, 2, 1], history.Select(v => v.Seq));
        Assert.Equal(["cn-15min@2", "cn-15min@1", "gb50180-2018", "cn-15min"], history.Select(v => v.BasedOn));
        Assert.Equal(["again", null, "six", null], history.Select(v => v.Note));
        Assert.All(history, v => Assert.Equal("2026-06-01T12:00:00.000Z", v.SavedAt));
        Assert.Null(history[3].Json);
        Assert.Equal(6, ParkLimit(WorkspaceRules.Load(workspace)));
        // A version more of the same pack counts on from the highest, whichever is in use.
        Assert.Equal("cn-15min@3", WorkspaceRules.Save(workspace, Parks(8), null, clock).Name);
        Assert.Equal("cn-15min", WorkspaceRules.Choose(workspace, "cn-15min", null, clock).Name);
        Assert.Equal(5, ParkLimit(WorkspaceRules.Load(workspace)));
    }

    [Fact]
    public void APackOfTheUsersOwnIsFoundByItsIdAndByItsVersion()
    {
        using var workspace = places.New(StoreKind.GeoPackage);
        var text = Parks(6).Replace("\"id\": \"cn-15min\"", "\"id\": \"city\"", StringComparison.Ordinal);
        WorkspaceRules.Save(workspace, text, null, clock);
        WorkspaceRules.Save(workspace, text.Replace("\"edition\": \"2026.3\"", "\"edition\": \"b\"", StringComparison.Ordinal), null, clock);
        WorkspaceRules.Choose(workspace, "cn-15min", null, clock);
        Assert.Equal("city@2", WorkspaceRules.Choose(workspace, "city", null, clock).Name);
        Assert.Equal("city@1", WorkspaceRules.Choose(workspace, "city@1", null, clock).Name);
        var e = Assert.Throws<InputException>(() => WorkspaceRules.Choose(workspace, "city@3", null, clock));
        Assert.Contains("city@1, city@2", e.Problem.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongPackIsRefusedAndTheWorkspaceStaysAsItWas()
    {
        using var workspace = places.New(StoreKind.GeoPackage);
        WorkspaceRules.Save(workspace, Parks(6), null, clock);
        var before = workspace.Fingerprint();
        Assert.Throws<RulePackException>(() => WorkspaceRules.Save(workspace, Parks(-1), null, clock));
        Assert.Equal((before, 1), (workspace.Fingerprint(), WorkspaceRules.History(workspace).Count));
    }

    [Fact]
    public void AStoredPackOfANewerProgramIsASentenceThatSaysWhatToDo()
    {
        using var workspace = places.New(StoreKind.GeoPackage);
        workspace.Commit(
            Rows.Batch(WorkspaceLayers.RulePacks, Row("{\"id\": \"city\", \"slope_rules\": []}"), Row(null, "far-2031", 2)), Rows.Source, false);
        var e = Assert.Throws<InputException>(() => WorkspaceRules.Load(workspace));
        Assert.Contains("far-2031", e.Problem.Place, StringComparison.Ordinal);
        Assert.Contains("planner rules use", e.Problem.Remedy.En, StringComparison.Ordinal);
        Assert.Contains("city@1", Assert.Throws<InputException>(
            () => WorkspaceRules.PackOf(workspace, WorkspaceRules.History(workspace)[1])).Problem.Place, StringComparison.Ordinal);
        WorkspaceRules.Choose(workspace, "cn-15min", null, clock);
        Assert.Equal("cn-15min", WorkspaceRules.Load(workspace).Id);
    }

    private static LayerRow Row(string? json, string pack = "city", long seq = 1) => Rows.Of(
        WorkspaceLayers.RulePacks, null, ("id", $"{seq}"), ("seq", seq), ("pack", pack), ("version", json is null ? 0L : 1L), ("json", json));

    private static double? ParkLimit(RulePack pack) => pack.Services[pack.IndexOfService("park")].Limit.Minutes;

    private static string Parks(double minutes)
    {
        var pack = JsonNode.Parse(RulePackFiles.Texts["cn-15min"])!;
        pack["services"]!.AsArray().Single(s => (string)s!["code"]! == "park")!["limit_minutes"] = minutes;
        return pack.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private sealed class NoonClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
