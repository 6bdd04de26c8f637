using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Epsg;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Crs;

public class WktTests
{
    private const string Cgcs2000 =
        "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    [Fact]
    public void WhatWeWriteIntoAPrjIsReadAsTheSameCode()
    {
        foreach (var row in EpsgTable.All)
        {
            var shift = row.Datum.IsWgs84 ? null : new DatumShift(1, 2, 3);
            Assert.Equal($"EPSG:{row.Code}", CoordinateSystems.Find(row.System(shift).Wkt!, shift).Code);
        }
    }

    [GdalFact]
    public void TheOgcSpellingOfACodeIsReadAsThatCode()
    {
        foreach (var code in new[] { 4326, 4490, 4545, 4524, 4508, 4546, 4497, 3857, 32649, 32723 })
        {
            Assert.Equal($"EPSG:{code}", CoordinateSystems.Find(Gdal.SrsInfo("wkt1", $"EPSG:{code}")).Code);
        }
    }

    [Fact]
    public void TheCentralMeridianCountsAndNotTheName()
    {
        var wkt = Tm("CGCS2000_3_Degree_GK_CM_108E", 114, 500000, 1, ",AUTHORITY[\"EPSG\",\"4545\"]");
        Assert.Equal("EPSG:4547", CoordinateSystems.Find(wkt).Code);
    }

    [Fact]
    public void ADatumUnknownOnTheEllipsoidOfCgcs2000IsThat()
    {
        var wkt = Tm("Unknown", 108, 500000, 1).Replace("D_China_2000", "unknown", StringComparison.Ordinal);
        Assert.Equal("EPSG:4545", CoordinateSystems.Find(wkt).Code);
    }

    [Fact]
    public void ALocalGridIsTransverseMercatorOfItsOwn()
    {
        // A city grid on a meridian of its own, in kilometres.
        var grid = CoordinateSystems.Find(Tm("Xian_City", 108.9, 50, 1000));
        var plain = CoordinateSystems.Find("EPSG:4545");
        Assert.Equal(("WKT", null, "Xian_City"), (grid.Code, grid.Epsg, grid.Name.En));
        var (x, y) = grid.FromWgs84(108.9, 34.25);
        var (_, northing) = plain.FromWgs84(108, 34.25);
        Assert.Equal(50, x, 1e-9);
        Assert.Equal(northing / 1000, y, 1e-9);
        Assert.Equal(108.9, grid.ToWgs84(x, y).Lon, 1e-11);
    }

    [GdalFact]
    public void OtherProjectionsAgreeWithGdalToAMillimetre()
    {
        AssertAgrees(5635, -15.43, 28.12);
        AssertAgrees(3035, 9.2, 48.8);
        AssertAgrees(2154, 2.35, 48.85);
        AssertAgrees(5070, -96.1, 37.2);
        AssertAgrees(3395, 108.94, 34.26);
        AssertAgrees(2263, -74.0, 40.7);
        AssertAgrees(31983, -46.63, -23.55);
        AssertAgrees(5880, -54.5, -15.2);
    }

    [GdalFact]
    public void Wkt2AndProjTextsAreTakenWhereGdalIsInstalled()
    {
        Assert.Equal("EPSG:4545", CoordinateSystems.Find(Gdal.SrsInfo("wkt2_2019", "EPSG:4545")).Code);
        var (x, y) = CoordinateSystems.Find("+proj=tmerc +lon_0=108.9 +x_0=50000 +ellps=GRS80 +units=m").FromWgs84(108.9, 0);
        Assert.Equal(50000, x, 1e-6);
        Assert.Equal(0, y, 1e-6);
    }

    [Theory]
    [InlineData("GEOGCS[\"x\",DATUM[\"D\"]]", "has no SPHEROID")]
    [InlineData("GEOGCS[\"x\",DATUM[\"D\",SPHEROID[\"s\",6378137,a]]]", "has no number")]
    [InlineData("GEOGCS[\"x\",DATUM[\"D\",SPHEROID[\"s\",1737400,0]]]", "not the earth's")]
    [InlineData("PROJCS[\"x\",", "a value was expected (character 12)")]
    [InlineData("PROJCS[\"x", "a quotation mark is not closed")]
    [InlineData("GEOCCS[\"x\",DATUM[\"D\"]]", "GEOCCS is no coordinate system of maps")]
    [InlineData("LOCAL_CS[\"Unknown\",LOCAL_DATUM[\"x\",0],UNIT[\"Meter\",1]]", "LOCAL_CS is no coordinate system of maps")]
    [InlineData("hello", "is not known")]
    [InlineData("EPSG:999999", "EPSG code")]
    [InlineData("EPSG:4479", "EPSG code")]
    [InlineData("nowhere.prj", "cannot be read")]
    public void WhatCannotBeUsedIsRefusedWithTheReason(string text, string reason)
    {
        var e = Assert.Throws<InputException>(() => CoordinateSystems.Find(text));
        Assert.Contains(reason.Replace("EPSG code", Command.Exists("gdalsrsinfo") ? "EPSG code" : "GDAL", StringComparison.Ordinal),
            e.Problem.What.En, StringComparison.Ordinal);
        Assert.NotEmpty(e.Problem.Remedy.Zh);
    }

    [Fact]
    public void AnUnknownProjectionIsRefusedWithTheWayOut()
    {
        var wkt = Tm("x", 108, 0, 1).Replace("Gauss_Kruger", "Two_Point_Equidistant", StringComparison.Ordinal);
        var e = Assert.Throws<InputException>(() => CoordinateSystems.Find(wkt));
        Assert.Contains("Two_Point_Equidistant", e.Problem.What.Zh, StringComparison.Ordinal);
        Assert.Contains("ogr2ogr", e.Problem.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfWktIsRead()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.prj", "\uFEFF" + CoordinateSystems.Find("4545").Wkt + "\r\n");
        Assert.Equal("EPSG:4545", CoordinateSystems.Find(path).Code);
        Assert.Throws<InputException>(() => CoordinateSystems.Parse(path));
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:EPSG::4545", "EPSG:4545")]
    [InlineData("urn:ogc:def:crs:EPSG:6.9:4490", "EPSG:4490")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4524", "EPSG:4524")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326")]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326")]
    [InlineData("epsg:900913", "EPSG:3857")]
    [InlineData("ESRI:102100", "EPSG:3857")]
    [InlineData("gcj02", "GCJ-02")]
    [InlineData("BD09LL", "BD-09")]
    [InlineData("cgcs2000", "EPSG:4490")]
    public void NamesOfOtherProgramsAreUnderstood(string text, string code) =>
        Assert.Equal(code, CoordinateSystems.Find(text).Code);

    [Theory]
    [InlineData("EPSG:4326")]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84")]
    [InlineData("GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]")]
    public void Wgs84IsOneAndTheSame(string text) => Assert.Same(CoordinateSystems.Wgs84, CoordinateSystems.Find(text));

    [Fact]
    public void ACodeMaySayThatTheNorthingComesFirst()
    {
        var swapped = CoordinateSystems.Find("EPSG:4545/yx");
        var (easting, northing) = CoordinateSystems.Find("EPSG:4545").FromWgs84(108.94, 34.26);
        Assert.Equal((northing, easting), swapped.FromWgs84(108.94, 34.26));
        Assert.Equal(("EPSG:4545/yx", 4545), (swapped.Code, swapped.Epsg));
        Assert.Equal("EPSG:4545", CoordinateSystems.Swapped(swapped).Code);
        Assert.Equal(swapped.ToWgs84(northing, easting), CoordinateSystems.Find("EPSG:4545").ToWgs84(easting, northing));
    }

    private static string Tm(string name, double meridian, double falseEasting, double metres, string more = "") =>
        FormattableString.Invariant(
            $"PROJCS[\"{name}\",{Cgcs2000},PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",{falseEasting}],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",{meridian}],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Unit\",{metres}]{more}]");

    private static void AssertAgrees(int code, double lon, double lat)
    {
        var system = CoordinateSystems.Find($"EPSG:{code}");
        Assert.Equal(code, system.Epsg);
        var places = Enumerable.Range(0, 40).Select(i => (X: lon + (0.05 * (i % 7)), Y: lat - (0.06 * (i % 9)))).ToList();
        var projected = places.Select(p => system.FromWgs84(p.X, p.Y)).ToList();

        // GDAL with the same definition, so that it applies no other knowledge of the datum.
        var gdal = Gdal.SrsInfo("proj4", system.Wkt!);
        foreach (var ((x, y), (toX, toY)) in projected.Zip(Gdal.Transform("+proj=longlat +datum=WGS84 +no_defs", gdal, places)))
        {
            Assert.True(Math.Abs(x - toX) < 0.001 && Math.Abs(y - toY) < 0.001, $"{code}: {x} {y} is not {toX} {toY}");
        }

        foreach (var ((x, y), (onX, onY)) in places.Zip(projected))
        {
            var (backX, backY) = system.ToWgs84(onX, onY);
            Assert.True(Math.Abs(x - backX) < 1e-10 && Math.Abs(y - backY) < 1e-10, $"{code}: {backX} {backY} is not {x} {y}");
        }
    }
}
