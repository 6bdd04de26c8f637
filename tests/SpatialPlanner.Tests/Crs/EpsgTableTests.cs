using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Epsg;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Crs;

public class EpsgTableTests
{
    [GdalFact]
    public void EveryLineIsToTheLetterWhatGdalWritesIntoAPrj()
    {
        Parallel.ForEach(EpsgTable.All, new ParallelOptions { MaxDegreeOfParallelism = 2 }, row =>
            Assert.Equal(Gdal.SrsInfo("wkt_esri", $"EPSG:{row.Code}"), row.System(new DatumShift(0, 0, 0)).Wkt));
    }

    [Fact]
    public void EveryZoneOfChinaIsThere()
    {
        int[] codes =
        [
            4326, 4490, 4610, 4214, 3857, .. Enumerable.Range(4491, 64), .. Enumerable.Range(2327, 64),
            .. Enumerable.Range(2401, 42), .. Enumerable.Range(21413, 11), .. Enumerable.Range(21453, 11),
            .. Enumerable.Range(32601, 60), .. Enumerable.Range(32701, 60),
        ];
        Assert.Equal(codes.Order(), EpsgTable.All.Select(r => r.Code).Order());
    }

    [Fact]
    public void ZonesWithAPrefixAreTheirTwinsWithTheNumberInFront()
    {
        foreach (var row in EpsgTable.All.Where(r => r.HasPrefix))
        {
            var plain = EpsgTable.All.Single(r => r.Datum == row.Datum && r.ZoneDegrees == row.ZoneDegrees
                && r.CentralMeridian == row.CentralMeridian && !r.HasPrefix);
            var shift = row.Datum.IsWgs84 ? null : new DatumShift(0, 0, 0);
            var (x, y) = row.System(shift).FromWgs84(row.CentralMeridian + 1, 34);
            var (plainX, plainY) = plain.System(shift).FromWgs84(row.CentralMeridian + 1, 34);
            Assert.Equal((row.Zone * 1e6) + plainX, x);
            Assert.Equal(plainY, y);
        }
    }
}
