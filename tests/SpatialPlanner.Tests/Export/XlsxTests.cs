using System.IO.Compression;
using System.Xml.Linq;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Export.Xlsx;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Export;

public sealed class XlsxTests : IDisposable
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ATextLongerThanACellStandsInPartsInItsOwnSheet()
    {
        var ring = Enumerable.Range(0, 2000).Select(i => new Coordinate(108 + Math.Cos(i * Math.PI / 1000), 34 + Math.Sin(i * Math.PI / 1000))).ToArray();
        var area = new Polygon(new LinearRing([.. ring, ring[0]]));
        var job = Write(new XlsxWriter(), Compounds, [Rows.Of(Compounds, area, ("id", "big")), Rows.Square(Compounds, "small", 108, 34)]);
        var sheets = Sheets();
        Assert.Equal(["compounds", "long_texts", "metadata"], sheets.Keys);
        Assert.Equal(XlsxWriter.InLongTexts, sheets["compounds"][1][^1]);
        Assert.StartsWith("POLYGON ((", sheets["compounds"][2][^1], StringComparison.Ordinal);
        var parts = sheets["long_texts"].Skip(1).ToList();
        Assert.True(parts.Count > 1, $"{parts.Count} parts");
        Assert.All(parts, p => Assert.Equal(("big", "wkt"), (p[0], p[1])));
        Assert.Equal(new Wkt(9).Of(area), string.Concat(parts.Select(p => p[3])));
        Assert.Contains(job.Notes.All, n => n.En.EndsWith(": big", StringComparison.Ordinal));
    }

    [Fact]
    public void MoreRowsThanASheetHoldsGoOnInTheNext()
    {
        var job = Write(new XlsxWriter { MaxRows = 4 }, Facilities, [.. Enumerable.Range(0, 7).Select(i => Rows.Facility($"f{i}"))]);
        var sheets = Sheets();
        Assert.Equal(["facilities", "facilities (2)", "facilities (3)", "metadata"], sheets.Keys);
        Assert.Equal(
            ["f0", "f1", "f2", "f3", "f4", "f5", "f6"], sheets.Where(s => s.Key != "metadata").SelectMany(s => s.Value.Skip(1).Select(r => r[0])));
        Assert.Contains("3 sheets", job.Notes.All.Single().En, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsAreTextsNumbersNumbersAndTheHeaderStays()
    {
        Write(new XlsxWriter(), Facilities, [Rows.Of(Facilities, new Point(108.5, 34.25), ("id", "007"), ("name", "=1+1"), ("capacity", 9_007_199_254_740_993L), ("floor_area_m2", 0.1))]);
        var sheet = Part("xl/worksheets/sheet1.xml");
        Assert.Equal("frozen", (string?)sheet.Descendants(Main + "pane").Single().Attribute("state"));
        Assert.Empty(sheet.Descendants(Main + "f"));
        var cells = sheet.Descendants(Main + "c").Where(c => ((string)c.Attribute("r")!).EndsWith('2')).ToDictionary(c => (string)c.Attribute("r")!);
        Assert.Equal(("inlineStr", "007"), ((string?)cells["A2"].Attribute("t"), cells["A2"].Value));
        Assert.Equal(("inlineStr", "=1+1"), ((string?)cells["B2"].Attribute("t"), cells["B2"].Value));
        Assert.Equal((null, "0.1"), ((string?)cells["D2"].Attribute("t"), cells["D2"].Value));
        Assert.Equal(("inlineStr", "9007199254740993"), ((string?)cells["E2"].Attribute("t"), cells["E2"].Value));
        Assert.Equal((null, "108.5"), ((string?)cells["I2"].Attribute("t"), cells["I2"].Value));
    }

    private ExportJob Write(XlsxWriter writer, LayerSchema layer, LayerRow[] rows)
    {
        var request = new ExportRequest(layer, rows, "xlsx", _folder.File("x.xlsx"), ExportOrigin.Noted("note"));
        var job = new ExportJob(request, Path.GetDirectoryName(request.Path)!, null, default);
        writer.Write(job);
        return job;
    }

    private Dictionary<string, List<string[]>> Sheets()
    {
        var names = Part("xl/workbook.xml").Descendants(Main + "sheet").Select(s => (string)s.Attribute("name")!).ToList();
        return names.Select((name, i) => (name, Part($"xl/worksheets/sheet{i + 1}.xml"))).ToDictionary(
            s => s.name, s => s.Item2.Descendants(Main + "row").Select(r => r.Elements().Select(c => c.Value).ToArray()).ToList());
    }

    private XDocument Part(string path)
    {
        using var zip = ZipFile.OpenRead(_folder.File("x.xlsx"));
        using var part = zip.GetEntry(path)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }
}
