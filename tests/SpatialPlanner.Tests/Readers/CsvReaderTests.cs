using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void TheDelimiterIsFound(string mark)
    {
        var text = "编号,名称,经度,纬度\n1,甲,108.9,34.2\n2,乙,108.8,34.1\n".Replace(",", mark, StringComparison.Ordinal);
        List<LayerRow> rows = [.. Read(Facilities, text).Layers[Facilities]];
        Assert.Equal(["甲", "乙"], rows.Select(r => r.Values[1]));
        Assert.Equal(new Coordinate(108.8, 34.1), rows[1].Geometry!.Coordinate);
    }

    [Fact]
    public void QuotesLineBreaksAndEmojiAreKeptAndLinesCounted()
    {
        var batch = Read(Facilities, "id,name,lon,lat\r\n1,\"say \"\"hi\"\", 🏥\nsecond\",1,2\r\n2,b,x,2\r\n");
        Assert.Equal("say \"hi\", 🏥\nsecond", batch.Layers[Facilities].First().Values[1]);
        Assert.Equal("line 4", Assert.Single(batch.Problems).Place);
    }

    [Fact]
    public void ServicesMayBeNamedInChinese()
    {
        var batch = Read(Facilities, "id,服务,lon,lat\n1,菜市场；药店,1,2\n2,\"Market or fresh-food store, meals\",1,2\n3,魔法,1,2\n");
        Assert.Equal(["market;pharmacy", "market or fresh-food store"], batch.Layers[Facilities].Take(2).Select(r =>
            ((string)r.Values[2]!).Replace("market;meals", "market or fresh-food store", StringComparison.Ordinal)));
        Assert.Contains("魔法", Assert.Single(batch.Problems).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void KindsOfLandCoverComeInTheWordsOfLandSurveysAndOfOpenStreetMapExtracts()
    {
        const string square = "\"POLYGON((1 2,1.1 2,1.1 2.1,1 2))\"";
        var batch = Read(LandCover, $"编号,地类名称,wkt\n1,河流水面,{square}\n2,公园绿地,{square}\n3,riverbank,{square}\n4,Forest,{square}\n5,机场,{square}\n");
        Assert.Equal(["water", "park", "water", "wood"], batch.Layers[LandCover].Take(4).Select(r => r.Values[2]));
        Assert.Contains("机场", Assert.Single(batch.Problems).What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingCoordinatesNameTheColumnsFound()
    {
        var problem = Assert.Throws<InputException>(() => Read(Facilities, "id,name\n1,a\n")).Problem;
        Assert.Contains("id, name", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void SwappedCoordinatesAreFatal()
    {
        var problem = Assert.Throws<InputException>(() => Read(Facilities, "id,lon,lat\n1,34.26,108.94\n")).Problem;
        Assert.Contains("swapped", problem.What.En, StringComparison.Ordinal);
        Assert.Equal("line 2", problem.Place);
    }

    [Fact]
    public void GbkIsReadWhetherSaidOrNot()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gbk").GetBytes("id,name,lon,lat\n1,北林社区食堂,1,2\n");
        var options = new ReadOptions(Facilities, Pack.Default);
        Assert.Equal("北林社区食堂", ReadTable.Csv(bytes, options).Layers[Facilities].First().Values[1]);
        Assert.Equal("北林社区食堂", ReadTable.Csv(bytes, options, "gbk").Layers[Facilities].First().Values[1]);
        var wrong = Assert.Throws<InputException>(() => ReadTable.Csv(bytes, options, "utf-8")).Problem;
        Assert.Contains("--encoding", wrong.Remedy.En, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => ReadTable.Csv(bytes, options, "klingon"));
    }

    [Fact]
    public void RowsWithoutIdAreNamedAfterTheFileAndToldOnce()
    {
        var batch = Read(Facilities, "name,lon,lat\na,1,2\nb,1,2\n");
        Assert.Equal(["x-1", "x-2"], batch.Layers[Facilities].Select(r => r.Values[0]));
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(batch.Problems).Severity);
    }

    [Fact]
    public void WktFillsPolygonLayersAndSurveysNeedNoPlace()
    {
        var land = Read(ResidentialLand, "id,wkt\n1,\"POLYGON ((0 0, 1 0, 1 1, 0 0))\"\n2,POLY\n");
        Assert.Single(land.Layers[ResidentialLand]);
        Assert.Single(land.Problems);
        Assert.Single(Read(SurveyResponses, "id,service,want\n1,meals,1\n").Layers[SurveyResponses]);
    }

    [Fact]
    public void ARowWithTooManyFieldsIsRejected()
    {
        var problem = Assert.Single(Read(Facilities, "id,name,lon,lat\n1,a,b,1,2\n").Problems);
        Assert.Contains("5 fields", problem.What.En, StringComparison.Ordinal);
    }

    private static LayerBatch Read(LayerSchema layer, string text) =>
        ReadTable.Csv(Encoding.UTF8.GetBytes(text), new ReadOptions(layer, Pack.Default));
}
