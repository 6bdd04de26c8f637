using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Epsg;

namespace SpatialPlanner.Tests.Crs;

public class RoundTripTests
{
    // Realistic for Beijing 1954: metres, seconds of arc, ppm.
    private static readonly DatumShift Shift = new(15.8, -154.4, -82.3, 0.5, -0.8, 1.7, 2.4);

    [Fact]
    public void WhatGoesOutInAnySystemOfTheTableComesBack()
    {
        var random = new Random(1);
        foreach (var row in EpsgTable.All)
        {
            var system = row.System(row.Datum.IsWgs84 ? null : Shift);
            for (var i = 0; i < 50; i++)
            {
                var width = row.Kind == EpsgRow.TransverseMercator ? 4.5 : 170;
                var lon = row.CentralMeridian + (width * ((2 * random.NextDouble()) - 1));
                AssertComesBack(system, Math.IEEERemainder(lon, 360), (random.NextDouble() * 160) - 80, 1e-11);
            }
        }
    }

    [Fact]
    public void WhatGoesOutAsGcj02OrBd09ComesBackToABillionthOfADegree()
    {
        var random = new Random(2);
        for (var i = 0; i < 5000; i++)
        {
            var (lon, lat) = (73 + (64 * random.NextDouble()), 3 + (51 * random.NextDouble()));
            AssertComesBack(CoordinateSystems.Gcj02, lon, lat, 1e-9);
            AssertComesBack(CoordinateSystems.Bd09, lon, lat, 1e-9);
        }
    }

    [Theory]
    [InlineData(-46.63, -23.55)]
    [InlineData(-15.43, 28.12)]
    [InlineData(139.7, 35.7)]
    [InlineData(103.8, 0.5)]
    public void OutsideTheBoxOfChinaNothingMoves(double lon, double lat)
    {
        foreach (var system in new[] { CoordinateSystems.Gcj02, CoordinateSystems.Bd09 })
        {
            Assert.Equal((lon, lat), system.FromWgs84(lon, lat));
            Assert.Equal((lon, lat), system.ToWgs84(lon, lat));
        }
    }

    [Fact]
    public void GeometriesAreCopiedWithTheirHeights()
    {
        var line = new LineString([new CoordinateZ(108.94, 34.26, 412), new CoordinateZ(108.95, 34.27, 415)]);
        var system = CoordinateSystems.Find("4545");
        var projected = system.FromWgs84(line);
        Assert.Equal(108.94, line.Coordinates[0].X);
        Assert.Equal(412, projected.Coordinates[0].Z);
        Assert.Equal(system.FromWgs84(108.95, 34.27), (projected.Coordinates[1].X, projected.Coordinates[1].Y));
        Assert.True(system.ToWgs84(projected).EqualsExact(line, 1e-11));
    }

    private static void AssertComesBack(CoordinateSystem system, double lon, double lat, double tolerance)
    {
        var (x, y) = system.FromWgs84(lon, lat);
        var (backLon, backLat) = system.ToWgs84(x, y);
        Assert.True(
            Math.Abs(Math.IEEERemainder(lon - backLon, 360)) < tolerance && Math.Abs(lat - backLat) < tolerance,
            $"{system}: {lon} {lat} came back as {backLon} {backLat}");
    }
}
