using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class WorkspaceTests(StreetServer street) : IClassFixture<StreetServer>
{
    private TestServer Server => street.Server;

    [Fact]
    public async Task TheWorkspaceSaysWhatItHolds()
    {
        var answer = await Server.Get("/api/v1/workspace");
        Assert.Equal("一条街", (string)answer["name"]!["zh"]!);
        Assert.True((bool)answer["synthetic"]!);
        Assert.Equal((220, 88, 22), ((int)answer["totals"]!["people"]!, (int)answer["totals"]!["dwellings"]!, (int)answer["totals"]!["buildings"]!));
        Assert.Equal(0.5, (double)answer["population_estimated_share"]!);
        Assert.Equal("community", (string)answer["communities"]!["kind"]!);
        Assert.Equal(4, answer["imports"]!.AsArray().Count);
        Assert.NotEmpty(answer["warnings"]!.AsArray());
        Assert.Equal(22, (int)answer["groups"]!.AsArray().Single(g => (string)g!["code"]! == "age_60_up")!["people"]!);
    }

    [Fact]
    public async Task EveryServiceHasTheLimitThatItsRuleTypesAndTheOther()
    {
        var services = (await Server.Get("/api/v1/workspace"))["services"]!.AsArray();
        Assert.Equal(16, services.Count);
        var meals = services.Single(s => (string)s!["code"]! == "meals")!;
        Assert.Null(meals["limit_metres"]);
        Assert.Equal((10, 600, 600, 1), ((int)meals["limit_minutes"]!, (int)meals["limit_m"]!, (int)meals["limit_s"]!, (int)meals["facilities"]!));
        var infants = services.Single(s => (string)s!["code"]! == "infant_care")!;
        Assert.Null(infants["limit_minutes"]);
        Assert.Equal((300, "unverified"), ((int)infants["limit_metres"]!, (string)infants["verification"]!));
    }

    [Fact]
    public async Task WalkersAndCrossingsAreToldWithHowTheyWereWorkedOut()
    {
        var answer = await Server.Get("/api/v1/workspace");
        var signals = answer["crossings"]!.AsArray().Single(c => (string)c!["class"]! == "signals")!;
        Assert.Equal((20, 90, 30), ((double)signals["wait_s"]!, (double)signals["cycle_s"]!, (double)signals["green_s"]!));
        Assert.Equal(("(90 - 30)² / (2 × 90)", "unverified"), ((string)signals["derivation"]!, (string)signals["verification"]!));
        var senior = answer["profiles"]!.AsArray().Single(p => (string)p!["code"]! == "senior")!;
        Assert.Equal((1.0, 0.4), ((double)senior["speed_m_per_s"]!, (double)senior["steps_share"]!));
        Assert.NotEmpty((string)senior["steps_source"]!["zh"]!);
        string? Walker(string group) => (string?)answer["groups"]!.AsArray().Single(g => (string)g!["code"]! == group)!["profile"];
        Assert.Equal(("senior_80", null), (Walker("age_80_up"), Walker("all")));
    }

    [Fact]
    public async Task ARiverThatReachesFarBeyondDoesNotSayWhereTheDistrictIs()
    {
        using var folder = new TempFolder();
        var path = OneStreet.Write(folder);
        var river = new NetTopologySuite.IO.WKTReader().Read("POLYGON((100 34.2,115 34.2,115 34.201,100 34.201,100 34.2))");
        using (var workspace = Workspaces.Open(path))
        {
            var row = Rows.Of(WorkspaceLayers.LandCover, river, ("id", "w"), ("name", OneStreet.Name), ("kind", "water"));
            workspace.Commit(Rows.Batch(WorkspaceLayers.LandCover, row), Rows.Source, false);
        }

        await using var server = await TestServer.StartOn(path);
        Assert.Equal((await Server.Get("/api/v1/workspace"))["bbox"]!.ToJsonString(), (await server.Get("/api/v1/workspace"))["bbox"]!.ToJsonString());
        var feature = (await server.Get("/ogc/collections/land_cover/items"))["features"]!.AsArray().Single()!;
        Assert.Equal((OneStreet.Name, "water"), ((string)feature["properties"]!["name"]!, (string)feature["properties"]!["kind"]!));
    }

    [Fact]
    public async Task EveryLayerOfTheWorkspaceIsACollectionOfAsManyFeatures()
    {
        var layers = (await Server.Get("/api/v1/workspace"))["layers"]!.AsArray();
        Assert.Subset(layers.Select(l => (string)l!["name"]!).ToHashSet(), new HashSet<string>(
            ["buildings", "facilities", "walk_edges", "coverage", "gaps", "gap_table", "snap_ledger"]));
        foreach (var layer in layers)
        {
            var items = await Server.Get($"/ogc/collections/{layer!["name"]}/items?limit=50000");
            // A result has not been worked out before somebody asks for its rows.
            var told = (bool)layer["result"]! ? items["numberMatched"] : layer["count"];
            Assert.Equal((bool)layer["result"]!, layer["count"] is null);
            Assert.Equal((int)told!, items["features"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task TheCoverageLayerSaysWhatTheCoverageAnswerSays()
    {
        var answer = await Server.Post("/api/v1/coverage", """{"service": "meals"}""");
        var features = (await Server.Get("/ogc/collections/coverage/items"))["features"]!.AsArray();
        for (var b = 0; b < features.Count; b++)
        {
            Assert.Equal(
                (double?)answer["buildings"]!["metres"]![b], (double?)features[b]!["properties"]!["meals_m"]);
        }

        Assert.Equal(6, features.Count(f => (bool)f!["properties"]!["meals_ok"]!));
    }
}
