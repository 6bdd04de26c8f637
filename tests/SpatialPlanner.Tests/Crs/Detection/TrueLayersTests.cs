using System.Diagnostics;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Sample;
using SpatialPlanner.Tests.Sample;
using SpatialPlanner.Tests.Support;
using Xunit.Abstractions;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Crs.Detection;

/// <summary>Layers that are what they say: none is ever flagged, however little there is to see.</summary>
public sealed class TrueLayersTests(ITestOutputHelper output)
{
    private readonly List<double> wrongPlaces = [];

    private static readonly LayerSchema[] Drawn = [Boundaries, Compounds, Entrances, Buildings, Facilities, IdleSpaces, WalkEdges];

    [Fact]
    public void TwentyDistrictsDrawnByLotAreNeverFlagged()
    {
        var random = new Random(4);
        for (var seed = 1; seed <= 20; seed++)
        {
            var batch = SmallDistrict(seed, 76 + (56 * random.NextDouble()), 19 + (30 * random.NextDouble()));
            var streets = Layers.Streets(batch);
            foreach (var layer in Drawn)
            {
                var all = Layers.Of(batch, layer);
                foreach (var count in new[] { 1, 5, 12, 30, 100, all.Count })
                {
                    AssertNotFlagged(all.Skip(random.Next(Math.Max(1, all.Count - count))).Take(count), streets);
                }

                // Streets under half of the layer, under a rim of it, and beside it.
                var fromEast = all.OrderByDescending(g => g.EnvelopeInternal.MinX).ToList();
                AssertNotFlagged(all, Part(batch, 0.5));
                AssertNotFlagged(all, Part(batch, 0.3));
                AssertNotFlagged(fromEast.Take((int)(0.6 * all.Count)), Part(batch, 0.5));
                AssertNotFlagged(fromEast.Take((int)(0.5 * all.Count)), Part(batch, 0.5));
                AssertNotFlagged(fromEast.Take((int)(0.4 * all.Count)), Part(batch, 0.5));
            }

            Assert.Equal(CrsVerdict.Fits, Propose(Layers.Of(batch, Buildings), streets).Verdict);
            var code = seed % 2 == 0 ? "GCJ-02" : "BD-09";
            var found = CrsDetection.Propose(Layers.As(Layers.Of(batch, Buildings), code), CrsDeclaration.Of("EPSG:4326"), streets);
            Assert.Equal((code, CrsVerdict.Doubtful), (found.Proposed, found.Verdict));
        }

        AssertChanceStaysChance();
    }

    [Fact]
    public void HomesAnywhereAmongRandomStreetsAreNeverFlagged()
    {
        var plane = Streets.Plane;
        for (var seed = 0; seed < 40; seed++)
        {
            var district = new RandomDistrict(seed).District;
            var edges = district.Network.Edges;
            var streets = new StreetReference(Enumerable.Range(0, edges.Count).Select(e => plane.ToLonLat(new LineString(
                [.. Enumerable.Range(edges.FirstShapePoint[e], edges.FirstShapePoint[e + 1] - edges.FirstShapePoint[e])
                    .Select(s => new Coordinate(edges.ShapeX[s], edges.ShapeY[s]))]))));
            var places = district.Buildings.X.Zip(district.Buildings.Y).Select(p => new Point(p.First, p.Second)).ToList();
            AssertNotFlagged(places.Select(plane.ToLonLat), streets);
            AssertNotFlagged(places.Select(p => plane.ToLonLat(p.Buffer(8).Envelope)), streets);
        }
    }

    [Fact]
    public void WithoutStreetsOrWithOneNothingIsFlagged()
    {
        var batch = SmallDistrict(3, 108.9, 34.2);
        var buildings = Layers.Of(batch, Buildings);
        AssertNotFlagged(buildings, new StreetReference([]));
        AssertNotFlagged(buildings, new StreetReference([], new Envelope(108.8, 109, 34.1, 34.3)));
        AssertNotFlagged(buildings, new StreetReference([batch.Layers[WalkEdges].First().Geometry!]));
        AssertNotFlagged(buildings.Select(g => Moved(g, 1, 1)), Layers.Streets(batch));
        AssertNotFlagged(buildings, new StreetReference([new LineString([new(108.9, 34.2), new(108.9, 34.2)])]));
    }

    [SharedDataFact]
    public void RealCitiesInChinaAreToldApart()
    {
        foreach (var file in new[] { SharedData.Path("las-palmas", "las-palmas-2023.osm.pbf"), SharedData.Path("sao-paulo", "spo_osm.pbf") })
        {
            var batch = OsmReader.Read(file, SampleFixture.Pack(), new OsmReadOptions(), null, default);
            var from = batch.Layers[WalkEdges].First().Geometry!.EnvelopeInternal.Centre;
            var squeeze = Math.Cos(from.Y * Math.PI / 180) / Math.Cos(34.25 * Math.PI / 180);
            Geometry ToXian(Geometry g) => CoordinateChange.Of(
                g, (x, y) => (108.95 + ((x - from.X) * squeeze), 34.25 + y - from.Y));
            var streets = new StreetReference(batch.Layers[WalkEdges]
                .Where(r => r.Values[WalkEdges.Require("tunnel")] is not true).Select(r => ToXian(r.Geometry!)));
            foreach (var layer in batch.Layers.Keys.Where(l => l != WalkEdges))
            {
                var all = Layers.Of(batch, layer).ConvertAll(ToXian);
                foreach (var count in new[] { 5, 20, 60, 200, all.Count })
                {
                    AssertNotFlagged(all.Take(count), streets);
                }

                foreach (var code in new[] { "GCJ-02", "BD-09" })
                {
                    var watch = Stopwatch.StartNew();
                    var found = CrsDetection.Propose(Layers.As(all, code), CrsDeclaration.Of("EPSG:4326"), streets);
                    output.WriteLine(
                        $"{layer.Name} {all.Count} as {code}: {found.Proposed} {watch.ElapsedMilliseconds} ms; {found.Reason.En}");
                    Assert.Contains(found.Proposed, all.Count >= 300 ? [code] : new[] { code, "EPSG:4326" });
                }
            }
        }

        AssertChanceStaysChance();
    }

    [Fact]
    public void FiveThousandBuildingsAndAllHypothesesTakeAboutASecond()
    {
        var batch = new SampleFixture().Batch;
        var watch = Stopwatch.StartNew();
        var streets = Layers.Streets(batch);
        var indexed = watch.Elapsed;
        var sample = Layers.As(Layers.Of(batch, Buildings), "BD-09");
        CrsDetection.Propose(sample, CrsDeclaration.Of("EPSG:4326"), streets);
        watch.Restart();
        CrsDetection.Propose(sample, CrsDeclaration.Of("EPSG:4326"), streets);
        output.WriteLine($"{sample.Count} of {batch.Layers[Buildings].Count} buildings, {streets.StreetCount} streets: index {indexed}, proposal {watch.Elapsed}");
        Assert.Equal(5000, sample.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    private static LayerBatch SmallDistrict(int seed, double lon, double lat) => SampleDistrict.Make(
        new SampleRecipe
        {
            Seed = (ulong)seed,
            CentreLonDegrees = lon,
            CentreLatDegrees = lat,
            AreaKm2 = 2.8,
            SubdistrictMap = ["112", "132", "332"],
            CommunityMap = ["221", "232", "122"],
            HousingMap = ["WMT", "LWM", "TLW"],
            MoatCrossings = "B-SB",
            RailwayCrossings = "TS-T",
            MoatRow = 1,
            RailwayColumn = 2,
            Parcels = 190,
            Residents = 80_000,
            IdleSpaces = 20,
            SurveyResponses = 100,
        },
        SampleFixture.Pack(), null, default);

    private static StreetReference Part(LayerBatch batch, double share)
    {
        var all = Layers.Of(batch, WalkEdges).OrderBy(g => g.EnvelopeInternal.MinX).ToList();
        return new(all.Take((int)(share * all.Count)));
    }

    private static Geometry Moved(Geometry geometry, double dLon, double dLat) =>
        CoordinateChange.Of(geometry, (x, y) => (x + dLon, y + dLat));

    private static CrsProposal Propose(IEnumerable<Geometry> layer, StreetReference streets) =>
        CrsDetection.Propose(LayerSample.Of(layer), CrsDeclaration.Of("EPSG:4326"), streets);

    // What GCJ-02 and BD-09 get of layers that are WGS 84 is chance: it has to stay below the 4.5 that a proposal needs.
    private void AssertChanceStaysChance()
    {
        output.WriteLine($"{wrongPlaces.Count} wrong places, the most distinct {wrongPlaces.Max():F1}, 1 in 100 above {wrongPlaces.Order().ElementAt(wrongPlaces.Count * 99 / 100):F1}");
        Assert.True(wrongPlaces.Max() < 4);
    }

    private void AssertNotFlagged(IEnumerable<Geometry> layer, StreetReference streets)
    {
        var found = Propose(layer, streets);
        wrongPlaces.AddRange(found.Candidates.Where(c => c.Code != "EPSG:4326").Select(c => c.Evidence.Distinctness).OfType<double>());
        Assert.True(
            found is { Proposed: "EPSG:4326", Verdict: CrsVerdict.Fits or CrsVerdict.Unknown, AsksUser: false },
            found.Reason.En);
    }
}
