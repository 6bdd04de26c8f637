using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers.Tables;

public sealed class CsvDialectTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public CsvDialectTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void ChineseTablesAreReadInTheEncodingsThatProgramsWrite(string encoding)
    {
        File.WriteAllText(_folder.File("f.csv"), "编号,名称,经度,纬度\n1,北林社区老年食堂与日间照料中心,108.94,34.26\n", Encoding.GetEncoding(encoding));
        var read = TakenFile.Read(_folder.File("f.csv"), Facilities);
        Assert.Equal(["北林社区老年食堂与日间照料中心"], read.Column("name"));
        Assert.Equal(encoding == "gb18030", read.Problems.Any(p => p.Remedy.En.Contains("--encoding", StringComparison.Ordinal)));
    }

    [Fact]
    public void AColumnOfPairsIsNoTableOfTwoColumns()
    {
        var read = Read("坐标\n108.94,34.26\n108.95,34.27\n", Facilities);
        Assert.Equal([new Coordinate(108.94, 34.26), new Coordinate(108.95, 34.27)], read.Rows.Select(r => r.Geometry!.Coordinate));
    }

    [Fact]
    public void PairsAreReadInEitherOrderAndTheTurnedOnesTold()
    {
        var read = Read("id\tlocation\n1\t108.94,34.26\n2\t\"34.26, 108.94\"\n3\t39.47，75.99\n4\tnothing\n", Facilities);
        Assert.Equal([108.94, 108.94, 75.99], read.Rows.Select(r => r.Geometry!.Coordinate.X));
        Assert.StartsWith("2 pairs", read.Told("latitude first").What.En, StringComparison.Ordinal);
        Assert.Contains("no pair", Assert.Single(read.Problems, p => p.Severity == ProblemSeverity.Rejected).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void PairsThatTheUserSaysAreSwappedAreTurnedOnce() => Assert.Equal(
        108.94, Read("id\tlocation\n1\t34.26,108.94\n", Facilities, new ImportOptions { SwapAxes = true }).Rows[0].Geometry!.Coordinate.X);

    [Fact]
    public void ADecimalCommaIsFoundBesideAnotherDelimiterAndTold()
    {
        var read = Read("id;lon;lat;建筑面积\n1;108,9402;34,2611;120,5\n2;108,9;34,2;80\n", Facilities);
        Assert.Equal(108.9402, read.Rows[0].Geometry!.Coordinate.X);
        Assert.Equal([120.5, 80.0], read.Column("floor_area_m2"));
        read.Told("decimal comma");
    }

    [Fact]
    public void ThousandsMarksAreNoDecimalCommas()
    {
        var read = Read("id;lon;lat;建筑面积\n1;108.94;34.26;1,200\n2;108.94;34.26;3,456\n", Facilities);
        Assert.Equal([1200.0, 3456.0], read.Column("floor_area_m2"));
        Assert.Equal(2, read.Problems.Count(p => p.Severity == ProblemSeverity.Repaired));
    }

    [Theory]
    [InlineData("108°56'24\"E", "34°15′36″N")]
    [InlineData("E108.94°", "N34.26°")]
    [InlineData("东经108度56分24秒", "北纬34度15分36秒")]
    [InlineData("108.94E", "34.26N")]
    public void DegreesWithSignsAreReadAndTold(string lon, string lat)
    {
        var read = Read($"id\tlon\tlat\n1\t{lon}\t{lat}\n", Facilities);
        Assert.Equal(108.94, read.Rows[0].Geometry!.Coordinate.X, 9);
        Assert.Equal(34.26, read.Rows[0].Geometry!.Coordinate.Y, 9);
        read.Told("2 coordinates in degrees");
    }

    [Theory]
    [InlineData("108°76'24\"E")]
    [InlineData("108-56-24")]
    [InlineData("E108.94E")]
    public void WhatIsNoAngleRejectsItsRow(string lon) =>
        Assert.Contains("not a number", TakenFile.Refused(_folder.Write("x.csv", $"id\tlon\tlat\n1\t{lon}\t34\n"), Facilities).What.En, StringComparison.Ordinal);

    [Fact]
    public void AHeaderIsFoundBelowTitlesAndInTwoRows()
    {
        var read = Read(
            "某某区人口统计表,,,,\n单位：人,,,,2024\n街道代码,名称,人口,,wkt\n,,0-3岁,80岁以上,\n1,2,3,4,5\n"
            + "610103001,北林街道,30,45,\"POLYGON ((108 34, 108.1 34, 108.1 34.1, 108 34))\"\n合计,,30,45,\n", Boundaries,
            new ImportOptions { Map = new Dictionary<string, string> { ["code"] = "街道代码" } });
        Assert.Equal([30L], read.Column("age_0_3"));
        Assert.Equal([45L], read.Column("age_80_up"));
        Assert.Equal("line 7", read.Told("totals").Place);
    }

    [Fact]
    public void AnUnclosedQuoteIsNamedWithItsLine()
    {
        var text = new StringBuilder("id,name,lon,lat\n1,a,108,34\n2,\"b,108,34\n");
        for (var i = 3; i < 2000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},x,108,34\n");
        }

        var problem = TakenFile.Refused(_folder.Write("q.csv", text.ToString()), Facilities);
        Assert.Equal("line 3", problem.Place);
        Assert.Contains("never closed", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AZeroByteRejectsItsRowAndAFileOfThemIsNoText()
    {
        var read = Read("id,name,lon,lat\n1,a\0b,108,34\n2,c,108,34\n", Facilities);
        Assert.Equal("line 2", read.Told("zero byte").Place);
        Assert.Equal(["2"], read.Column("id"));
        var problem = TakenFile.Refused(_folder.Write("z.csv", "i\0d\0,\0l\0o\0n\0\n\0"), Facilities);
        Assert.Contains("zero bytes", problem.What.En, StringComparison.Ordinal);
    }

    // Found by tools/SpatialPlanner.Fuzz (seed 7): a part of a row repeated 16,384 times hung for minutes.
    [Fact]
    public void ARowOfAHundredThousandFieldsIsNoHeaderAndRejected()
    {
        var wide = string.Concat(Enumerable.Repeat("x,108.9,34.2,", 40_000));
        var read = Read($"某某街道,,\n编号,经度,纬度\n1,108.9,34.2\n2,{wide}\n3,108.9,34.2\n", Facilities);
        Assert.Equal(["1", "3"], read.Column("id"));
        Assert.Contains("the header has 3", Assert.Single(read.Problems, p => p.Severity == ProblemSeverity.Rejected).What.En, StringComparison.Ordinal);
        Assert.Contains("no columns", TakenFile.Refused(_folder.Write("w.csv", $"{wide}\n{wide}\n"), Facilities).What.En, StringComparison.Ordinal);
    }

    // Found by tools/SpatialPlanner.Fuzz (seed 7).
    [Theory]
    [InlineData("SRID=1e308")]
    [InlineData("SRID=4294967296;POINT(1 2")]
    [InlineData("SRID=")]
    public void AnSridThatIsNoneIsNoGeometry(string text) =>
        Assert.Contains("WKT", TakenFile.Refused(_folder.Write("x.csv", $"id\tgeom\n1\t{text}\n"), Facilities).What.En, StringComparison.Ordinal);

    [Fact]
    public void ExcelsLineOfTheSeparatorIsNoTitle() =>
        Assert.Equal(["1"], Read("sep=;\nid;lon;lat\n1;108.9;34.2\n", Facilities).Column("id"));

    [Theory]
    [InlineData("0101000020E61000005C8FC2F5283C5B40E17A14AE47214140", 108.94, 34.26)]
    [InlineData("01010000005C8FC2F5283C5B40E17A14AE47214140", 108.94, 34.26)]
    [InlineData("SRID=4326;POINT(108.94 34.26)", 108.94, 34.26)]
    public void GeometryAsPostgisWritesItIsRead(string text, double lon, double lat)
    {
        var read = Read($"id\tgeom\n1\t{text}\n", Facilities);
        Assert.Equal(new Coordinate(lon, lat), read.Rows[0].Geometry!.Coordinate);
    }

    [Fact]
    public void TheSridOfGeometriesIsTheDeclaredSystem()
    {
        var read = Read("id\tgeom\n1\tSRID=4545;POINT(586760.8441 3793014.3379)\n2\tSRID=4326;POINT(108.94 34.26)\n", Facilities);
        Assert.Equal(108.942, read.Rows[0].Geometry!.Coordinate.X, 8);
        Assert.Contains("SRID", Assert.Single(read.Problems, p => p.Severity == ProblemSeverity.Rejected).What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0102000000FFFFFF7F5C8FC2F5283C5B40E17A14AE47214140")]
    [InlineData("0103000000FFFFFFFF")]
    [InlineData("0107000000010000000107000000010000000107")]
    [InlineData("01010000005C8FC2F5283C5B40E17A14AE472141")]
    public void CountsBeyondTheBytesOfAGeometryAreNotBelieved(string hex) =>
        Assert.Contains("WKT", TakenFile.Refused(_folder.Write("x.csv", $"id\tgeom\n1\t{hex}\n"), Facilities).What.En, StringComparison.Ordinal);

    private TakenFile Read(string text, Data.Layers.LayerSchema layer, ImportOptions? options = null) =>
        TakenFile.Read(_folder.Write("f.csv", text), layer, options);
}
