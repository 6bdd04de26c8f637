using SpatialPlanner.Data.Readers.Shapefile;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.ShapefileBytes;

namespace SpatialPlanner.Tests.Readers.Shapefile;

/// <summary>The .dbf by its bytes.</summary>
public sealed class DbfTests : IDisposable
{
    private static readonly (string, char, int, int)[] Name = [("name", 'C', 12, 0)];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EachTypeHasItsValues()
    {
        var read = Read(Dbf(
            "utf-8", 0,
            [("t", 'C', 4, 0), ("n", 'N', 6, 0), ("d", 'N', 8, 3), ("f", 'F', 8, 2), ("l", 'L', 1, 0), ("day", 'D', 8, 0), ("m", 'M', 10, 0)],
            ["ab", "    12", "   1.250", "1.5e2", "T", "20240506", "1"],
            ["", "", "", "", "?", "", ""],
            ["", "******", "********", "-", "N", "00000000", ""],
            ["x", "007", "12,5", "abc", "y", "2024", ""],
            ["", "-5", "123", "99", " ", "20249999", ""]));
        Assert.Equal(["ab", null, null, "x", null], read.Values("t"));
        Assert.Equal([12L, null, null, 7L, -5L], read.Values("n"));
        Assert.Equal([1.25, null, null, 12.5, 123L], read.Values("d"));
        Assert.Equal([150.0, null, null, "abc", 99L], read.Values("f"));
        Assert.Equal([true, null, false, true, null], read.Values("l"));
        Assert.Equal(["2024-05-06", null, null, "2024", "20249999"], read.Values("day"));
        Assert.Contains("memo and binary fields are not read: m (M)", read.Told[0].What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void BinaryNumbersOfFoxProAreRead()
    {
        var bytes = Dbf("iso-8859-1", 0, [("i", 'I', 4, 0), ("t", 'T', 8, 0)], ["", ""]);
        var record = 32 + 64 + 1 + 1;
        BitConverter.GetBytes(-7).CopyTo(bytes, record);
        BitConverter.GetBytes(2_460_437).CopyTo(bytes, record + 4);
        BitConverter.GetBytes(3_600_000).CopyTo(bytes, record + 8);
        var read = Read(bytes);
        Assert.Equal((-7L, "2024-05-06T01:00:00"), (read.Rows[0].Values["i"], read.Rows[0].Values["t"]));
    }

    [Fact]
    public void LongWholeNumbersKeepTheirDigits()
    {
        var read = Read(Dbf("utf-8", 0, [("a", 'N', 20, 0)], ["610103001000123456"], ["99999999999999999999"]));
        Assert.Equal([610103001000123456L, "99999999999999999999"], read.Values("a"));
    }

    [Fact]
    public void DeletedRowsGoWithTheirShapes()
    {
        File.WriteAllBytes(_folder.File("a.shp"), Shp(1, Point(1, 1), Point(2, 2), Point(3, 3)));
        File.WriteAllBytes(_folder.File("a.dbf"), Dbf("utf-8", 0, Name, ["a"], ["b", "deleted"], ["c"]));
        var read = ReadSource.Of(_folder.File("a.shp"));
        Assert.Equal(["a", "c"], read.Values("name"));
        Assert.Equal([1.0, 3.0], read.Rows.Select(r => r.Geometry!.Coordinate.X));
        Assert.Equal(["record 1", "record 3"], read.Rows.Select(r => r.Place));
        Assert.Empty(read.Told);
    }

    [Theory]
    [InlineData(1, "the .shp has 2 shapes and the .dbf 1 rows")]
    [InlineData(3, "the .shp has 2 shapes and the .dbf 3 rows")]
    public void DifferentNumbersOfShapesAndRowsAreTold(int rows, string told)
    {
        File.WriteAllBytes(_folder.File("a.shp"), Shp(1, Point(1, 1), Point(2, 2)));
        File.WriteAllBytes(_folder.File("a.dbf"), Dbf("utf-8", 0, Name, [.. Enumerable.Range(0, rows).Select(i => (string[])[$"r{i}"])]));
        var read = ReadSource.Of(_folder.File("a.shp"));
        Assert.Equal(2, read.Rows.Count);
        Assert.Contains(told, Assert.Single(read.Told).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsOfOneNameGetNumbersAndThatIsTold()
    {
        var read = Read(Dbf("utf-8", 0, [("DD", 'C', 2, 0), ("DD", 'C', 2, 0), ("", 'C', 2, 0)], ["a", "b", "c"]));
        Assert.Equal(["DD", "DD_2", "column_3"], read.Fields.Names);
        Assert.Equal(["a", "b", "c"], read.Rows[0].Values.Values);
        Assert.Contains("several fields are named DD; field 2 is called DD_2", read.Told[0].What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "the header of the .dbf is cut off")]
    [InlineData(40, "the header of the .dbf has a wrong length")]
    [InlineData(90, "should have 3 records and has 2")]
    public void ACutTableIsRefused(int length, string expected)
    {
        var bytes = Dbf("utf-8", 0, Name, ["a"], ["b"], ["c"]);
        Assert.Equal(65 + (3 * 13) + 1, bytes.Length);
        File.WriteAllBytes(_folder.File("t.dbf"), bytes[..(length == 90 ? 65 + 30 : length)]);
        Assert.Contains(expected, ReadSource.Refusal(_folder.File("t.dbf")).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void FieldsThatAreWiderThanTheRecordAreRefused()
    {
        var bytes = Dbf("utf-8", 0, Name, ["a"]);
        bytes[32 + 16] = 200;
        Assert.Contains("the fields of the .dbf take 200 bytes", Refusal(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownVersionIsRefused()
    {
        var bytes = Dbf("utf-8", 0, Name, ["a"]);
        bytes[0] = 0x04;
        Assert.Contains("0x04", Refusal(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("utf8\r\n", "utf8")]
    [InlineData("936", "gbk")]
    [InlineData("ANSI 936", "gbk")]
    [InlineData("GBK", "gbk")]
    [InlineData("GB2312", "gb2312")]
    [InlineData("CP936", "gbk")]
    [InlineData("54936", "gb18030")]
    [InlineData("BIG5", "big5")]
    [InlineData("950", "big5")]
    [InlineData("65001", "utf-8")]
    [InlineData("88591", "iso-8859-1")]
    [InlineData("ANSI 1252", "windows-1252")]
    [InlineData("LDID/77", "gbk")]
    [InlineData("SYSTEM", null)]
    [InlineData("", null)]
    public void CodePageFilesOfManyProgramsAreUnderstood(string text, string? encoding) =>
        Assert.Equal(encoding, DbfEncodingChoice.OfCodePageText(text));

    [Theory]
    [InlineData("gb18030", 0x4D, null, "gbk", "LDID 0x4D")]
    [InlineData("gb18030", 0x7A, null, "gbk", "LDID 0x7A")]
    [InlineData("big5", 0x4F, null, "big5", "LDID 0x4F")]
    [InlineData("gb18030", 0x57, null, "gb18030", "guess")]
    [InlineData("gb18030", 0x03, null, "gb18030", "guess")]
    [InlineData("gb18030", 0, "UTF-8", "gb18030", "guess")]
    [InlineData("utf-8", 0x4D, null, "utf-8", "guess")]
    [InlineData("utf-8", 0x4D, "UTF-8", "utf-8", ".cpg")]
    [InlineData("gb18030", 0, "GBK", "gbk", ".cpg")]
    public void ADeclarationStandsUnlessTheBytesContradictIt(string actual, byte driver, string? codePage, string expected, string where)
    {
        if (codePage is not null)
        {
            File.WriteAllText(_folder.File("t.cpg"), codePage);
        }

        var name = actual == "big5" ? "臺北市" : "凤阳县";
        var read = Read(Dbf(actual, driver, [("name", 'C', 40, 0)], ["plain"], [name], [name + "第一小"]));
        Assert.Equal(name, read.Rows[1].Values["name"]);
        Assert.Equal(
            (expected, where == "guess" ? EncodingOrigin.Guessed : EncodingOrigin.Declared, where == "guess" ? string.Empty : where),
            (read.Encoding.Name, read.Encoding.Origin, read.Encoding.Where));
    }

    [Fact]
    public void TheUsersEncodingIsTakenAndWhatItCannotReadIsTold()
    {
        var options = new SourceOptions
        {
            Encoding = "utf-8",
        };
        File.WriteAllBytes(_folder.File("t.dbf"), Dbf("gb18030", 0x4D, Name, ["凤阳县"], ["plain"]));
        var read = ReadSource.Of(_folder.File("t.dbf"), null, options);
        Assert.Equal([null, "plain"], read.Values("name"));
        Assert.Contains("the text of field name cannot be read", Assert.Single(read.Told).What.En, StringComparison.Ordinal);
        Assert.Equal("record 1", read.Told[0].Place);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void ATextCutWithinItsLastCharacterLosesThatAlone(string encoding)
    {
        var read = Read(Dbf(encoding, 0, [("name", 'C', 7, 0)], ["a社区居委会"], ["abc"]));
        Assert.Equal(encoding == "utf-8" ? "a社区" : "a社区居", read.Rows[0].Values["name"]);
        Assert.Empty(read.Told);
    }

    [Fact]
    public void ChineseNamesOfFieldsAreReadAndBoundWhenCut()
    {
        string[] bound = ["建筑面积", "楼层数", "社区编", "commu_code", "community_", "populatio1"];
        var binding = new Data.Readers.Mapping.FieldBinding("f", Data.Layers.WorkspaceLayers.Buildings, new Dictionary<string, string>());
        Assert.All(bound, name => Assert.NotEmpty(binding.Find(name)));
        var read = Read(Dbf("gb18030", 0, [("行政区划代码", 'C', 9, 0), ("建筑面积", 'N', 9, 1)], ["610103001", "12.5"]));
        Assert.Equal(["行政区划代", "建筑面积"], read.Fields.Names);
        var boundary = new Data.Readers.Mapping.FieldBinding("f", Data.Layers.WorkspaceLayers.Boundaries, new Dictionary<string, string>());
        Assert.Equal("code", Data.Layers.WorkspaceLayers.Boundaries.Columns[boundary.Find("行政区划代")[0].Column].Name);
        Assert.Empty(boundary.Find("行政区"));
        Assert.Single(binding.Find("population"));
    }

    [Theory]
    [InlineData("NAME99", "name")]
    [InlineData("NAME0508", "name")]
    [InlineData("ADCODE_1999", "code")]
    [InlineData("XZQMC", "name")]
    [InlineData("POP2010", null)]
    [InlineData("NAME1", null)]
    [InlineData("X12", null)]
    public void NamesAndCodesOfSomeYearAreBound(string field, string? column)
    {
        var binding = new Data.Readers.Mapping.FieldBinding("f", Data.Layers.WorkspaceLayers.Boundaries, new Dictionary<string, string>());
        Assert.Equal(
            column is null ? [] : [column],
            binding.Find(field).Select(t => Data.Layers.WorkspaceLayers.Boundaries.Columns[t.Column].Name));
    }

    [Fact]
    public void TheKeyOfAnExportGivesWholeNamesAndTexts()
    {
        var note = new string('长', 200);
        _folder.Write("t.fields.csv", "\uFEFFfield,column,type,width,decimals,unit\r\n\"commu_code\",\"community_code\",C,16,0,\r\n");
        _folder.Write("t.texts.csv", $"\uFEFFid,column,text\r\n\"b1\",\"note\",\"{note}\"\r\n\"b1\",\"other\",\"zz\"\r\n");
        var read = Read(Dbf(
            "utf-8", 0, [("id", 'C', 8, 0), ("commu_code", 'C', 16, 0), ("note", 'C', 254, 0)], ["b1", "c1", note], ["b2", "c2", "kurz"]));
        Assert.Equal(["id", "community_code", "note"], read.Fields.Names);
        Assert.Equal([note, "kurz"], read.Values("note"));
    }

    private ReadSource Read(byte[] dbf)
    {
        File.WriteAllBytes(_folder.File("t.dbf"), dbf);
        return ReadSource.Of(_folder.File("t.dbf"));
    }

    private string Refusal(byte[] dbf)
    {
        File.WriteAllBytes(_folder.File("t.dbf"), dbf);
        return ReadSource.Refusal(_folder.File("t.dbf")).What.En;
    }
}
