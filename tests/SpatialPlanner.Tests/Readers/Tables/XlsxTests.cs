using System.IO.Compression;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.TinyXlsx;

namespace SpatialPlanner.Tests.Readers.Tables;

public sealed class XlsxTests : IDisposable
{
    private static readonly object?[] Header = ["编号", "名称", "经度", "纬度", "建筑面积（㎡）"];
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AHeaderIsFoundBelowMergedTitlesAndUnits()
    {
        var file = new TinyXlsx().Sheet(
            "设施",
            Rows(
                ["某某街道设施统计表"], [], ["单位：平方米", null, null, "2024年3月"], Header, ["1", "2", "3", "4", "5"],
                ["F01", "社区食堂", 108.94, 34.26, 120.5], ["F02", "托育园", 108.95, 34.27, 80], ["合　计", null, null, null, 200.5],
                ["注：面积为使用面积"]),
            "<mergeCells><mergeCell ref=\"A1:E1\"/></mergeCells>").Write(_folder, "a.xlsx");
        var read = TakenFile.Read(file, Facilities);
        Assert.Equal(["F01", "F02"], read.Column("id"));
        Assert.Equal(["社区食堂", "托育园"], read.Column("name"));
        Assert.Equal([120.5, 80.0], read.Column("floor_area_m2"));
        Assert.Equal("sheet 设施, row 8", read.Told("totals").Place);
        read.Told("remarks");
    }

    [Fact]
    public void TwoHeaderRowsAreJoined()
    {
        var file = new TinyXlsx().Sheet(
            "人口",
            Rows(
                ["编码", "名称", "人口", null, null, "wkt"], [null, null, "合计", "0-3岁", "80岁以上", null],
                ["610101001", "北林社区", 1000, 30, 45, "POLYGON ((108 34, 108.1 34, 108.1 34.1, 108 34))"]),
            "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:E1\"/><mergeCell ref=\"F1:F2\"/></mergeCells>")
            .Write(_folder, "p.xlsx");
        var read = TakenFile.Read(file, Boundaries);
        Assert.Equal([1000L], read.Column("population"));
        Assert.Equal([30L], read.Column("age_0_3"));
        Assert.Equal([45L], read.Column("age_80_up"));
        Assert.Equal(["610101001"], read.Column("code"));
    }

    [Fact]
    public void ATextMergedOverRowsStandsForAllOfThemAndANumberOnlyForTheFirst()
    {
        var file = new TinyXlsx().Sheet(
            "s",
            Rows(
                ["编号", "运营单位", "床位数", "lon", "lat"], ["1", "街道办", 30, 108.9, 34.2], ["2", null, null, 108.9, 34.3],
                ["3", null, null, 108.9, 34.4]),
            "<mergeCells><mergeCell ref=\"B2:B4\"/><mergeCell ref=\"C2:C4\"/></mergeCells>").Write(_folder, "m.xlsx");
        var read = TakenFile.Read(file, Facilities);
        Assert.Equal(["街道办", "街道办", "街道办"], read.Column("operator"));
        Assert.Equal([30L, null, null], read.Column("capacity"));
        Assert.StartsWith("2 ", read.Told("merged").What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void CellsOfEveryKindAreReadAsTheSheetShowsThem()
    {
        var book = new TinyXlsx
        {
            Styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"201\" formatCode=\"000000\"/>"
                + "<numFmt numFmtId=\"202\" formatCode=\"0.00_);[Red]\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/><xf numFmtId=\"14\"/><xf numFmtId=\"202\"/></cellXfs>",
        };
        book.Shared.AddRange(["<t>共享</t>", "<r><rPr><b/></rPr><t>粗</t></r><r><t xml:space=\"preserve\"> 体</t></r><rPh sb=\"0\" eb=\"1\"><t>cu</t></rPh>"]);
        var file = book.Sheet(
            "s",
            Rows(["id", "name", "services", "available", "lon", "lat"])
            + "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>7</v></c><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"D2\" s=\"1\"><v>45000</v></c><c r=\"E2\" s=\"4\"><v>1.089E2</v></c><c r=\"F2\"><f>1+33</f><v>34</v></c></row>"
            + "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>610103001000</v></c><c r=\"B4\" t=\"s\"><v>1</v></c><c r=\"D4\" s=\"3\"><v>61.5</v></c><c r=\"E4\"><v>108</v></c><c r=\"F4\"><v>34.5</v></c></row>"
            + "<row><c t=\"str\"><f>X</f><v>a_x000A_b</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>Y</f></c><c><v>108</v></c><c><v>34.5</v></c></row>")
            .Write(_folder, "k.xlsx");
        var read = TakenFile.Read(file, IdleSpaces, new ImportOptions
        {
            Map = new Dictionary<string, string>
            {
                ["available_from"] = "available",
                ["note"] = "services",
            },
        });
        Assert.Equal(["000007", "610103001000", "a\nb"], read.Column("id"));
        Assert.Equal(["共享", "粗 体", "true"], read.Column("name"));
        Assert.Equal(["2023-03-15", "1900-03-01T12:00:00", null], read.Column("available_from"));
        Assert.Equal("sheet s, row 5, column C", read.Told("#N/A").Place);
        Assert.Equal("sheet s, row 5, column D", read.Told("no stored result").Place);
        read.Told("hidden rows");
        Assert.Equal(108.9, read.Rows[0].Geometry!.Coordinate.X);
    }

    [Fact]
    public void DatesCountFrom1904WhereTheBookSaysSo()
    {
        string Date(bool is1904)
        {
            var file = new TinyXlsx
            {
                Is1904 = is1904,
                Styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            }.Sheet("s", Rows(["id", "date"]) + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"0\"><v>43538</v></c></row>").Write(_folder, $"{is1904}.xlsx");
            return (string)TakenFile.Read(file, SurveyResponses).Column("date")[0]!;
        }

        Assert.Equal("2019-03-14", Date(false));
        Assert.Equal("2023-03-15", Date(true));
    }

    [Fact]
    public void TheFirstSheetThatIsShownIsReadAndTheOthersAreNamed()
    {
        var row = Rows(["id", "lon", "lat"], ["1", 108, 34]);
        var file = new TinyXlsx().Sheet("旧", row, state: "state=\"hidden\"").Sheet("甲", row).Sheet("乙", Rows(["id", "lon", "lat"], ["2", 108, 34]))
            .Write(_folder, "s.xlsx");
        var first = TakenFile.Read(file, Facilities);
        Assert.Equal(["1"], first.Column("id"));
        Assert.Contains("乙", first.Told("the first sheet").What.En, StringComparison.Ordinal);
        Assert.Equal(["2"], TakenFile.Read(file, Facilities, new ImportOptions { Table = "乙" }).Column("id"));
        Assert.Contains("旧, 甲, 乙", TakenFile.Refused(file, Facilities, new ImportOptions { Table = "丙" }).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongValueNamesSheetRowAndColumn()
    {
        var file = new TinyXlsx().Sheet("设施", Rows(["id", "床位数", "lon", "lat"], ["1", "很多", 108, 34], ["2", 5, 108, 34])).Write(_folder, "v.xlsx");
        var problem = Assert.Single(TakenFile.Read(file, Facilities).Problems, p => p.Severity == ProblemSeverity.Rejected);
        Assert.Equal("sheet 设施, row 2, column B", problem.Place);
    }

    [Fact]
    public void OtherSpreadsheetsAreRefusedWithWhatToDo()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        File.WriteAllBytes(_folder.File("o.xls"), old);
        Assert.Contains(".xls", TakenFile.Refused(_folder.File("o.xls"), Facilities).What.En, StringComparison.Ordinal);
        File.WriteAllBytes(_folder.File("p.xlsx"), [.. old, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")]);
        Assert.Contains("password", TakenFile.Refused(_folder.File("p.xlsx"), Facilities).What.En, StringComparison.Ordinal);
        Assert.Contains("web page", TakenFile.Refused(_folder.Write("w.xls", "<html><table><tr><td>1</td></tr></table></html>"), Facilities).What.En, StringComparison.Ordinal);
        using (var zip = ZipFile.Open(_folder.File("l.ods"), ZipArchiveMode.Create))
        {
            using var mime = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open();
            mime.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
        }

        Assert.Contains(".ods", TakenFile.Refused(_folder.File("l.ods"), Facilities).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedWorkbookIsRefused()
    {
        var bytes = new TinyXlsx().Sheet("s", Rows(Header)).ToBytes();
        File.WriteAllBytes(_folder.File("cut.xlsx"), bytes[..^40]);
        Assert.Contains("damaged", TakenFile.Refused(_folder.File("cut.xlsx"), Facilities).What.En, StringComparison.Ordinal);
        var broken = new TinyXlsx().Sheet("s", "<row><c t=\"inlineStr\"><is><t>a</t></is>").Write(_folder, "broken.xlsx");
        Assert.Equal("xl/worksheets/sheet1.xml, line 2", TakenFile.Refused(broken, Facilities).Place);
    }

    [Fact]
    public void ABombIsNotUnpacked()
    {
        var file = new TinyXlsx().Sheet("s", Rows(["id", "lon", "lat"]) + new string(' ', 4 << 20)).Write(_folder, "bomb.xlsx");
        var limits = new Data.Readers.Sources.SourceLimits
        {
            FileBytes = 1 << 20,
            UnpackedBytes = 1 << 20,
            Entries = 100,
            Rows = 100,
        };
        var problem = TakenFile.Refused(file, Facilities, new ImportOptions { Limits = limits });
        Assert.Contains("1 MB", problem.What.En, StringComparison.Ordinal);
        var entities = new TinyXlsx().Sheet("s", "<!DOCTYPE x [<!ENTITY a \"b\">]>").Write(_folder, "dtd.xlsx");
        TakenFile.Refused(entities, Facilities);
    }
}
