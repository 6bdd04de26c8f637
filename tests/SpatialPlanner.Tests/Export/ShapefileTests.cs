using System.Text;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Export.Shapefile;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Export;

public sealed class ShapefileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GdalTheory]
    [InlineData("gbk", "凤阳县 龍 €")]
    [InlineData("gb18030", "凤阳县 🏠 龙𠮷")]
    [InlineData("utf-8", "凤阳县 🏠 龙𠮷")]
    public void ChineseNamesAreReadInTheEncodingThatTheFilesName(string encoding, string name)
    {
        var result = Write(Facilities, [Rows.Facility("a", name: name)], encoding);
        var back = GdalRows.Read(_folder.File("x.shp"), Facilities, c => c);
        Assert.Equal(name, back.Single().Values[Facilities.Require("name")]);
        Assert.Equal(encoding.ToUpperInvariant(), File.ReadAllText(_folder.File("x.cpg")));
        Assert.Equal(encoding == "gbk" ? 0x4D : 0, File.ReadAllBytes(_folder.File("x.dbf"))[29]);
        Assert.Empty(result.Notes);
    }

    [Fact]
    public void ACharacterThatTheEncodingLacksIsRefusedWithItsRow()
    {
        var problem = Assert.Throws<InputException>(
            () => Write(Facilities, [Rows.Facility("a", name: "好"), Rows.Facility("b7", name: "家🏠")], "gbk")).Problem;
        Assert.Equal("b7", problem.Place);
        Assert.Contains("🏠", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("utf-8", problem.Remedy.Zh, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(_folder.File("x"))!));
        Assert.Throws<InputException>(() => Write(Facilities, [], "latin-9"));
    }

    [Fact]
    public void ATextOver254BytesIsCutBetweenCharactersToldAndKeptBeside()
    {
        var text = string.Concat(Enumerable.Repeat("长", 100)) + "\"end\"";
        var result = Write(Facilities, [Rows.Facility("short", name: "短"), Rows.Facility("long", name: text)]);
        Assert.Contains(result.Notes, n => n.En.EndsWith(": long", StringComparison.Ordinal));
        Assert.Contains($"\"long\",\"name\",\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", File.ReadAllText(_folder.File("x.texts.csv")), StringComparison.Ordinal);
        Assert.Equal(84, File.ReadAllText(_folder.File("x.dbf")).Count(c => c == '长'));
        Write(Facilities, [Rows.Facility("short")]);
        Assert.False(File.Exists(_folder.File("x.texts.csv")), "the texts of a former export stayed");
    }

    [Fact]
    public void FieldNamesHaveTenBytesAndKeepTheUnit()
    {
        LayerColumn[] columns =
        [
            .. new[]
            {
                "population", "population_source", "elderly_care_m", "elderly_care_s", "elderly_care_ok", "elderly_carers_m", "POPULATIONS",
                "社区名称编码", "社区名称编号",
            }.Select(n => new LayerColumn(n, ColumnType.Text)),
        ];
        var names = DbfFieldNames.Of(columns, Encoding.UTF8);
        Assert.Equal(
            ["population", "populatio1", "elderly_m", "elderly_s", "elderly_ok", "elderly_m1", "POPULATIO2", "社区名", "社区名1"], names);
        Assert.All(names, n => Assert.InRange(Encoding.UTF8.GetByteCount(n), 1, 10));
    }

    [Fact]
    public void PointsAndPolygonsBecomeTwoSetsAndAFormerSetIsGone()
    {
        LayerRow[] both = [Rows.Square(Buildings, "area", 108, 34), Rows.Of(Buildings, new Point(108, 34), ("id", "point"))];
        var result = Write(Buildings, both);
        Assert.Contains("x_point.shp", result.Files.Select(Path.GetFileName));
        Assert.Contains("x_polygon.shp", result.Files.Select(Path.GetFileName));
        Assert.Contains("x_point", result.Notes.Single().En, StringComparison.Ordinal);

        File.WriteAllText(_folder.File("x.sbn"), "index of a former file");
        File.WriteAllText(_folder.File("x_y.shp"), "another file");
        Write(Buildings, both[..1]);
        string[] now = [.. Directory.GetFiles(Path.GetDirectoryName(_folder.File("x"))!).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        Assert.Equal(["x.cpg", "x.dbf", "x.fields.csv", "x.prj", "x.shp", "x.shp.meta.json", "x.shx", "x_y.shp"], now);
    }

    [Fact]
    public void OuterRingsAreClockwiseAndHolesAreNot()
    {
        var record = new ShapeRecord();
        var area = new Polygon(Rows.Box(0, 0, 4).Shell, [Rows.Box(1, 1, 1).Shell]);
        foreach (var polygon in new Geometry[] { area, area.Reverse() })
        {
            var bytes = record.Of(ShapeType.Polygon, polygon).ToArray();
            (double X, double Y) At(int point) => (
                BitConverter.ToDouble(bytes, 52 + (16 * point)), BitConverter.ToDouble(bytes, 60 + (16 * point)));
            Assert.True(Area(Enumerable.Range(0, 5).Select(At)) < 0, "outer ring");
            Assert.True(Area(Enumerable.Range(5, 5).Select(At)) > 0, "hole");
        }
    }

    [Fact]
    public void AFileOverTheLimitIsRefused()
    {
        var request = Request(Facilities, [.. Enumerable.Range(0, 100).Select(i => Rows.Facility($"f{i}"))]);
        using var work = new TempFolder();
        var job = new ExportJob(request, Path.GetDirectoryName(work.File("x"))!, null, default);
        var problem = Assert.Throws<InputException>(() => new ShapefileWriter { MaxBytes = 2000 }.Write(job)).Problem;
        Assert.Contains("2 GB", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("gpkg", problem.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ASystemWithoutDefinitionHasNoPrj()
    {
        Write(Facilities, [Rows.Facility("a")]);
        Assert.True(File.Exists(_folder.File("x.prj")));
        var result = LayerExport.Write(Request(Facilities, [Rows.Facility("a")]) with { Crs = CoordinateSystems.Bd09 });
        Assert.False(File.Exists(_folder.File("x.prj")), "a former .prj would give the points a wrong place");
        Assert.Contains("BD-09", result.Notes.Single().En, StringComparison.Ordinal);
    }

    private static double Area(IEnumerable<(double X, double Y)> ring)
    {
        var points = ring.ToList();
        return points.Zip(points.Skip(1)).Sum(p => (p.First.X * p.Second.Y) - (p.Second.X * p.First.Y));
    }

    private ExportResult Write(LayerSchema layer, LayerRow[] rows, string? encoding = null) =>
        LayerExport.Write(Request(layer, rows) with { Encoding = encoding });

    private ExportRequest Request(LayerSchema layer, LayerRow[] rows) =>
        new(layer, rows, "shp", _folder.File("x.shp"), ExportOrigin.Noted(null));
}
