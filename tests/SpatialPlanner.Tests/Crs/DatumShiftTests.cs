using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Crs;

public class DatumShiftTests
{
    private const string Seven = "15.8,-154.4,-82.3,0.5,-0.8,1.7,2.4";

    [GdalFact]
    public void ParametersMoveXianAndBeijingAsGdalMovesThem()
    {
        AssertMovesAsGdal("EPSG:2433", "+ellps=krass", "+proj=tmerc +lon_0=108 +x_0=500000", Seven);
        AssertMovesAsGdal("EPSG:2433", "+ellps=krass", "+proj=tmerc +lon_0=108 +x_0=500000", "31.4,-144.3,-74.8");
        AssertMovesAsGdal("EPSG:2381", "+a=6378140 +rf=298.257", "+proj=tmerc +lon_0=108 +x_0=500000", "24,-123,-94,-0.02,0.25,0.13,1.1");
        AssertMovesAsGdal("EPSG:4610", "+a=6378140 +rf=298.257", "+proj=longlat", Seven);
    }

    [Theory]
    [InlineData("EPSG:2381", "西安 80")]
    [InlineData("EPSG:4610", "西安 80")]
    [InlineData("EPSG:2433", "北京 54")]
    [InlineData("EPSG:4214", "北京 54")]
    public void WithoutParametersTheyAreRefusedWithTheReason(string code, string datum)
    {
        var e = Assert.Throws<InputException>(() => CoordinateSystems.Find(code));
        Assert.Contains(datum, e.Problem.What.Zh, StringComparison.Ordinal);
        Assert.Contains("七参数", e.Problem.Remedy.Zh, StringComparison.Ordinal);
        var prj = Assert.Throws<InputException>(() => CoordinateSystems.Find(
            CoordinateSystems.Find(code, new DatumShift(0, 0, 1)).Wkt!));
        Assert.Contains(datum, prj.Problem.What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void TheParametersOfTheFileServeWhereTheUserGivesNone()
    {
        var wkt = CoordinateSystems.Find("2433", DatumShift.Parse(Seven)).Wkt!;
        var withOwn = wkt.Replace("298.3]]", $"298.3],TOWGS84[{Seven}]]", StringComparison.Ordinal);
        var system = CoordinateSystems.Find(withOwn);
        Assert.Equal(("EPSG:2433", DatumShift.Parse(Seven)), (system.Code, system.Shift));
        Assert.Contains(Seven, system.Name.Zh, StringComparison.Ordinal);
        Assert.Equal(new DatumShift(1, 2, 3), CoordinateSystems.Find(withOwn, new DatumShift(1, 2, 3)).Shift);
        Assert.Equal(
            CoordinateSystems.Find("2433", DatumShift.Parse(Seven)).ToWgs84(500000, 3.8e6), system.ToWgs84(500000, 3.8e6));
    }

    [Theory]
    [InlineData("EPSG:4545")]
    [InlineData("EPSG:4326")]
    [InlineData("GCJ-02")]
    public void WhereNoneAreNeededNoneAreTaken(string code) =>
        Assert.Throws<InputException>(() => CoordinateSystems.Find(code, new DatumShift(1, 2, 3)));

    [Theory]
    [InlineData("1,2", "here are 2")]
    [InlineData("1,2,x", "'x' is not a number")]
    [InlineData("1,2,NaN", "is not a number")]
    [InlineData("600000,2,3", "a unit or the order is wrong")]
    [InlineData("1,2,3,4,5,400,0", "a unit or the order is wrong")]
    public void WhatIsNoSetOfParametersIsRefused(string text, string reason) => Assert.Contains(
        reason, Assert.Throws<InputException>(() => DatumShift.Parse(text)).Problem.What.En, StringComparison.Ordinal);

    [Fact]
    public void ParametersAreWrittenAsTheyAreRead()
    {
        Assert.Equal("1,-2.5,3", DatumShift.Parse(" 1 ; -2.5; 3").ToString());
        Assert.Equal(Seven, DatumShift.Parse(Seven).ToString());
    }

    private static void AssertMovesAsGdal(string code, string ellipsoid, string projection, string parameters)
    {
        var system = CoordinateSystems.Find(code, DatumShift.Parse(parameters));
        var degrees = Enumerable.Range(0, 60).Select(i => (X: 106.6 + (0.05 * i), Y: 22 + (0.5 * i))).ToList();
        var definition = $"{projection} {ellipsoid} +towgs84={parameters} +no_defs";
        var ours = degrees.Select(d => system.FromWgs84(d.X, d.Y)).ToList();
        foreach (var (place, gdal) in degrees.Zip(Gdal.Transform(definition, "+proj=longlat +datum=WGS84 +no_defs", ours)))
        {
            Assert.Equal(gdal.X, place.X, 9e-9);
            Assert.Equal(gdal.Y, place.Y, 9e-9);
        }
    }
}
