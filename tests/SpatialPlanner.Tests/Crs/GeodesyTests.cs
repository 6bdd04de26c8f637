using SpatialPlanner.Data.Crs;

namespace SpatialPlanner.Tests.Crs;

public class GeodesyTests
{
    [Fact]
    public void SegmentsAddUpToTheMeridianArcOfXian()
    {
        // Arc from the equator to 34.261° by numeric integration (CGCS2000; WGS 84 differs by less than a millimetre).
        var sum = 0.0;
        for (var i = 0; i < 34_261; i++)
        {
            sum += Geodesy.SegmentMetres(108.9, i / 1000.0, 108.9, (i + 1) / 1000.0);
        }

        Assert.Equal(3_792_612.8008, sum, 0.002);
    }

    [Fact]
    public void WebMercatorWouldOverstateXianByAFifth()
    {
        var metres = Geodesy.SegmentMetres(108.9, 34.26, 108.91, 34.26);
        var mercator = 0.01 * Math.PI / 180 * 6378137;
        Assert.Equal(0.8265, metres / mercator, 0.0015);
    }

    [Theory]
    [InlineData(108.942, 34.261)]
    [InlineData(121.5, 31.2)]
    [InlineData(-46.6, -23.5)]
    [InlineData(-15.43, 28.12)]
    public void TheLocalPlaneKeepsLengthsAndComesBack(double lon, double lat)
    {
        var plane = new LocalProjection(lon, lat);
        foreach (var (dLon, dLat) in new[] { (0.05, 0.0), (0.0, 0.05), (-0.05, 0.03), (0.1, -0.08) })
        {
            var (x1, y1) = plane.ToLocal(lon + dLon, lat + dLat);
            var (x2, y2) = plane.ToLocal(lon + dLon + 0.001, lat + dLat + 0.001);
            var local = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
            var trueLength = Geodesy.SegmentMetres(lon + dLon, lat + dLat, lon + dLon + 0.001, lat + dLat + 0.001);
            Assert.Equal(1, local / trueLength, 3e-6);
            var (backLon, backLat) = plane.ToLonLat(x1, y1);
            Assert.Equal(lon + dLon, backLon, 1e-7);
            Assert.Equal(lat + dLat, backLat, 1e-7);
        }
    }
}
