using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Data.Readers.GeoJson;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

public sealed class GeoJsonReaderTests
{
    private const string Head = """{"type":"FeatureCollection","features":[""";

    [Fact]
    public void AFeatureBecomesARowWhateverTheOrderOfItsMembers()
    {
        var row = Assert.Single(Read(
            Facilities,
            """{"features":[{"properties":{"Name":"老店","人口":5,"services":["meals","pharmacy"],"floor_area_m2":"12.5"},"id":7,"geometry":{"coordinates":[108.9,34.2,400],"type":"Point"},"type":"Feature"}],"type":"FeatureCollection"}""").Layers[Facilities]);
        Assert.Equal(["7", "老店", "meals;pharmacy", 12.5], row.Values.Take(4));
        Assert.Equal(new Coordinate(108.9, 34.2), row.Geometry!.Coordinate);
        Assert.Equal("feature 1 (id 7), line 1", row.Place);
    }

    [Fact]
    public void AMappedFieldGoesBeforeANamedOneAndThatBeforeAnAlias()
    {
        const string json = Head + """{"type":"Feature","properties":{"名称":"a","name":"b","label2":"c"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""";
        Assert.Equal("b", Read(Facilities, json).Layers[Facilities].First().Values[1]);
        var mapped = new ReadOptions(Facilities, Pack.Default) { Map = new Dictionary<string, string> { ["name"] = "label2" } };
        Assert.Equal("c", Read(json, mapped).Layers[Facilities].First().Values[1]);
        var absent = new ReadOptions(Facilities, Pack.Default) { Map = new Dictionary<string, string> { ["name"] = "none" } };
        Assert.Contains("no field none", Assert.Throws<InputException>(() => Read(json, absent)).Problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ATextLongerThanTheBufferIsKeptWhole()
    {
        var name = new string('长', 300_000);
        var json = Head + $$$"""{"type":"Feature","properties":{"name":"{{{name}}}"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""";
        Assert.Equal(name, Read(Facilities, json).Layers[Facilities].First().Values[1]);
    }

    [Fact]
    public void AFaultFarIntoTheFileIsGivenItsLine()
    {
        var text = new StringBuilder(Head).Append('\n');
        for (var i = 0; i < 5000; i++)
        {
            text.Append("""{"type":"Feature","properties":{"name":"filler filler"},"geometry":{"type":"Point","coordinates":[1,2]}},""").Append('\n');
        }

        text.Append("""{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["x",2]}}]}""");
        var problem = Assert.Throws<InputException>(() => Read(Facilities, text.ToString())).Problem;
        Assert.Equal("feature 5001, line 5002", problem.Place);
    }

    [Fact]
    public void LatitudeAndLongitudeSwappedIsFatal()
    {
        var problem = Assert.Throws<InputException>(() => Read(
            Facilities, Head + """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[34.26,108.94]}}]}""")).Problem;
        Assert.Contains("swapped", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("颠倒", problem.What.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326")]
    [InlineData("EPSG:4326", "EPSG:4326")]
    [InlineData("urn:ogc:def:crs:EPSG::5635", "EPSG:5635")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4545", "EPSG:4545")]
    public void TheOlderCrsMemberIsRead(string crs, string code)
    {
        var json = $$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{crs}}}"}},"features":[]}""";
        var table = new GeoJsonTable("x.geojson", () => new MemoryStream(Encoding.UTF8.GetBytes(json)), SourceEncoding.Utf8);
        ReadTable.Read("x.geojson", table, new ReadOptions(Facilities, Pack.Default));
        Assert.Equal(code, table.Crs.Text);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\u001e")]
    public void ASequenceOfFeaturesIsReadAsATable(string between)
    {
        string[] features = [.. Enumerable.Range(1, 3).Select(i =>
            $$$"""{"type":"Feature","properties":{"id":"{{{i}}}"},"geometry":{"type":"Point","coordinates":[1,2]}}""")];
        var rows = Read(Facilities, (between.Length > 1 ? "\u001e" : string.Empty) + string.Join(between, features)).Layers[Facilities];
        Assert.Equal(["1", "2", "3"], rows.Select(r => r.Values[0]));
        Assert.Equal("feature 3, line 3", rows.Last().Place);
    }

    [Theory]
    [InlineData("\"population\":-3", "negative")]
    [InlineData("\"population\":\"many\"", "not a number")]
    [InlineData("\"use\":\"castle\"", "not a word")]
    public void AWrongValueRejectsItsRowAndNoOther(string member, string complaint)
    {
        const string good = """{"type":"Feature","properties":{"use":"住宅","population":12.0},"geometry":{"type":"Point","coordinates":[1,2]}}""";
        var batch = Read(Buildings, Head + good + ",{\"type\":\"Feature\",\"properties\":{" + member + "},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}");
        var row = Assert.Single(batch.Layers[Buildings]);
        Assert.Equal("residential", row.Values[Buildings.Require("use")]);
        Assert.Equal(12L, row.Values[Buildings.Require("population")]);
        var problem = Assert.Single(batch.Problems, p => p.Severity == ProblemSeverity.Rejected);
        Assert.Contains(complaint, problem.What.En, StringComparison.Ordinal);
        Assert.Equal(2, batch.RowsRead[Buildings]);
    }

    [Fact]
    public void ABowTieIsMendedAndSaidToBe()
    {
        var batch = Read(Compounds, """{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}""");
        Assert.True(Assert.Single(batch.Layers[Compounds]).Geometry!.IsValid);
        Assert.Single(batch.Problems, p => p.Severity == ProblemSeverity.Repaired);
    }

    [Fact]
    public void LinesInManyPartsBecomeOneEdgeEach()
    {
        var batch = Read(WalkEdges, """{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}""");
        Assert.Equal(["x-1/1", "x-1/2"], batch.Layers[WalkEdges].Select(r => r.Values[0]));
    }

    [Fact]
    public void TheSecondOfTwoEqualIdsIsRejectedWithBothPlaces()
    {
        const string feature = """{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}""";
        var batch = Read(Facilities, Head + feature + ",\n" + feature + "]}");
        Assert.Single(batch.Layers[Facilities]);
        var problem = Assert.Single(batch.Problems);
        Assert.Contains("row 1", problem.What.En, StringComparison.Ordinal);
        Assert.Equal("feature 2 (id a), line 2", problem.Place);
    }

    [Theory]
    [InlineData("\u0001\"")]
    [InlineData("[1,2")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1,1e999]}")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":null}")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"name\":\"\\ud800\"},\"geometry\":null}")]
    public void NonsenseIsRefusedWithASentence(string json) =>
        Assert.Throws<InputException>(() => Read(Facilities, json));

    [Fact]
    public void AByteOrderMarkIsNotInTheWay() =>
        Assert.Single(Read(Facilities, "\uFEFF{\"type\":\"Point\",\"coordinates\":[1,2]}").Layers[Facilities]);

    internal static LayerBatch Read(LayerSchema layer, string json) => Read(json, new ReadOptions(layer, Pack.Default));

    private static LayerBatch Read(string json, ReadOptions options) => ReadTable.GeoJson(json, options);
}
