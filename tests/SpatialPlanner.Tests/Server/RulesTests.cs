using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class RulesTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private string workspace = "";

    private TestServer Server { get; set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartOn(workspace = OneStreet.Write(folder));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ThePacksAreListedAndOneIsRead()
    {
        var list = await Server.Get("/api/v1/rules");
        Assert.Equal(("cn-15min", false), ((string)list["current"]!, (bool)list["fixed"]!));
        Assert.Equal(6, list["packs"]!.AsArray().Count);
        Assert.Empty(list["versions"]!.AsArray());
        var pack = await Server.Get("/api/v1/rules/gb50180-2018");
        Assert.Equal("cn-15min", (string)pack["extends"]!);
        Assert.Equal("gb50180-2018", (string)pack["json"]!["id"]!);
        var school = pack["rules"]!.AsArray().Single(r => (string)r!["id"]! == "10min-primary-school")!;
        Assert.Equal(("circle", "10min", "mandatory", 500), ((string)school["measure"]!, (string)school["tier"]!, (string)school["force"]!, (int)school["value"]!));
        await Server.GetProblem("/api/v1/rules/moon", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task ASavedPackIsServedAndChangesTheServiceThatItChangedAndNoOther()
    {
        var before = (await Server.Get("/api/v1/workspace"))["services"]!.AsArray();
        var pack = (await Server.Get("/api/v1/rules/cn-15min"))["json"]!;
        Service(pack["services"]!, "meals")["limit_minutes"] = 4;
        var saved = await Server.Post("/api/v1/rules", new JsonObject { ["json"] = pack.DeepClone(), ["note"] = "四分钟" }.ToJsonString());
        Assert.Equal(("cn-15min@1", "cn-15min"), ((string)saved["name"]!, (string)saved["based_on"]!));
        var after = await Until(s => (double?)Service(s, "meals")["limit_minutes"] == 4);
        foreach (var service in before.Where(s => (string)s!["code"]! != "meals"))
        {
            Assert.Equal(service!.ToJsonString(), Service(after, (string)service["code"]!).ToJsonString());
        }

        var list = await Server.Get("/api/v1/rules");
        Assert.Equal(("cn-15min@1", "四分钟"), ((string)list["current"]!, (string)list["versions"]![0]!["note"]!));
        await Server.Post("/api/v1/rules", """{"pack": "health-check-tdt1063"}""");
        await Until(s => s.AsArray().Count == 8);
        await Server.Post("/api/v1/rules", """{"pack": "cn-15min@1"}""");
        await Until(s => s.AsArray().Count == 16 && (double?)Service(s, "meals")["limit_minutes"] == 4);
    }

    [Fact]
    public async Task AWrongPackIsRefusedWithEveryPlace()
    {
        var pack = (await Server.Get("/api/v1/rules/cn-15min"))["json"]!;
        Service(pack["services"]!, "meals")["limit_minutes"] = 500;
        pack["rules"]![1]!["value"] = 10;
        var problem = await Server.PostProblem("/api/v1/rules", new JsonObject { ["json"] = pack.DeepClone() }.ToJsonString());
        Assert.Equal("$.services[3].limit_minutes", (string)problem["field"]!);
        Assert.Equal(["$.services[3].limit_minutes", "$.rules[1].value"], problem["problems"]!.AsArray().Select(p => (string)p!["place"]!));
        Assert.Contains("180", (string)problem["problems"]![0]!["what"]!["zh"]!, StringComparison.Ordinal);
        Assert.Empty((await Server.Get("/api/v1/rules"))["versions"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"pack": "moon"}""")]
    [InlineData("""{"json": 5}""")]
    [InlineData("""{"json": "{"}""")]
    [InlineData("""{"note": "x"}""")]
    [InlineData("""{"json": {}, "pack": "cn-15min"}""")]
    public async Task WhatIsNoPackIsRefused(string body) => await Server.PostProblem("/api/v1/rules", body);

    [Fact]
    public async Task APackOfTheCommandLineStaysInUse()
    {
        await using var other = await TestServer.Start(Server.Snapshot, o => o with { WorkspacePath = workspace, RulePackPath = "embedded-2024" });
        var list = await other.Get("/api/v1/rules");
        Assert.Equal(("embedded-2024", true), ((string)list["current"]!, (bool)list["fixed"]!));
        await other.PostProblem("/api/v1/rules", """{"pack": "cn-15min"}""", HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task AStoredPackThatCannotBeUsedIsToldAndTheDefaultIsServed()
    {
        using (var store = Workspaces.Open(workspace))
        {
            store.Commit(
                Rows.Batch(WorkspaceLayers.RulePacks, Rows.Of(WorkspaceLayers.RulePacks, null, ("id", "1"), ("seq", 1L), ("pack", "x"), ("version", 1L), ("json", "{}"))),
                Rows.Source, false);
        }

        await Until(s => s.AsArray().Count == 16, "rule_packs x@1");
        Assert.NotNull((await Server.Get("/api/v1/rules"))["problem"]);
        await Server.Post("/api/v1/rules", """{"pack": "cn-15min"}""");
        Assert.Null((await Server.Get("/api/v1/rules"))["problem"]);
    }

    private static JsonNode Service(JsonNode services, string code) => services.AsArray().Single(s => (string)s!["code"]! == code)!;

    /// <summary>The services once they are as expected, and a warning says what it should.</summary>
    private async Task<JsonNode> Until(Func<JsonNode, bool> isThere, string warning = "")
    {
        for (var i = 0; i < 300; i++)
        {
            var document = await Server.Get("/api/v1/workspace");
            if (isThere(document["services"]!) && (warning.Length == 0 || document["warnings"]!.AsArray().Any(w => ((string)w!["en"]!).Contains(warning, StringComparison.Ordinal))))
            {
                return document["services"]!;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The snapshot did not become as expected in 30 s.");
    }
}
