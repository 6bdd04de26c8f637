using System.Diagnostics;
using System.IO.Compression;
using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Ogr;

/// <summary>Formats that GDAL converts.</summary>
public sealed class OgrTests : IDisposable
{
    private const string Json = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"凤阳县","people":12,"share":0.5},"geometry":{"type":"Polygon","coordinates":[[[117,32],[118,32],[118,33],[117,32]]]}},
        {"type":"Feature","properties":{"name":"定远县","people":7,"share":1.5},"geometry":{"type":"Polygon","coordinates":[[[118,32],[119,32],[119,33],[118,32]]]}}]}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GdalTheory]
    [InlineData("OpenFileGDB", "a.gdb", "File Geodatabase (GDAL)")]
    [InlineData("MapInfo File", "a.tab", "MapInfo TAB (GDAL)")]
    [InlineData("MapInfo File", "a.mif", "MapInfo MIF (GDAL)")]
    [InlineData("GML", "a.gml", "GML (GDAL)")]
    [InlineData("FlatGeobuf", "a.fgb", "FlatGeobuf (GDAL)")]
    [InlineData("FlatGeobuf", "- 数据 'x' \"y\" $(id);.fgb", "FlatGeobuf (GDAL)")]
    [InlineData("GML", "--version.gml", "GML (GDAL)")]
    [InlineData("MapInfo File", "社区 边界.tab", "MapInfo TAB (GDAL)")]
    public void EachFormatGivesItsRows(string driver, string name, string format)
    {
        var read = ReadSource.Of(Convert(driver, name));
        Assert.Equal(format, read.Format);

        // FlatGeobuf puts what lies together together.
        var rows = read.Rows.OrderByDescending(r => r.Values["people"]).Select(r => (r.Values["name"], r.Values["people"], r.Values["share"]));
        Assert.Equal([("凤阳县", 12L, 0.5), ("定远县", 7L, 1.5)], rows);
        Assert.All(read.Rows, r => Assert.Equal(0.5, r.Geometry!.Area, 9));
        Assert.Equal("GDAL", read.Crs!.Where);
        Assert.DoesNotContain(read.Fields.Names, f => f.Contains("ogr", StringComparison.Ordinal));
        Assert.Equal(4326, Data.Crs.CoordinateSystems.Parse(read.Crs.Text).Epsg);
    }

    [GdalFact]
    public void ADrawingGivesItsEntities()
    {
        var read = ReadSource.Of(Convert("DXF", "a.dxf", "-select", string.Empty));
        Assert.Equal("DXF (GDAL)", read.Format);
        Assert.All(read.Rows, r => Assert.Equal("Polygon", r.Geometry!.GeometryType));
        Assert.Contains("Layer", read.Fields.Names);
        Assert.Null(read.Crs);
    }

    [GdalTheory]
    [InlineData("data/a.gdb")]
    [InlineData("")]
    public void AGeodatabaseIsReadFromAZip(string inside)
    {
        var folder = Convert("OpenFileGDB", "a.gdb");
        var path = _folder.File("a.gdb.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var file in Directory.GetFiles(folder))
            {
                zip.CreateEntryFromFile(file, Path.Combine(inside, Path.GetFileName(file)));
            }
        }

        Assert.Equal(["凤阳县", "定远县"], ReadSource.Of(path).Values("name"));
    }

    [GdalFact]
    public void WhatGdalCannotReadIsRefusedWithItsReason()
    {
        var problem = ReadSource.Refusal(_folder.Write("a.gml", "<gml:nothing/>"));
        Assert.StartsWith("GDAL cannot read this GML file: ", problem.What.En, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.File("."), problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ADrawingInAClosedFormatIsRefused()
    {
        var problem = ReadSource.Refusal(_folder.Write("a.dwg", "AC1032\0\0\0"));
        Assert.Contains("save it as DXF", problem.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutGdalItIsSaidWhatToInstall()
    {
        var problem = ReadSource.Refusal(
            _folder.Write("a.dxf", "0\nSECTION\n"), null, new OgrFormat(new OgrTool("no-such-ogr2ogr", "no-such-ogrinfo")));
        Assert.Contains("needs ogr2ogr of GDAL", problem.What.En, StringComparison.Ordinal);
        Assert.Contains("gdal-bin", problem.Remedy.En, StringComparison.Ordinal);
    }

    [GdalFact]
    public void AFileThatPointsToOthersIsNotFollowed()
    {
        _folder.Write("secret.csv", "a,b\n1,2\n");
        var vrt = _folder.Write(
            "a.dat", $"<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>{_folder.File("secret.csv")}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        Assert.Contains("not a format that is read here", ReadSource.Refusal(vrt).What.En, StringComparison.Ordinal);
    }

    [GdalFact]
    public void CancellingEndsTheChild()
    {
        var script = _folder.Write("slow", "#!/bin/sh\nexec sleep 60\n");
        Assert.Equal(0, Command.Run("chmod", "700", script).Code);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();
        Assert.Throws<OperationCanceledException>(() => new OgrTool(script).Convert(
            _folder.File("a"), _folder.File("b"), [], () => { }, cancel.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
    }

    [GdalFact]
    public void TheConversionEndsWhenItsResultGrowsTooLarge()
    {
        var fgb = Convert("FlatGeobuf", "a.fgb");
        var problem = ReadSource.Refusal(fgb, new SourceOptions
        {
            Limits = new SourceLimits
            {
                UnpackedBytes = 1000,
                FileBytes = 1 << 30,
            },
        });
        Assert.Contains("converted it is larger than", problem.What.En, StringComparison.Ordinal);
    }

    private string Convert(string driver, string name, params string[] options)
    {
        var (code, _, error) = Command.Run("ogr2ogr", ["-f", driver, .. options, _folder.File(name), _folder.Write("in.geojson", Json)]);
        Assert.True(code == 0, error);
        return _folder.File(name);
    }
}
