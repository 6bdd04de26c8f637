using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Datums;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Crs;

/// <summary>Places whose coordinates others computed.</summary>
public class CoordinateVectorsTests
{
    private const double Millimetre = 0.001;

    // 1 mm along a meridian.
    private const double MillimetreInDegrees = 9e-9;

    [SharedDataFact]
    public void EveryPlaceOfTheTableIsWithinAMillimetre()
    {
        foreach (var line in File.ReadLines(SharedData.Path("crs", "cgcs2000-vectors.csv")).Skip(1))
        {
            var cells = line.Split(',');
            var number = cells.Select(c => double.TryParse(c, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
            var (lon, lat, x, y) = (number[1], number[2], number[5], number[4]);
            if (cells[3] == "EPSG:4479")
            {
                var place = Geocentric.Of(Ellipsoid.Cgcs2000, lon, lat);
                Assert.Equal(number[4], place.X, Millimetre);
                Assert.Equal(number[5], place.Y, Millimetre);
                Assert.Equal(number[6], place.Z, Millimetre);
                continue;
            }

            // In the order of the axes: Web Mercator and UTM have the easting first.
            (x, y) = cells[3] == "EPSG:3857" || cells[3].StartsWith("EPSG:326", StringComparison.Ordinal) ? (y, x) : (x, y);
            var system = CoordinateSystems.Find(cells[3]);
            var (toX, toY) = system.FromWgs84(lon, lat);
            Assert.True(
                Math.Abs(x - toX) <= Millimetre && Math.Abs(y - toY) <= Millimetre,
                $"{line}: {toX:F4} {toY:F4}");
            var (backLon, backLat) = system.ToWgs84(x, y);
            Assert.Equal(lon, backLon, MillimetreInDegrees);
            Assert.Equal(lat, backLat, MillimetreInDegrees);
        }
    }

    [Theory]
    [InlineData("EPSG:4545", 108.9420, 34.2610, 586760.8441, 3793014.3379)]
    [InlineData("EPSG:4508", 108.9420, 34.2610, 310440.5294, 3794529.8360)]
    [InlineData("EPSG:4549", 120.86, 32.01, 581256.6279, 3543284.5659)]
    [InlineData("EPSG:4542", 100.23, 25.60, 623564.8183, 2833093.7378)]
    public void GaussKruegerCoordinatesAreThoseOfNumericalIntegration(
        string code, double lon, double lat, double easting, double northing)
    {
        var (x, y) = CoordinateSystems.Find(code).FromWgs84(lon, lat);
        Assert.Equal(easting, x, Millimetre);
        Assert.Equal(northing, y, Millimetre);
    }

    [Theory]
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    [InlineData(116.377817, 39.911954, 116.38404722455657, 39.91334545536069)]
    public void Gcj02IsThatOfEviltransform(double lon, double lat, double toLon, double toLat)
    {
        var (x, y) = CoordinateSystems.Gcj02.FromWgs84(lon, lat);
        Assert.Equal(toLon, x, 1e-13);
        Assert.Equal(toLat, y, 1e-13);
    }

    [SharedDataFact]
    public void AllCitiesAreWhereTheTableHasThem()
    {
        // The table's GCJ-02 and BD-09 are a formula's, to seven decimals; its WGS 84 is a rough inverse of GCJ-02, up to
        // 7.3e-6 degrees (0.8 m) off the formula, so five decimals hold there.
        using var cities = JsonDocument.Parse(File.ReadAllText(SharedData.Path("crs", "china-cities.json")));
        var count = 0;
        foreach (var coords in cities.RootElement.EnumerateArray().Select(c => c.GetProperty("coords")))
        {
            var (wgs, gcj, bd, mercator) = (Pair(coords, "WGS84"), Pair(coords, "GCJ02"), Pair(coords, "BD09"), Pair(coords, "EPSG3857"));
            var fromGcj = CoordinateSystems.Gcj02.ToWgs84(gcj.X, gcj.Y);
            AssertNear(gcj, CoordinateSystems.Gcj02.FromWgs84(wgs.X, wgs.Y), 1e-5);
            AssertNear(bd, CoordinateSystems.Bd09.FromWgs84(wgs.X, wgs.Y), 1e-5);
            AssertNear(wgs, fromGcj, 1e-5);
            AssertNear(wgs, CoordinateSystems.Bd09.ToWgs84(bd.X, bd.Y), 1e-5);
            AssertNear(bd, CoordinateSystems.Bd09.FromWgs84(fromGcj.Lon, fromGcj.Lat), 1.5e-7);
            AssertNear(mercator, CoordinateSystems.Find("EPSG:3857").FromWgs84(wgs.X, wgs.Y), 0.0011);
            count++;
        }

        Assert.Equal(664, count);
    }

    private static void AssertNear((double X, double Y) expected, (double X, double Y) actual, double tolerance) =>
        Assert.True(
            Math.Abs(expected.X - actual.X) <= tolerance && Math.Abs(expected.Y - actual.Y) <= tolerance,
            $"{expected} is not {actual} within {tolerance}");

    private static (double X, double Y) Pair(JsonElement coords, string name) =>
        (coords.GetProperty(name)[0].GetDouble(), coords.GetProperty(name)[1].GetDouble());
}
