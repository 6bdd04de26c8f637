using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using SpatialPlanner.Data.Export;
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
            foreach (var format in LayerExport.Formats)
            {
                using var answer = await Server.Client.GetAsync($"/api/v1/export/{layer}.{format}");
                var bytes = await answer.Content.ReadAsByteArrayAsync();
                Assert.True(answer.IsSuccessStatusCode, $"{layer}.{format}: {System.Text.Encoding.UTF8.GetString(bytes)}");
                Assert.Equal($"{layer}.{(format == "shp" ? "zip" : format)}", answer.Content.Headers.ContentDisposition!.FileName);
                Assert.Equal(LayerExport.Describe(format).MediaType, answer.Content.Headers.ContentType!.ToString());
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

    [Fact]
    public async Task AShapefileIsAnArchiveWithItsMetadataInTheSystemAskedFor()
    {
        using var answer = await Server.Client.GetAsync("/api/v1/export/facilities.shp?crs=EPSG:4545&encoding=gb18030");
        Assert.Equal("facilities_epsg4545.zip", answer.Content.Headers.ContentDisposition!.FileName);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        string[] names = [.. zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [.. new[] { "cpg", "dbf", "fields.csv", "prj", "shp", "shp.meta.json", "shx" }.Select(e => $"facilities_epsg4545.{e}")], names);
        using var metadata = zip.GetEntry("facilities_epsg4545.shp.meta.json")!.Open();
        var json = JsonNode.Parse(metadata)!;
        Assert.Equal("EPSG:4545", (string)json["crs"]!["code"]!);
        Assert.True((bool)json["synthetic"]!);
    }

    [Fact]
    public async Task AnyFormatCanBeAskedForWithItsMetadata()
    {
        using var answer = await Server.Client.GetAsync("/api/v1/export/coverage.csv?zip=true&crs=GCJ-02");
        Assert.Equal("coverage_gcj02.csv.zip", answer.Content.Headers.ContentDisposition!.FileName);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["coverage_gcj02.csv", "coverage_gcj02.csv.meta.json"], zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
        using var metadata = zip.Entries[1].Open();
        var question = JsonNode.Parse(metadata)!["question"]!.AsArray();
        Assert.Equal(Pack.Default.Services.Count, question.Count);
    }

    [Theory]
    [InlineData("facilities.csv?crs=EPSG:99999", "crs")]
    [InlineData("facilities.csv?crs=/etc/hostname.prj", "crs")]
    [InlineData("facilities.csv?zip=1", "zip")]
    [InlineData("facilities.csv?colour=red", "colour")]
    [InlineData("facilities.kml?crs=GCJ-02", null)]
    [InlineData("facilities.shp?encoding=gbk", null)]
    public async Task AnExportThatCannotBeSaysWhy(string path, string? field)
    {
        var problem = await Server.GetProblem($"/api/v1/export/{path}", HttpStatusCode.BadRequest);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.DoesNotContain("planner-export", (string)problem["detail"]!, StringComparison.Ordinal);
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
