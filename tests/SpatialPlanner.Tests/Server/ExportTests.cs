using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Server;

public sealed class ExportTests(StreetServer street) : IClassFixture<StreetServer>
{
    private TestServer Server => street.Server;

    [Fact]
    public async Task EveryLayerIsADownloadInEveryFormat()
    {
        var layers = (await Server.Get("/api/v1/workspace"))["layers"]!.AsArray().Select(l => (string)l!["name"]!);
        foreach (var layer in layers)
        {
            foreach (var format in new[] { "geojson", "csv", "gpkg" })
            {
                using var answer = await Server.Client.GetAsync($"/api/v1/export/{layer}.{format}");
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                Assert.True(answer.IsSuccessStatusCode, $"{layer}.{format}: {System.Text.Encoding.UTF8.GetString(bytes)}");
                Assert.Equal($"{layer}.{format}", answer.Content.Headers.ContentDisposition!.FileName);
                Assert.NotEmpty(bytes);
            }
        }
    }

    [Fact]
    public async Task AnExportSaysThatTheDataIsInventedAndKeepsHostileNames()
    {
        var text = await Server.Client.GetStringAsync("/api/v1/export/facilities.geojson");
        var json = JsonNode.Parse(text)!;
        Assert.Contains("Synthetic", (string)json["attribution"]!, StringComparison.Ordinal);
        Assert.Equal(OneStreet.Name, (string)json["features"]![0]!["properties"]!["name"]!);
    }

    [Theory]
    [InlineData("/api/v1/export/facilities.exe")]
    [InlineData("/api/v1/export/nothing.csv")]
    [InlineData("/api/v1/export/..%2Fstreet.gpkg")]
    public Task WhatCannotBeExportedIsNotFound(string path) => Server.GetProblem(path, HttpStatusCode.NotFound);

    [GdalFact]
    public async Task GdalReadsEveryCollectionThroughTheApi()
    {
        var address = Server.Client.BaseAddress!.ToString().TrimEnd('/');
        var (code, output, error) = await Task.Run(() => Command.Run("ogrinfo", "-al", "-so", $"OAPIF:{address}/ogc"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Layer name: facilities", output, StringComparison.Ordinal);
        Assert.Contains("Layer name: coverage", output, StringComparison.Ordinal);
        Assert.Contains($"Feature Count: {OneStreet.Houses + 1}", output, StringComparison.Ordinal);
    }

    [GdalFact]
    public async Task GdalPagesAndFiltersThroughTheApi()
    {
        var address = Server.Client.BaseAddress!.ToString().TrimEnd('/');
        var (w, s) = OneStreet.At(-50, -50);
        var (e, n) = OneStreet.At(450, 50);
        string[] box = [.. new[] { w, s, e, n }.Select(v => v.ToString("R", System.Globalization.CultureInfo.InvariantCulture))];
        var (code, output, error) = await Task.Run(() => Command.Run(
            "ogrinfo", "-q", "-al", $"OAPIF:{address}/ogc/collections/buildings", "-oo", "PAGE_SIZE=2", "-spat", box[0], box[1], box[2], box[3]));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(5, output.Split("OGRFeature(").Length - 1);
    }
}
