using System.IO.Compression;
using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

public sealed class KmlTests : IDisposable
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\" xmlns:gx=\"http://www.google.com/kml/ext/2.2\"><Document><name>d</name>";
    private const string Tail = "</Document></kml>";
    private const string Square = "<Polygon><outerBoundaryIs><LinearRing><coordinates>108,34 108.1,34 108.1,34.1 108,34</coordinates></LinearRing></outerBoundaryIs></Polygon>";
    private readonly TempFolder _folder = new();

    public KmlTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void PlacemarksInFoldersGiveRowsWithTheirDataAndTheFolder()
    {
        var file = Kml(
            "<Folder><name>学校</name><Folder><name>小学</name><Placemark id=\"p1\"><name>一小</name><description><![CDATA[<b>很</b>好<br/>的]]></description>"
            + "<ExtendedData><Data name=\"capacity\"><displayName>学位</displayName><value>900</value></Data><SchemaData schemaUrl=\"#s\"><SimpleData name=\"services\">小学</SimpleData></SchemaData></ExtendedData>"
            + "<Point><coordinates>\n 108.94 , 34.26 , 400 \n</coordinates></Point></Placemark></Folder></Folder>"
            + "<Folder><name>食堂</name><Placemark><name>甲</name><Point><coordinates>108.95,34.27</coordinates></Point></Placemark></Folder>");
        var read = TakenFile.Read(file, Facilities, new ImportOptions
        {
            Map = new Dictionary<string, string>
            {
                ["source"] = "folder",
                ["operator"] = "description",
            },
        });
        Assert.Equal(["p1", "k-2"], read.Column("id"));
        Assert.Equal(["一小", "甲"], read.Column("name"));
        Assert.Equal(["学校/小学", "食堂"], read.Column("source"));
        Assert.Equal(["很好\n的", null], read.Column("operator"));
        Assert.Equal([900L, null], read.Column("capacity"));
        Assert.Equal(["primary_school", null], read.Column("services"));
        Assert.Equal(new Coordinate(108.94, 34.26), read.Rows[0].Geometry!.Coordinate);
    }

    [Fact]
    public void EachTopFolderIsATableAndAllOfThemTheFirst()
    {
        var file = Kml("<Folder><name>点</name><Placemark><Point><coordinates>108,34</coordinates></Point></Placemark></Folder>"
            + $"<Folder><name>面</name><Placemark>{Square}</Placemark><Placemark>{Square}</Placemark></Folder>");
        Assert.Equal([("k", 3L), ("点", 1), ("面", 2)], FileInspector.Inspect(file, new ImportOptions()).Tables.Select(t => (t.Name, t.Rows!.Value)));
        Assert.Single(TakenFile.Read(file, Facilities, new ImportOptions { Table = "点" }).Rows);
        Assert.Equal(3, TakenFile.Read(file, Facilities).Rows.Count);
    }

    [Fact]
    public void AnAreaWithItsLabelPointIsWhatTheLayerHolds()
    {
        var file = Kml($"<Placemark><MultiGeometry><Point><coordinates>108.05,34.02</coordinates></Point>{Square}</MultiGeometry></Placemark>");
        Assert.IsType<Polygon>(TakenFile.Read(file, Compounds).Rows[0].Geometry);
        Assert.Equal(new Coordinate(108.05, 34.02), TakenFile.Read(file, Facilities).Rows[0].Geometry!.Coordinate);
    }

    [Fact]
    public void LinesAreSplitAndHeightsCountOnlyAboveTheSea()
    {
        const string line = "<coordinates>108,34,400 108.001,34,410</coordinates></LineString>";
        var file = Kml($"<Placemark><MultiGeometry><LineString>{line}<LineString><altitudeMode>absolute</altitudeMode>{line}</MultiGeometry></Placemark>");
        var read = TakenFile.Read(file, WalkEdges);
        Assert.Equal(["k-1/1", "k-1/2"], read.Column("id"));
        Assert.Null(read.Column("grade")[0]);
        Assert.InRange((double)read.Column("grade")[1]!, 0.1, 0.12);
    }

    [Fact]
    public void HolesAreKeptAndOpenRingsClosed()
    {
        var file = Kml(
            "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 3,0 3,3 0,3</coordinates></LinearRing></outerBoundaryIs>"
            + "<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon></Placemark>");
        var read = TakenFile.Read(file, Compounds);
        Assert.Equal(8.5, read.Rows[0].Geometry!.Area, 9);
        Assert.StartsWith("1 ", read.Told("were closed").What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotReadIsToldWithItsPlace()
    {
        var file = Kml(
            "<NetworkLink><Link><href>http://x/</href></Link></NetworkLink><GroundOverlay><name>g</name></GroundOverlay>\n"
            + "<Placemark><name>a</name><gx:Track><when>2020</when><gx:coord>1 2 3</gx:coord></gx:Track></Placemark>\n<Placemark><Point><coordinates>108</coordinates></Point></Placemark>"
            + "<Placemark><Point><coordinates>108,x</coordinates></Point></Placemark><Placemark><name>b</name></Placemark><Placemark><Point><coordinates>108,34</coordinates></Point></Placemark>");
        var read = TakenFile.Read(file, Facilities);
        Assert.Equal("placemark 1, line 3", read.Told("Track").Place);
        Assert.Equal("placemark 2, line 4", read.Told("only one number").Place);
        read.Told("'x' is not a number");
        read.Told("there is no geometry");
        read.Told("network links");
        read.Told("pictures");
        Assert.Single(read.Rows);
    }

    [Fact]
    public void TheDeclaredEncodingHolds()
    {
        var text = Head.Replace("UTF-8", "GBK", StringComparison.Ordinal) + "<Placemark><name>北林</name><Point><coordinates>108,34</coordinates></Point></Placemark>" + Tail;
        File.WriteAllBytes(_folder.File("g.kml"), Encoding.GetEncoding("gbk").GetBytes(text));
        Assert.Equal(["北林"], TakenFile.Read(_folder.File("g.kml"), Facilities).Column("name"));
        var wrong = text.Replace("GBK", "UTF-8", StringComparison.Ordinal);
        File.WriteAllBytes(_folder.File("w.kml"), Encoding.GetEncoding("gbk").GetBytes(wrong));
        Assert.Contains("--encoding gbk", TakenFile.Refused(_folder.File("w.kml"), Facilities).Remedy.En, StringComparison.Ordinal);
        Assert.Equal(["北林"], TakenFile.Read(_folder.File("w.kml"), Facilities, new ImportOptions { Encoding = "gbk" }).Column("name"));
    }

    [Fact]
    public void AKmzHoldsAKml()
    {
        using (var zip = ZipFile.Open(_folder.File("k.kmz"), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("doc.kml").Open();
            entry.Write(Encoding.UTF8.GetBytes(Head + "<Placemark><Point><coordinates>108,34</coordinates></Point></Placemark>" + Tail));
        }

        var read = TakenFile.Read(_folder.File("k.kmz"), Facilities);
        Assert.Equal("KMZ", read.Result.Format);
        using (var zip = ZipFile.Open(_folder.File("e.kmz"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("picture.png");
        }

        Assert.Contains("no .kml", TakenFile.Refused(_folder.File("e.kmz"), Facilities).What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenAndHostileXmlIsRefused()
    {
        var cut = _folder.Write("c.kml", Head + "<Placemark><name>x");
        Assert.Equal("line 2", TakenFile.Refused(cut, Facilities).Place);
        var dtd = _folder.Write("d.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>");
        Assert.Contains("DTD", TakenFile.Refused(dtd, Facilities).What.En, StringComparison.Ordinal);
        var tag = _folder.Write("t.kml", Head + "<Placemark id=\"" + new string('x', 2 << 20) + "\"/>" + Tail);
        Assert.Contains("1024 KB", TakenFile.Refused(tag, Facilities).What.En, StringComparison.Ordinal);
        var deep = _folder.Write("f.kml", Head + string.Concat(Enumerable.Repeat("<Folder>", 5000)));
        Assert.Contains("nested", TakenFile.Refused(deep, Facilities).What.En, StringComparison.Ordinal);
        var nested = _folder.Write("n.kml", Head + "<Placemark>" + string.Concat(Enumerable.Repeat("<MultiGeometry>", 50)) + string.Concat(Enumerable.Repeat("</MultiGeometry>", 50)) + "</Placemark>" + Tail);
        Assert.Contains("too deeply", TakenFile.Refused(nested, Facilities).What.En, StringComparison.Ordinal);
    }

    private string Kml(string content) => _folder.Write("k.kml", Head + content + Tail);
}
