using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

/// <summary>The same content in both stores is the same workspace, to the byte of every answer.</summary>
public sealed class TwoStoresTests : IDisposable
{
    private readonly StorePlaces _places = new();

    public void Dispose() => _places.Dispose();

    [PostgisFact]
    public async Task TheSampleDistrictGivesTheSameAnswers()
    {
        var (file, database) = (_places.Free(StoreKind.GeoPackage), _places.Free(StoreKind.Postgis));
        foreach (var location in new[] { file, database })
        {
            await Good("sample", "-w", location);
        }

        using (var one = Workspaces.Open(file, readOnly: true))
        using (var two = Workspaces.Open(database, readOnly: true))
        {
            Assert.All(All, layer => Assert.Equal((layer.Name, one.Fingerprint(layer)), (layer.Name, two.Fingerprint(layer))));
            Assert.All(All, layer => Assert.Equal(one.Extent(layer), two.Extent(layer)));
            Assert.Equal(one.Fingerprint(), two.Fingerprint());
            Assert.Equal(one.Imports, two.Imports);
            Assert.Equal(one.Info, two.Info);
        }

        await Good("coverage", "-w", file, "--out", _places.Folder.File("1"), "--service", "meals");
        await Good("coverage", "-w", database, "--out", _places.Folder.File("2"), "--service", "meals");
        foreach (var name in new[] { "buildings.geojson", "gaps.csv", "gaps.geojson" })
        {
            Assert.Equal(File.ReadAllBytes(_places.Folder.File($"1/{name}")), File.ReadAllBytes(_places.Folder.File($"2/{name}")));
        }

        var (runs, checks) = (new List<string>(), new List<string>());
        foreach (var (location, folder) in new[] { (file, "1"), (database, "2") })
        {
            var run = JsonNode.Parse(File.ReadAllText(_places.Folder.File($"{folder}/run.json")))!.AsObject();
            run.Remove("seconds");
            runs.Add(run.ToJsonString());
            await Good("export", "-w", location, "--layer", "buildings", "--format", "csv", "--out", _places.Folder.File($"{folder}.csv"));
            checks.Add((await RunPlanner.With("check", "-w", location, "--json")).Out);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(checks[0], checks[1]);
        Assert.Equal(File.ReadAllBytes(_places.Folder.File("1.csv")), File.ReadAllBytes(_places.Folder.File("2.csv")));
    }

    [PostgisFact]
    public void EveryShapeAndValueHasOneFingerprint()
    {
        var prints = new List<(string, Envelope?, Envelope?, Envelope?)>();
        foreach (var store in Enum.GetValues<StoreKind>())
        {
            using var workspace = _places.New(store);
            var holed = new Polygon(Rows.Box(1, 1, 1).Shell, [Rows.Box(1.2, 1.2, 0.2).Shell]);
            workspace.Commit(
                Rows.Batch(
                    Buildings, Rows.Of(Buildings, holed, ("id", "1"), ("floor_area_m2", -0.0), ("name", "a\uD800b")),
                    Rows.Of(Buildings, new MultiPolygon([holed, Rows.Box(5, 5, 1)]), ("id", "2"), ("floor_area_m2", double.Epsilon)),
                    Rows.Of(Buildings, new MultiPolygon([Rows.Box(5, 5, 1)]), ("id", "3"), ("population", long.MaxValue)),
                    Rows.Of(Buildings, new Point(0.1, -0.0), ("id", "4"), ("name", "𠮷野家 'x' \"y\" \\ \t\r\n")),
                    Rows.Of(Buildings, null, ("id", "5"), ("name", string.Empty)),
                    Rows.Of(Buildings, Point.Empty, ("id", "6"), ("floor_area_m2", double.MaxValue)),
                    Rows.Of(Buildings, Polygon.Empty, ("id", "7"), ("floor_area_m2", 0.1 + 0.2))),
                Rows.Source, false);
            workspace.Commit(
                Rows.Batch(Compounds, Rows.Square(Compounds, "x", 1, 1), Rows.Of(Compounds, Polygon.Empty, ("id", "e"), ("gated", true))),
                Rows.Source, false);
            prints.Add((
                workspace.Fingerprint(), workspace.Extent(Buildings), workspace.Extent(Compounds), workspace.Extent(Facilities)));
        }

        Assert.Equal(prints[0], prints[1]);
    }

    [PostgisFact]
    public async Task TheServerNoticesWhatAnotherProgramChanged()
    {
        var location = _places.Free(StoreKind.Postgis);
        using (var workspace = Workspaces.Create(location))
        {
            foreach (var (layer, rows) in OneStreet.Layers())
            {
                workspace.Commit(Rows.Batch(layer, [.. rows]), Rows.Source, false);
            }
        }

        await using var server = await TestServer.StartOn(location);
        var before = (string)(await server.Get("/api/v1/workspace"))["fingerprint"]!;
        StorePlaces.Sql(location, "UPDATE {0}buildings SET population = 99 WHERE id = 'B03'");
        for (var i = 0; i < 100; i++)
        {
            if ((string)(await server.Get("/api/v1/workspace"))["fingerprint"]! != before)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("The server did not notice the edit in 10 s.");
    }

    private static async Task Good(params string[] command)
    {
        var (code, _, error) = await RunPlanner.With(command);
        Assert.True(code == 0, error);
    }
}
