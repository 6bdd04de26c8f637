using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

/// <summary>Edits of rows over HTTP, on a workspace of their own each: they are written into it.</summary>
public sealed class EditTests : IAsyncLifetime, IDisposable
{
    private const string Path = "/api/v1/edits";
    private const string Hostile = "<script>alert(1)</script> \"'\u202E 🏘️ =cmd|'/c calc'!A1";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private readonly TempFolder folder = new();

    private string File { get; set; } = "";

    private TestServer Server { get; set; } = null!;

    public async Task InitializeAsync()
    {
        File = OneStreet.Write(folder);
        using (var workspace = GeoPackageWorkspace.Open(File))
        {
            var (lon, lat) = OneStreet.At(500, 20);
            workspace.Commit(
                Rows.Batch(WorkspaceLayers.IdleSpaces, [Rows.Of(
                    WorkspaceLayers.IdleSpaces, new NetTopologySuite.Geometries.Point(lon, lat), ("id", "S1"), ("name", "旧仓库"), ("storey", 1L), ("status", "candidate"))]),
                Rows.Source, false);
        }

        Server = await TestServer.StartOn(File);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private static string At(double east, double north)
    {
        var (lon, lat) = OneStreet.At(east, north);
        return string.Create(CultureInfo.InvariantCulture, $"[{lon:R}, {lat:R}]");
    }

    private static string Line(params (double East, double North)[] points) =>
        $$"""{"type": "LineString", "coordinates": [{{string.Join(", ", points.Select(p => At(p.East, p.North)))}}] }""";

    private Task<HttpResponseMessage> Post(string edits, string author = "王工", string path = Path) =>
        Server.PostAny(path, $$"""{"author": {{JsonValue.Create(author).ToJsonString()}}, "edits": [{{edits}}]}""");

    private Task<HttpResponseMessage> Undo(JsonNode batch, string author = "李工") =>
        Server.PostAny($"{Path}/{batch}/undo", $$"""{"author": "{{author}}"}""");

    private static async Task<JsonNode> JsonOf(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private Dictionary<string, LayerRow> Stored(LayerSchema layer)
    {
        using var workspace = GeoPackageWorkspace.Open(File, readOnly: true);
        return workspace.Read(layer).ToDictionary(r => (string)r.Values[0]!);
    }

    private object? Value(LayerSchema layer, string id, string column) => Stored(layer)[id].Values[layer.Require(column)];

    private async Task<JsonNode> Log(string filter = "") => await Server.Get($"{Path}{filter}");

    [Fact]
    public async Task AnEditIsStoredLoggedAndHadBackAndMadeAgain()
    {
        var before = Stored(WorkspaceLayers.IdleSpaces)["S1"];
        var done = await JsonOf(await Post(
            $$"""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"owner": {{JsonValue.Create(Hostile).ToJsonString()}}, "storey": -1}, "base": {"owner": null, "storey": 1} }"""));
        Assert.Equal(("idle_spaces", "S1", "change"), ((string)done["edits"]![0]!["layer"]!, (string)done["edits"]![0]!["id"]!, (string)done["edits"]![0]!["action"]!));
        Assert.Equal((Hostile, -1L), (Value(WorkspaceLayers.IdleSpaces, "S1", "owner"), Value(WorkspaceLayers.IdleSpaces, "S1", "storey")));
        var line = (await Log())["edits"]!.AsArray().Single()!;
        Assert.Equal(
            ("王工", 1, -1, Hostile),
            ((string)line["author"]!, (int)line["before"]!["properties"]!["storey"]!, (int)line["after"]!["properties"]!["storey"]!, (string)line["after"]!["properties"]!["owner"]!));

        var undone = await JsonOf(await Undo(done["batch"]!));
        Assert.Equal(before.Values, Stored(WorkspaceLayers.IdleSpaces)["S1"].Values);
        var log = (await Log())["edits"]!.AsArray();
        Assert.Equal((2, "restore", "李工"), (log.Count, (string)log[0]!["action"]!, (string)log[0]!["author"]!));
        Assert.Equal(((string)undone["batch"]!, (string)done["batch"]!), ((string)log[1]!["undone_by"]!, (string)log[0]!["undoes"]!));

        await JsonOf(await Undo(undone["batch"]!));
        Assert.Equal(-1L, Value(WorkspaceLayers.IdleSpaces, "S1", "storey"));
        Assert.Null((await Log($"?batch={done["batch"]}"))["edits"]![0]!["undone_by"]);
    }

    [Fact]
    public async Task AFacilityThatIsAddedCountsAndOneThatIsDeletedDoesNot()
    {
        async Task<int> Covered()
        {
            for (var late = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(50))
            {
                var answer = await Server.Post("/api/v1/coverage", """{"service": "meals"}""");
                if (((string)answer["fingerprint"]!).StartsWith(Now(), StringComparison.Ordinal) || DateTime.UtcNow > late)
                {
                    return (int)answer["gaps"]!.AsArray().Single(g => (string)g!["level"]! == "district" && (string)g["group"]! == "all" && (string)g["denominator"]! == "people")!["covered"]!;
                }
            }
        }

        string Now()
        {
            using var workspace = GeoPackageWorkspace.Open(File, readOnly: true);
            return workspace.Fingerprint();
        }

        var before = await Covered();
        var added = await JsonOf(await Post(
            $$"""{"layer": "facilities", "action": "add", "properties": {"name": "东头食堂", "services": "meals", "status": "open"}, "geometry": {"type": "Point", "coordinates": {{At(2000, -10)}} } }"""));
        // The same as the canteen of the what-if tests: 600 m from the east end.
        Assert.Equal(before + 60, await Covered());
        await JsonOf(await Post($$"""{"layer": "facilities", "id": {{added["edits"]![0]!["id"]!.ToJsonString()}}, "action": "delete"}"""));
        Assert.Equal(before, await Covered());
        await JsonOf(await Undo((await Log())["edits"]![0]!["batch"]!));
        Assert.Equal(before + 60, await Covered());
    }

    [Fact]
    public async Task ADrawnPathCutsTheStreetThatItMeetsAndItsUndoMendsIt()
    {
        var before = Stored(WorkspaceLayers.WalkEdges);
        // From the house B21, which stands 800 m off, to the middle of the edge from 1,000 to 1,100 m.
        var drawn = await JsonOf(await Post($$"""{"layer": "walk_edges", "action": "add", "properties": {"class": "footway"}, "geometry": {{Line((1050, 800), (1050, 0))}} }"""));
        Assert.Empty(drawn["warnings"]!.AsArray());
        var after = Stored(WorkspaceLayers.WalkEdges);
        Assert.Equal(before.Count + 2, after.Count);
        Assert.DoesNotContain("e10", after.Keys);
        Assert.Equal(100_000L, after.Where(e => e.Key.StartsWith("e10~", StringComparison.Ordinal)).Sum(e => (long)e.Value.Values[WorkspaceLayers.WalkEdges.Require("length_mm")]!));
        // 50 m to the path, 800 m along it, 1,050 m along the street, 10 m to the canteen: the path can be walked onto.
        JsonNode walk;
        for (var late = DateTime.UtcNow.AddSeconds(30); !(bool)(walk = await Server.Get("/api/v1/explain?building=B21&service=meals"))["reached"]! && DateTime.UtcNow < late;)
        {
            await Task.Delay(50);
        }

        Assert.Equal(1910, (double)walk["metres"]!, 0.5);

        await JsonOf(await Undo(drawn["batch"]!));
        Assert.Equal(before.Keys.Order(), Stored(WorkspaceLayers.WalkEdges).Keys.Order());
        Assert.True(before["e10"].Geometry!.EqualsExact(Stored(WorkspaceLayers.WalkEdges)["e10"].Geometry));
    }

    [Fact]
    public async Task APathThatMeetsNothingIsStoredWithAWarning()
    {
        var drawn = await JsonOf(await Post($$"""{"layer": "walk_edges", "action": "add", "geometry": {{Line((1050, 300), (1050, 200))}} }"""));
        Assert.Contains("walk onto it", (string)drawn["warnings"]![0]!["message"]!["en"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"layer": "moon", "id": "x", "action": "change"}""", "edits[0].layer")]
    [InlineData("""{"layer": "boundaries", "id": "W", "action": "change", "properties": {"name": "x"}}""", "edits[0].layer")]
    [InlineData("""{"layer": "buildings", "id": "B00", "action": "delete"}""", "edits[0].action")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "restore"}""", "edits[0].action")]
    [InlineData("""{"layer": "idle_spaces", "action": "change", "properties": {"storey": 1}}""", "edits[0].id")]
    [InlineData("""{"layer": "idle_spaces", "action": "add", "properties": {"storey": 1}}""", "edits[0].geometry")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"storey": 1.5}}""", "edits[0].properties.storey")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"floor_area_m2": -1}}""", "edits[0].properties.floor_area_m2")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"status": "open"}}""", "edits[0].properties.status")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"available_from": "2026-02-30"}}""", "edits[0].properties.available_from")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"permitted_services": "meals;cinema"}}""", "edits[0].properties.permitted_services")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"community_code": "nowhere"}}""", "edits[0].properties.community_code")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"id": "S2"}}""", "edits[0].properties.id")]
    [InlineData("""{"layer": "walk_edges", "id": "e00", "action": "change", "properties": {"length_mm": 1}}""", "edits[0].properties.length_mm")]
    [InlineData("""{"layer": "facilities", "id": "F1", "action": "change", "properties": {"services": null}}""", "edits[0].properties.services")]
    [InlineData("""{"layer": "facilities", "id": "F1", "action": "change", "geometry": {"type": "Point", "coordinates": [34.25, 108.95]}}""", "edits[0].geometry")]
    [InlineData("""{"layer": "facilities", "id": "F1", "action": "change", "geometry": {"type": "LineString", "coordinates": [[108.95, 34.25], [108.951, 34.25]]}}""", "edits[0].geometry")]
    [InlineData("""{"layer": "walk_edges", "id": "e00", "action": "change", "geometry": {"type": "LineString", "coordinates": [[108.95, 34.25], [108.95, 34.25]]}}""", "edits[0].geometry")]
    [InlineData("""{"layer": "buildings", "id": "B00", "action": "change", "geometry": {"type": "Point", "coordinates": [108.95, 34.25]}}""", "edits[0].geometry")]
    [InlineData("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"storey": 2}}, {"layer": "idle_spaces", "id": "S1", "action": "delete"}""", "edits")]
    public async Task WhatCannotBeStoredIsRefusedWithItsPlaceAndNothingChanges(string edits, string field)
    {
        var before = Stored(WorkspaceLayers.IdleSpaces)["S1"].Values;
        var problem = await JsonOf(await Post(edits), HttpStatusCode.BadRequest);
        Assert.Equal(field, (string)problem["field"]!);
        Assert.StartsWith(field, (string)problem["detail_zh"]!, StringComparison.Ordinal);
        Assert.Equal(before, Stored(WorkspaceLayers.IdleSpaces)["S1"].Values);
        Assert.Equal(0, (int)(await Log())["total"]!);
    }

    [Fact]
    public async Task WithoutANameNothingIsStored() =>
        Assert.Equal("author", (string)(await JsonOf(await Post("""{"layer": "idle_spaces", "id": "S1", "action": "delete"}""", " "), HttpStatusCode.BadRequest))["field"]!);

    [Fact]
    public async Task WhatSomebodyElseChangedMeanwhileIsNotOverwritten()
    {
        static string Edit(int storey) => $$"""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"storey": {{storey}} }, "base": {"storey": 1} }""";
        var answers = await Task.WhenAll(Enumerable.Range(2, 6).Select(i => Post(Edit(i), $"author {i}")));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        var problem = await JsonOf(answers.First(a => a.StatusCode == HttpStatusCode.Conflict), HttpStatusCode.Conflict);
        Assert.Contains("storey was \"1\"", (string)problem["detail"]!, StringComparison.Ordinal);
        var line = (await Log())["edits"]!.AsArray().Single()!;
        Assert.Equal((long)line["after"]!["properties"]!["storey"]!, Value(WorkspaceLayers.IdleSpaces, "S1", "storey"));
    }

    [Fact]
    public async Task OfABatchAllIsStoredOrNothing()
    {
        var conflict = await Post("""{"layer": "facilities", "id": "F1", "action": "delete"}, {"layer": "idle_spaces", "id": "gone", "action": "delete"}""");
        await JsonOf(conflict, HttpStatusCode.Conflict);
        Assert.Contains("F1", Stored(WorkspaceLayers.Facilities).Keys);
        Assert.Equal(0, (int)(await Log())["total"]!);
    }

    [Fact]
    public async Task ABatchThatWasChangedSinceIsNotUndone()
    {
        var first = await JsonOf(await Post("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"storey": 2}}"""));
        await JsonOf(await Post("""{"layer": "idle_spaces", "id": "S1", "action": "change", "properties": {"storey": 3}}"""));
        await JsonOf(await Undo(first["batch"]!), HttpStatusCode.Conflict);
        Assert.Equal(3L, Value(WorkspaceLayers.IdleSpaces, "S1", "storey"));
        await JsonOf(await Server.PostAny($"{Path}/99999999/undo", """{"author": "x"}"""), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheLogIsFilteredAndPaged()
    {
        foreach (var (id, author) in new[] { ("F1", "a"), ("F2", "b"), ("F1", "b") })
        {
            await JsonOf(await Post($$"""{"layer": "facilities", "id": "{{id}}", "action": "change", "properties": {"capacity": {{(author == "a" ? 5 : 6)}} } }""", author));
        }

        Assert.Equal(2, (int)(await Log("?feature=F1"))["total"]!);
        Assert.Equal(2, (int)(await Log("?author=b"))["total"]!);
        Assert.Equal(0, (int)(await Log("?layer=idle_spaces"))["total"]!);
        var page = await Log("?limit=1&offset=1");
        Assert.Equal((3, 1, "F2"), ((int)page["total"]!, page["edits"]!.AsArray().Count, (string)page["edits"]![0]!["feature_id"]!));
        Assert.Equal(HttpStatusCode.BadRequest, (await Server.Client.GetAsync($"{Path}?limit=0")).StatusCode);
    }

    [Fact]
    public async Task EveryFieldThatCanBeEditedHasANameInBothLanguages()
    {
        var layers = (await Server.Get($"{Path}/fields"))["layers"]!.AsArray();
        Assert.Equal(["buildings", "compounds", "entrances", "facilities", "idle_spaces", "walk_edges"], layers.Select(l => (string)l!["layer"]!).Order());
        foreach (var field in layers.SelectMany(l => l!["fields"]!.AsArray()))
        {
            Assert.NotEqual((string)field!["name"]!, (string)field["label"]!["en"]!);
            Assert.Matches("[\u4e00-\u9fff]|\\d", (string)field["label"]!["zh"]!);
        }
    }

    private Task<HttpResponseMessage> SendPhoto(byte[] picture, string query = "of_layer=idle_spaces&of_id=S1&author=王", string type = "image/png")
    {
        var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return Server.Client.PostAsync($"/api/v1/photos?{query}", content);
    }

    [Fact]
    public async Task APhotoIsKeptListedGivenBackDeletedAndHadBack()
    {
        var photo = await JsonOf(await SendPhoto(Png), HttpStatusCode.Created);
        Assert.Equal(("image/png", "王", "S1"), ((string)photo["media_type"]!, (string)photo["author"]!, (string)photo["of_id"]!));
        Assert.Single((await Server.Get("/api/v1/photos?of_layer=idle_spaces&of_id=S1"))["photos"]!.AsArray());
        Assert.Empty((await Server.Get("/api/v1/photos?of_layer=idle_spaces&of_id=S2"))["photos"]!.AsArray());
        using var picture = await Server.Client.GetAsync($"/api/v1/photos/{photo["id"]}");
        Assert.Equal(Png, await picture.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NoContent, (await Server.Client.DeleteAsync($"/api/v1/photos/{photo["id"]}?author=x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.Client.GetAsync($"/api/v1/photos/{photo["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Server.Client.DeleteAsync($"/api/v1/photos/{photo["id"]}?author=x")).StatusCode);
        await JsonOf(await Undo((await Log())["edits"]![0]!["batch"]!));
        Assert.Equal(Png, await Server.Client.GetByteArrayAsync($"/api/v1/photos/{photo["id"]}"));
    }

    [Fact]
    public async Task APhotoChangesNoFigureAndIsNoLayer()
    {
        var before = Server.Snapshot.Fingerprint;
        await JsonOf(await SendPhoto([0xFF, 0xD8, 0xFF, 0xE0, 1], type: "image/jpeg"), HttpStatusCode.Created);
        Assert.Equal(before, (string)(await Server.Post("/api/v1/coverage", """{"service": "meals"}"""))["fingerprint"]!);
        Assert.DoesNotContain((await Server.Get("/api/v1/workspace"))["layers"]!.AsArray(), l => ((string)l!["name"]!).StartsWith("photo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsNoPhotoIsRefused()
    {
        await JsonOf(await SendPhoto(Encoding.UTF8.GetBytes("<svg onload=alert(1)>")), HttpStatusCode.UnsupportedMediaType);
        await JsonOf(await SendPhoto(Png, type: "text/plain"), HttpStatusCode.UnsupportedMediaType);
        await JsonOf(await SendPhoto(Png, "of_layer=idle_spaces&of_id=gone&author=x"), HttpStatusCode.NotFound);
        await JsonOf(await SendPhoto(Png, "of_layer=buildings&of_id=B00&author=x"), HttpStatusCode.BadRequest);
        await JsonOf(await SendPhoto(Png, "of_layer=idle_spaces&of_id=S1&author=%20"), HttpStatusCode.BadRequest);
        await JsonOf(await SendPhoto([.. Png, .. new byte[10 * 1024 * 1024]]), HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(0, (int)(await Log())["total"]!);
    }
}
