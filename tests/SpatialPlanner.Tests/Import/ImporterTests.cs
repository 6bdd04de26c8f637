using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Import;

public sealed class ImporterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnImportIsRecordedWithTheHashOfItsFile()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var result = Importer.Import(
            workspace, _folder.Write("f.csv", "id,lon,lat\n1,1,2\n2,1,x\n"), new ImportOptions { Layer = Facilities }, Pack.Default);
        Assert.Equal(new LayerCount("facilities", 2, 1, 0, 1), Assert.Single(result.Layers));
        var record = Assert.Single(workspace.Imports);
        Assert.Equal(("f.csv", 23L, 2L, 1L), (record.Source.FileName, record.Source.Bytes, record.RowsRead, record.RowsTaken));
        Assert.Equal(64, record.Source.Sha256.Length);
        Assert.Equal("EPSG:4326", record.Crs);
    }

    [Theory]
    [InlineData("empty.geojson", "")]
    [InlineData("empty.osm.gz", "")]
    [InlineData("noxy.csv", "id,name\n1,a\n")]
    [InlineData("broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{")]
    [InlineData("swapped.csv", "id,name,services,lon,lat\n1,a,meals,34.26,108.94\n")]
    [InlineData("text.csv", "id,name,services,lon,lat\n1,a,meals,108.94,abc\n")]
    [InlineData("header.csv", "id,name,lon,lat\n")]
    [InlineData("nothing.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}")]
    [InlineData("noise.bin", "\u0000\u0001\u0002\u0003 no format of this world")]
    public void AFileOfWhichNothingCanBeUsedIsRefusedAndNothingChanges(string name, string content)
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var before = workspace.Fingerprint();
        var problem = Assert.Throws<InputException>(() => Importer.Import(
            workspace, _folder.Write(name, content), new ImportOptions { Layer = Facilities }, Pack.Default)).Problem;
        Assert.Equal(name, problem.File);
        Assert.NotEmpty(problem.Remedy.Zh);
        Assert.Equal(before, workspace.Fingerprint());
        Assert.Empty(workspace.Imports);
    }

    [Theory]
    [InlineData("[108, 34, 400], [108.0005, 34, 430], [108.001, 34, 409.24]", "", 0.1)]
    [InlineData("[108, 34, 409.24], [108.001, 34, 400]", "", -0.1)]
    [InlineData("[108, 34, 400], [108.001, 34, 409.24]", "\"grade\":0.02,", 0.02)]
    [InlineData("[108, 34, 0], [108.001, 34, 0]", "", null)]
    [InlineData("[108, 34, 400], [108.001, 34]", "", null)]
    [InlineData("[108, 34, 400], [108.001, 34, 600]", "", null)]
    public void HeightsOfALineGiveItsGrade(string line, string properties, double? grade)
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var file = _folder.Write(
            "s.geojson",
            $$$"""{"type":"Feature","properties":{{{{properties}}}"id":"a"},"geometry":{"type":"LineString","coordinates":[{{{line}}}]}}""");
        Importer.Import(workspace, file, new ImportOptions { Layer = WalkEdges }, Pack.Default);

        var row = Assert.Single(workspace.Read(WalkEdges));
        Assert.Equal(grade, row.Values[WalkEdges.Require("grade")] is double d ? Math.Round(d, 3) : null);
    }

    [Theory]
    [InlineData("\"yes\"", "\"zebra\"", null, "marked")]
    [InlineData("true", "\"traffic_signals\"", null, "signals")]
    [InlineData("\"B\"", "\"no\"", null, null)]
    [InlineData("-1", "\"信号灯\"", null, "signals")]
    [InlineData("\"Backward\"", "\"unmarked\"", "backward", "unmarked")]
    public void WordsAboutVehiclesInAStreetFileSayNothingAboutWalkers(string oneWay, string crossing, string? direction, string? kind)
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var file = _folder.Write(
            "s.geojson",
            $$$"""{"type":"Feature","properties":{"id":"a","oneway":{{{oneWay}}},"crossing":{{{crossing}}}},"geometry":{"type":"LineString","coordinates":[[108,34],[108.001,34]]}}""");
        Importer.Import(workspace, file, new ImportOptions { Layer = WalkEdges }, Pack.Default);

        var row = Assert.Single(workspace.Read(WalkEdges));
        Assert.Equal([direction, kind], new[] { "oneway", "crossing" }.Select(c => row.Values[WalkEdges.Require(c)]));
    }

    [Fact]
    public void BuildingsWithoutPeopleAreEstimatedFromTheirOutline()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        // A ten-thousandth of a degree at the equator is 11.13 by 11.06 m: 123.1 m², six storeys, 35 m² each: 21 people.
        var file = _folder.Write(
            "b.csv", "id,use,storeys,wkt\n1,住宅,6,\"POLYGON ((0 0, 0.0001 0, 0.0001 0.0001, 0 0.0001, 0 0))\"\n");
        var result = Importer.Import(workspace, file, new ImportOptions { Layer = Buildings }, Pack.Default);
        Assert.Equal(1, result.PopulationEstimated);
        var row = Assert.Single(workspace.Read(Buildings));
        Assert.Equal(21L, row.Values[Buildings.Require("population")]);
        Assert.Equal("estimated", row.Values[Buildings.Require("population_source")]);
        Assert.Equal(3L, row.Values[Buildings.Require("age_60_79")]);
    }

    [Fact]
    public void RowsThatTakeThePlaceOfOthersAreCounted()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var options = new ImportOptions { Layer = Facilities };
        var first = Importer.Import(workspace, _folder.Write("a.csv", "id,lon,lat\n1,1,2\n2,1,2\n"), options, Pack.Default);
        Assert.Empty(first.Replaced);
        var second = Importer.Import(workspace, _folder.Write("b.csv", "id,lon,lat\n2,1,2\n3,1,2\n"), options, Pack.Default);
        Assert.Equal(1, second.Replaced["facilities"]);
        Assert.Equal(3, workspace.Count(Facilities));
    }

    [Fact]
    public void EdgesWithoutALengthAreMeasured()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var file = _folder.Write("e.csv", "id,wkt\n1,\"LINESTRING (0 0, 0.001 0)\"\n");
        Importer.Import(workspace, file, new ImportOptions { Layer = WalkEdges }, Pack.Default);
        Assert.Equal(111_319L, Assert.Single(workspace.Read(WalkEdges)).Values[WalkEdges.Require("length_mm")]);
    }

    [Theory]
    [InlineData("GCJ-02", "116.38404722455657,39.91334545536069", 116.377817, 39.911954, 1e-8)]
    [InlineData("EPSG:4545", "586760.8441,3793014.3379", 108.942, 34.261, 2e-8)]
    [InlineData("EPSG:4524", "36586760.8441,3793014.3379", 108.942, 34.261, 2e-8)]
    public void CoordinatesBecomeWgs84AndTheImportSaysHow(string crs, string xy, double lon, double lat, double tolerance)
    {
        var file = _folder.Write("f.csv", $"id,x,y\n1,{xy}\n");
        using var read = Importer.Read(
            file, new ImportOptions { Layer = Facilities, Crs = CoordinateSystems.Find(crs) }, Pack.Default);
        var at = Assert.Single(read.Batch.Layers[Facilities]).Geometry!.Coordinate;
        Assert.InRange(at.X, lon - tolerance, lon + tolerance);
        Assert.InRange(at.Y, lat - tolerance, lat + tolerance);
        Assert.StartsWith(crs, read.Result.Conversion, StringComparison.Ordinal);
        Assert.Equal(crs, read.Batch.Crs);
    }

    [Fact]
    public void NorthingFirstIsTakenWhenSaid()
    {
        var file = _folder.Write("f.csv", "id,x,y\n1,3793014.3379,586760.8441\n");
        var options = new ImportOptions { Layer = Facilities, Crs = CoordinateSystems.Find("EPSG:4545"), SwapAxes = true };
        using var read = Importer.Read(file, options, Pack.Default);
        Assert.Equal(108.942, Assert.Single(read.Batch.Layers[Facilities]).Geometry!.Coordinate.X, 7);
    }

    [Fact]
    public void ACrsMemberAfterManyRowsIsNoticed()
    {
        var feature = string.Join(',', Enumerable.Repeat(
            """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}""", 6000));
        var file = _folder.Write(
            "f.geojson",
            """{"type":"FeatureCollection","features":[""" + feature + """],"crs":{"type":"name","properties":{"name":"EPSG:4545"}}}""");
        var problem = Assert.Throws<InputException>(() => Importer.Read(file, new ImportOptions { Layer = Facilities }, Pack.Default)).Problem;
        Assert.Contains("--crs EPSG:4545", problem.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Xian80WithoutParametersIsRefusedInTheNameOfTheFile()
    {
        var file = _folder.Write(
            "f.geojson",
            """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2381"}},"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[586760,3793014]}}]}""");
        var problem = Assert.Throws<InputException>(() => Importer.Read(file, new ImportOptions { Layer = Facilities }, Pack.Default)).Problem;
        Assert.Equal("f.geojson", problem.File);
        using var read = Importer.Read(
            file, new ImportOptions { Layer = Facilities, DatumShift = DatumShift.Parse("1,2,3") }, Pack.Default);
        Assert.Contains("1,2,3", read.Result.Conversion, StringComparison.Ordinal);
    }

}
