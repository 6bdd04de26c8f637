using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

/// <summary>Isochrones of whole districts, checked against the buildings by NetTopologySuite.</summary>
public class IsochroneAnswerTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly CoverageLimit[] Bands =
        [CoverageLimit.OfMinutes(5), CoverageLimit.OfMinutes(10), CoverageLimit.OfMinutes(15)];

    [Theory]
    [InlineData(IsochroneMethod.Contour)]
    [InlineData(IsochroneMethod.Corridor)]
    public void TheSampleIsCertifiedAgainstItsBuildings(IsochroneMethod method)
    {
        foreach (var facility in Linked(sample.Loaded, 7))
        {
            CheckAnswer(sample.Loaded, facility, method);
        }
    }

    [Fact]
    public void ThoseWithinTheWalkAreThoseOfCoverage()
    {
        var loaded = sample.Loaded;
        var profile = loaded.Pack.Profiles[0];
        var service = loaded.Pack.IndexOfService("meals");
        var walks = ServiceAnswer.Find(loaded, service, null, profile).Walks;
        var answer = IsochroneAnswer.Find(
            loaded, Places(loaded, loaded.District.Facilities.OpenWith(service)), Bands, profile, IsochroneMethod.Edges);
        for (var b = 0; b < Bands.Length; b++)
        {
            Assert.Equal(
                Enumerable.Range(0, loaded.District.Buildings.Count).Count(i => walks.IsCovered(i, Bands[b])),
                answer.Bands[b].CoveredBuildings);
        }
    }

    [SharedDataFact]
    public void LasPalmasIsCertifiedAndAContourIsMostlyRight()
    {
        var loaded = LasPalmas();
        var (covered, wrong, circleWrong) = (0, 0, 0);
        foreach (var facility in Linked(loaded, 8))
        {
            CheckAnswer(loaded, facility, IsochroneMethod.Corridor);
            foreach (var band in CheckAnswer(loaded, facility, IsochroneMethod.Contour))
            {
                covered += band.CoveredBuildings;
                wrong += band.Polygon!.CoveredOutside.Length + band.Polygon.UncoveredInside.Length;
                circleWrong += band.Circle.Uncovered.Length;
            }
        }

        // Measured over 60 places: 0.4 % in 15 minutes; a circle counts half as many again as are covered.
        Assert.InRange(wrong, 1, covered / 50);
        Assert.InRange(circleWrong, covered / 4, int.MaxValue);
    }

    private static IReadOnlyList<IsochroneBand> CheckAnswer(LoadedDistrict loaded, int facility, IsochroneMethod method)
    {
        var answer = IsochroneAnswer.Find(loaded, Places(loaded, [facility]), Bands, loaded.Pack.Profiles[0], method);
        // Rows come largest first.
        var drawn = answer.Layer.Rows.Reverse().Select(r => r.Geometry!).ToList();
        Assert.Equal(Bands.Length, drawn.Count);
        Assert.All(drawn, d => Assert.True(d.IsValid));
        Assert.True(drawn[1].Covers(drawn[0]) && drawn[2].Covers(drawn[1]));
        var (lon, lat) = loaded.BuildingPoints;
        for (var b = 0; b < Bands.Length; b++)
        {
            var (area, limitMm) = (PreparedGeometryFactory.Prepare(drawn[b]), Bands[b].CostMm(loaded.Pack.Profiles[0].SpeedMmPerS));
            var wrong = Enumerable.Range(0, lon.Length)
                .Select(i => (Building: i, IsCovered: answer.Walks.CostMm[i] <= limitMm))
                .Where(p => p.IsCovered != area.Intersects(new Point(lon[p.Building], lat[p.Building])))
                .ToLookup(p => p.IsCovered, p => p.Building);
            Assert.Equal(wrong[true], answer.Bands[b].Polygon!.CoveredOutside);
            Assert.Equal(wrong[false], answer.Bands[b].Polygon!.UncoveredInside);
        }

        var ids = IsochroneLayer.Certificate(loaded, answer.Bands).Rows.Select(r => (string)r.Values[1]!);
        Assert.Equal(
            answer.Bands.SelectMany(b => b.Polygon!.CoveredOutside.Concat(b.Polygon.UncoveredInside))
                .Select(i => loaded.District.Buildings.Id[i]),
            ids);
        return answer.Bands;
    }

    private static IEnumerable<int> Linked(LoadedDistrict loaded, int count)
    {
        var all = Enumerable.Range(0, loaded.District.Facilities.Count).Where(loaded.District.FacilityLinks.IsLinked).ToList();
        return Enumerable.Range(0, count).Select(i => all[i * all.Count / count]);
    }

    private static IsochronePlaces Places(LoadedDistrict loaded, int[] facilities)
    {
        var builder = new LinkageBuilder();
        foreach (var facility in facilities)
        {
            builder.AddAll(loaded.District.FacilityLinks, facility);
            builder.EndPoint();
        }

        var columns = loaded.District.Facilities;
        return new IsochronePlaces(builder.Build(), [.. facilities.Select(f => (columns.X[f], columns.Y[f]))]);
    }

    private static LoadedDistrict LasPalmas()
    {
        var path = SharedData.Path("las-palmas", "las-palmas-2023.osm.pbf");
        return LoadedSample.Load(OsmReader.Read(path, Pack.Default, new(), null, default));
    }
}
