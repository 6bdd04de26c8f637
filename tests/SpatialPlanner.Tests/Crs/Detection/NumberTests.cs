using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Detection;

namespace SpatialPlanner.Tests.Crs.Detection;

/// <summary>What the numbers tell by themselves, without any street.</summary>
public class NumberTests
{
    [Theory]
    [InlineData("EPSG:4326", "EPSG:4326", "EPSG:4326", CrsVerdict.Unknown)]
    [InlineData("EPSG:4326", null, "EPSG:4326", CrsVerdict.Unknown)]
    [InlineData("EPSG:4545", "EPSG:4545", "EPSG:4545", CrsVerdict.Unknown)]
    [InlineData("EPSG:4524", null, "EPSG:4524", CrsVerdict.Unknown)]
    [InlineData("EPSG:4497", null, "EPSG:4497", CrsVerdict.Unknown)]
    [InlineData("EPSG:4524/yx", null, "EPSG:4524/yx", CrsVerdict.Unknown)]
    [InlineData("EPSG:4524", "EPSG:4545", "EPSG:4524", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4524", "EPSG:4525", "EPSG:4524", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4545", "EPSG:4524", "EPSG:4545", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4524", "EPSG:4326", "EPSG:4524", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326", "EPSG:4545", "EPSG:4326", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326/yx", "EPSG:4326", "EPSG:4326/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326/yx", "EPSG:4545", "EPSG:4326/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4545/yx", "EPSG:4545", "EPSG:4545/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:3857", null, "EPSG:3857", CrsVerdict.Unknown)]
    [InlineData("EPSG:4545", null, null, CrsVerdict.Unknown)]
    [InlineData("EPSG:4545", "EPSG:4326", null, CrsVerdict.Contradicted)]
    public void ADistrictOfXianIsProposedAs(string written, string? declared, string? proposed, CrsVerdict verdict)
    {
        var found = Propose(108.94, 34.26, written, declared);
        Assert.Equal((proposed, verdict), (found.Proposed, found.Verdict));
        Assert.Equal(declared is null || proposed != declared, found.AsksUser);
    }

    [Theory]
    [InlineData(87.6, 43.8)]
    [InlineData(80.2, 41.1)]
    [InlineData(126.6, 45.8)]
    public void DegreesInTheWrongOrderAreSeenInAllOfChina(double lon, double lat) =>
        Assert.Equal("EPSG:4326/yx", Propose(lon, lat, "EPSG:4326/yx", "EPSG:4326").Proposed);

    [Theory]
    [InlineData(-46.63, -23.55)]
    [InlineData(-15.43, 28.12)]
    [InlineData(15.6, 78.2)]
    [InlineData(-68.3, -54.8)]
    [InlineData(34.2, 61.8)]
    public void DegreesElsewhereAreTakenAsDeclared(double lon, double lat)
    {
        var found = Propose(lon, lat, "EPSG:4326", "EPSG:4326");
        Assert.Equal(("EPSG:4326", CrsVerdict.Unknown), (found.Proposed, found.Verdict));
    }

    [Fact]
    public void TheEastInWebMercatorAndTheFarWestInSixDegreeZonesAreNotToldApartByNumbers()
    {
        Assert.Null(Propose(120.86, 32.01, "EPSG:3857", null).Proposed);
        Assert.Equal(["EPSG:4491", "EPSG:3857"], Propose(120.86, 32.01, "EPSG:3857", null).Candidates.Select(c => c.Code));
        Assert.Equal("EPSG:3857", Propose(120.86, 32.01, "EPSG:3857", "EPSG:3857").Proposed);
    }

    [Fact]
    public void AZoneOfXianIsKeptInItsFamilyWithItsParameters()
    {
        var shift = DatumShift.Parse("24,-123,-94");
        var declared = CrsDeclaration.Of(CoordinateSystems.Find("EPSG:2381", shift));
        var found = CrsDetection.Propose(
            Layers.As(Points(108.94, 34.26), CoordinateSystems.Find("EPSG:2360", shift)), declared);
        Assert.Equal(("EPSG:2360", CrsVerdict.Contradicted), (found.Proposed, found.Verdict));
        Assert.Equal(shift, found.Candidates[0].System.Shift);
    }

    [Fact]
    public void XianWithoutParametersIsNotTakenForAnotherDatum()
    {
        var found = Propose(108.94, 34.26, "EPSG:4524", "EPSG:2360");
        Assert.Equal(("EPSG:2360", CrsVerdict.Unknown, null), (found.Declared, found.Verdict, found.Proposed));
        Assert.Contains("没有全国通用的转换参数", found.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnreadableDeclarationIsLikeNoneAndIsSaid()
    {
        var found = Propose(108.94, 34.26, "EPSG:4524", "LOCAL_CS[\"Undefined\"]");
        Assert.Equal(("EPSG:4524", CrsVerdict.Unknown), (found.Proposed, found.Verdict));
        Assert.Contains("LOCAL_CS", found.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AFewFeaturesAtTheOriginDoNotCount()
    {
        var system = CoordinateSystems.Find("EPSG:4524");
        var all = Points(108.94, 34.26).Select(system.FromWgs84).Append(new Point(0, 0));
        Assert.Equal("EPSG:4524", CrsDetection.Propose(LayerSample.Of(all), CrsDeclaration.None).Proposed);
    }

    [Fact]
    public void ALayerWithoutPositionsIsTakenAsDeclared()
    {
        var sample = LayerSample.Of([null, Point.Empty, new Point(double.NaN, 1)]);
        var found = CrsDetection.Propose(sample, CrsDeclaration.Of("EPSG:4545"));
        Assert.Equal(("EPSG:4545", CrsVerdict.Unknown), (found.Proposed, found.Verdict));
        Assert.Null(CrsDetection.Propose(sample, CrsDeclaration.None).Proposed);
    }

    private static CrsProposal Propose(double lon, double lat, string written, string? declared) =>
        CrsDetection.Propose(Layers.As(Points(lon, lat), written), CrsDeclaration.Of(declared));

    private static IEnumerable<Geometry> Points(double lon, double lat) =>
        Enumerable.Range(0, 60).Select(i => new Point(lon + (0.001 * (i % 8)), lat + (0.001 * (i / 8))));
}
