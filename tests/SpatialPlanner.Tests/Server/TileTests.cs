using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Tiles;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

/// <summary>Vector tiles: what is in one by arithmetic, read by a plain reader of the format and by GDAL.</summary>
public sealed class TileTests : IAsyncLifetime, IDisposable
{
    private const string Hostile = "<script>\"'\u202E 🏘️\n]]>";

    // The tile 0/0/0 is the world: 4,096 units are 360 degrees.
    private static readonly TileAddress World = new(0, 0, 0);

    private TestServer Server { get; set; } = null!;

    private readonly TempFolder folder = new();

    public async Task InitializeAsync() => Server = await TestServer.StartOn(OneStreet.Write(folder));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private static TileLayer Layer(params Geometry[] shapes) => new(new PublishedLayer(
        "things", new("物", "Things"), LayerGeometry.PointOrPolygon,
        [new("id", ColumnType.Text), new("name", ColumnType.Text), new("n", ColumnType.Whole), new("x", ColumnType.Real), new("is", ColumnType.Flag)],
        [.. shapes.Select((s, i) => new LayerRow(s, [$"t{i}", i == 0 ? Hostile : null, (long)-i, 0.5, i == 1]))], false));

    private static List<TileFeature> Read(TileLayer layer, TileAddress tile, int rows) =>
        TileReader.Read(layer.Encode(tile, [.. Enumerable.Range(0, rows)])).Single().Features;

    private static Polygon Box(double west, double south, double east, double north) => new(new LinearRing(
        [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]));

    [Fact]
    public void PlacesAreUnitsOfTheTileByTheFormulaOfTheProjection()
    {
        var features = Read(Layer(new Point(0, 0), new Point(90, 66.51326044311186), new Point(-179.9, -80)), World, 3);
        Assert.Equal([(2048, 2048)], features[0].Parts[0]);
        // At 66.51326° the plane is half as high as it is at its edge.
        Assert.Equal([(3072, 1024)], features[1].Parts[0]);
        Assert.Equal((1, 1UL), (features[0].Kind, features[0].Id));
        Assert.Equal(-179.9, ((features[2].Parts[0][0].X / 4096.0) - 0.5) * 360, 0.05);
    }

    [Fact]
    public void AttributesAreTheColumnsAndEmptyOnesAreLeftOut()
    {
        var features = Read(Layer(new Point(0, 0), new Point(1, 1)), World, 2);
        Assert.Equal(new Dictionary<string, object> { ["id"] = "t0", ["name"] = Hostile, ["n"] = 0L, ["x"] = 0.5, ["is"] = false }, features[0].Attributes);
        Assert.Equal(new Dictionary<string, object> { ["id"] = "t1", ["n"] = -1L, ["x"] = 0.5, ["is"] = true }, features[1].Attributes);
    }

    [Fact]
    public void OutlinesRunClockwiseHolesAgainstThemHoweverTheyWereDrawn()
    {
        var hole = Box(-20, -20, 20, 20).Shell;
        foreach (var shape in new[] { new Polygon(Box(-40, -40, 40, 40).Shell, [hole]), new Polygon((LinearRing)Box(-40, -40, 40, 40).Shell.Reverse(), [(LinearRing)hole.Reverse()]) })
        {
            var parts = Read(Layer(shape), World, 1)[0].Parts;
            Assert.Equal(2, parts.Count);
            Assert.True(Area(parts[0]) > 0, "the outline");
            Assert.True(Area(parts[1]) < 0, "the hole");
        }
    }

    private static long Area(List<(int X, int Y)> ring)
    {
        var sum = 0L;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }

        return sum;
    }

    [Fact]
    public void AShapeOverABorderIsCutOnBothSidesAtTheBuffer()
    {
        // From 10° west to 10° east: the border between the columns 0 and 1 of zoom 1.
        var layer = Layer(Box(-10, 10, 10, 20));
        var west = Read(layer, new TileAddress(1, 0, 0), 1)[0].Parts[0];
        var east = Read(layer, new TileAddress(1, 1, 0), 1)[0].Parts[0];
        Assert.Equal(4096 + 64, west.Max(p => p.X));
        Assert.Equal(-64, east.Min(p => p.X));
        Assert.Equal(4096 - (int)Math.Round(10.0 / 180 * 4096), west.Min(p => p.X));
        Assert.Equal((int)Math.Round(10.0 / 180 * 4096), east.Max(p => p.X));
        Assert.Empty(layer.Encode(new TileAddress(2, 0, 3), [0]));
    }

    [Fact]
    public void ALineThatLeavesTheTileAndComesBackIsTwo()
    {
        var line = new LineString([new(-170, 10), new(-1, 10), new(60, 20), new(60, 40), new(-1, 40), new(-170, 40)]);
        var parts = Read(Layer(line), new TileAddress(1, 0, 0), 1)[0].Parts;
        Assert.Equal(2, parts.Count);
        Assert.All(parts, p => Assert.All(p, at => Assert.InRange(at.X, -64, 4160)));
    }

    [Fact]
    public void NothingVanishesWhenAllOfACityIsLessThanAUnit()
    {
        Geometry[] shapes =
        [
            .. Enumerable.Range(0, 50).Select(i => Box(108.95 + (i * 1e-5), 34.25, 108.95 + (i * 1e-5) + 1e-6, 34.250001)),
            new LineString([new(108.95, 34.25), new(108.950001, 34.25)]),
            new Polygon(Box(108.95, 34.25, 108.951, 34.251).Shell, [Box(108.9502, 34.2502, 108.9503, 34.2503).Shell]),
        ];
        var features = Read(Layer(shapes), World, shapes.Length);
        Assert.Equal(shapes.Length, features.Count);
        Assert.All(features, f => Assert.Single(f.Parts));
        Assert.All(features.Where(f => f.Kind == 3), f => Assert.Equal(2, Area(f.Parts[0])));
    }

    [Fact]
    public async Task TheServerGivesTilesOfSourceLayersAndResults()
    {
        var (lon, lat) = OneStreet.At(1000, 0);
        var (x, y) = World.ToTile(lon, lat);
        const int Zoom = 15;
        var (column, line) = ((int)(x / 4096 * (1 << Zoom)), (int)(y / 4096 * (1 << Zoom)));
        foreach (var layer in new[] { "buildings", "walk_edges", "facilities", "boundaries", "gaps" })
        {
            using var answer = await Server.Client.GetAsync($"/tiles/{layer}/{Zoom}/{column}/{line}.mvt");
            Assert.Equal((HttpStatusCode.OK, "application/vnd.mapbox-vector-tile"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            var tile = Assert.Single(TileReader.Read(await answer.Content.ReadAsByteArrayAsync()));
            Assert.Equal((layer, 2, 4096), (tile.Name, tile.Version, tile.Extent));
            Assert.NotEmpty(tile.Features);
            Assert.NotNull(answer.Headers.ETag);
            using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await Server.Client.SendAsync(again)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await Server.Client.GetAsync($"/tiles/buildings/{Zoom}/0/0.mvt")).StatusCode);
    }

    [Theory]
    [InlineData("/tiles/buildings/23/0/0.mvt", 400)]
    [InlineData("/tiles/buildings/1/2/0.mvt", 400)]
    [InlineData("/tiles/buildings/1/-1/0.mvt", 400)]
    [InlineData("/tiles/buildings/a/0/0.mvt", 400)]
    [InlineData("/tiles/moon/0/0/0.mvt", 404)]
    [InlineData("/tiles/gap_table/0/0/0.mvt", 404)]
    [InlineData("/tiles/rule_packs/0/0/0.mvt", 404)]
    public async Task WhatIsNoTileIsAProblemInBothLanguages(string path, int status)
    {
        using var answer = await Server.Client.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.NotEmpty((string)problem["detail_zh"]!);
    }

    [GdalFact]
    public async Task GdalReadsATileAndHasItsShapesAndTexts()
    {
        var (lon, lat) = OneStreet.At(1000, 0);
        var (x, y) = World.ToTile(lon, lat);
        const int Zoom = 14;
        var (column, line) = ((int)(x / 4096 * (1 << Zoom)), (int)(y / 4096 * (1 << Zoom)));
        var bytes = await Server.Client.GetByteArrayAsync($"/tiles/facilities/{Zoom}/{column}/{line}.mvt");
        var path = folder.File(string.Create(CultureInfo.InvariantCulture, $"{Zoom}-{column}-{line}.mvt"));
        await File.WriteAllBytesAsync(path, bytes);
        var (_, text, _) = Command.Run("ogrinfo", "-al", "-oo", string.Create(CultureInfo.InvariantCulture, $"X={column}"), "-oo", string.Create(CultureInfo.InvariantCulture, $"Y={line}"), "-oo", $"Z={Zoom}", path);
        Assert.Contains(OneStreet.Name, text, StringComparison.Ordinal);
        Assert.Contains("POINT (", text, StringComparison.Ordinal);
    }
}
