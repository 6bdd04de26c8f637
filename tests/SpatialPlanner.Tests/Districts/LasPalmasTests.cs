using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

/// <summary>What must hold in every town, in a real one.</summary>
public class LasPalmasTests(LasPalmas city) : IClassFixture<LasPalmas>
{
    private const int Pharmacy = 14;

    private LoadedDistrict Loaded => city.Loaded;

    private District District => city.Loaded.District;

    [SharedDataFact]
    public void ABuildingIsCoveredExactlyWhereASlowSearchFindsAWalk()
    {
        var (walks, slow, random) = (new SlowWalks(District.Network), Slow(Pharmacy), new Random(3));
        var field = Field(Pharmacy);
        var limits = new[] { 300_000, 500_000, 1_000_000 };
        foreach (var b in Enumerable.Range(0, 150).Select(_ => random.Next(District.Buildings.Count)))
        {
            var cost = walks.Shortest([.. District.BuildingLinks.LinksOf(b)], slow);
            Assert.Equal(cost, field.Nearest.CostMm[b]);
            Assert.All(limits, limit => Assert.Equal(cost <= limit, field.Nearest.CostMm[b] <= limit));
        }
    }

    [SharedDataFact]
    public void AFacilityAGateOrAPathMoreNeverLengthensAWalk()
    {
        var (field, random, search) = (Field(Pharmacy), new Random(5), new IncrementalSearch());
        var shorter = 0;
        for (var round = 0; round < 60; round++)
        {
            var change = search.Run(field, new Scenario([Improvement(random)]).ApplyTo(District));
            for (var i = 0; i < change.Building.Length; i++)
            {
                Assert.True(change.CostMm[i] <= field.Nearest.CostMm[change.Building[i]]);
            }

            shorter += change.Building.Length;
        }

        Assert.True(shorter > 200, $"only {shorter} walks became shorter");
    }

    [SharedDataFact]
    public void AWhatIfEqualsTheWholeSearch()
    {
        var (field, random, search) = (Field(Pharmacy), new Random(8), new IncrementalSearch());
        for (var round = 0; round < 25; round++)
        {
            var open = District.Facilities.OpenWith(Pharmacy);
            var changed = new Scenario(
            [
                Improvement(random), new Modification.CloseFacility(open[random.Next(open.Length)]),
                new Modification.ClosePath(random.Next(District.Network.EdgeCount)),
            ]).ApplyTo(District);
            var whole = NearestFacilityField.Find(changed.District, Pharmacy, null, new(changed.District.Network)).Nearest;
            var after = search.Run(field, changed).ApplyTo(field.Nearest);
            Assert.Equal(whole.CostMm, after.CostMm);
            Assert.Equal(whole.Facility, after.Facility);
        }
    }

    [SharedDataFact]
    public void AnIslandNeverCounts()
    {
        var field = Field(Pharmacy);
        var parts = District.Network.ComponentOfEdge;
        HashSet<int> Of(Linkage links, int p) => [.. links.LinksOf(p).Select(l => parts[l.Edge])];
        var islands = 0;
        for (var b = 0; b < District.Buildings.Count; b++)
        {
            var facility = field.Nearest.Facility[b];
            Assert.True(facility < 0 || Of(District.BuildingLinks, b).Overlaps(Of(District.FacilityLinks, facility)));
            islands += District.BuildingLinks.IsLinked(b) && !Of(District.BuildingLinks, b).Contains(0) ? 1 : 0;
        }

        Assert.True(islands > 0, "the city has islands with buildings");
    }

    [SharedDataFact]
    public void TheTimeOfAWalkIsNeverLessThanItsWaitsAndNeverMoreForAFasterWalker()
    {
        var fields = new ServiceFields(District, Pharmacy);
        var (slow, fast) = (fields.Walks(new WalkerPace(750)), fields.Walks(new WalkerPace(1200)));
        for (var b = 0; b < District.Buildings.Count; b++)
        {
            Assert.True(slow.Seconds(b) is null || fast.Seconds(b) <= slow.Seconds(b) + 0.01);
            Assert.Equal(slow.Metres(b), fast.Metres(b));
        }
    }

    [SharedDataFact]
    public void PolygonsOfRisingLimitsNestAndAreValid()
    {
        CoverageLimit[] limits = [CoverageLimit.OfMinutes(5), CoverageLimit.OfMinutes(10), CoverageLimit.OfMinutes(15)];
        var random = new Random(2);
        foreach (var method in new[] { IsochroneMethod.Contour, IsochroneMethod.Corridor })
        {
            foreach (var facility in Enumerable.Range(0, 12).Select(_ => random.Next(District.Facilities.Count)))
            {
                var links = new LinkageBuilder();
                links.AddAll(District.FacilityLinks, facility);
                links.EndPoint();
                var places = new IsochronePlaces(
                    links.Build(), [(District.Facilities.X[facility], District.Facilities.Y[facility])]);
                var answer = IsochroneAnswer.Find(Loaded, places, limits, Loaded.Pack.Profiles[0], method);
                var polygons = answer.Layer.Rows.Select(r => r.Geometry!).OrderBy(g => g.Area).ToList();
                Assert.All(polygons, g => Assert.True(g.IsValid));
                Assert.All(polygons.Skip(1).Zip(polygons), pair => Assert.True(pair.First.Covers(pair.Second)));
                Assert.Equal(answer.Bands.Select(b => b.CoveredBuildings).Order(), answer.Bands.Select(b => b.CoveredBuildings));
            }
        }
    }

    [SharedDataFact]
    public void AnyNumberOfThreadsGivesTheSameTableAndItsPartsAddUp()
    {
        int[] services = [0, 8, Pharmacy];
        var alone = ResultLayers.Answers(Loaded, services, threads: 1);
        foreach (var threads in new[] { 2, 8 })
        {
            foreach (var (one, other) in alone.Zip(ResultLayers.Answers(Loaded, services, threads: threads)))
            {
                Assert.Equal(one.Walks.Quickest.CostMm, other.Walks.Quickest.CostMm);
                Assert.Equal(one.Walks.Quickest.Facility, other.Walks.Quickest.Facility);
                Assert.Equal(one.Gaps, other.Gaps);
            }
        }

        foreach (var rows in alone.SelectMany(a => a.Gaps).GroupBy(g => (g.Service, g.Group, g.Denominator)))
        {
            (long Total, long Covered) Sum(AreaLevel level) =>
                (rows.Where(r => r.Level == level).Sum(r => r.Total), rows.Where(r => r.Level == level).Sum(r => r.Covered));
            Assert.Equal(Sum(AreaLevel.District), Sum(AreaLevel.Community));
            Assert.All(rows, r => Assert.Equal(r.Total, r.Covered + r.Uncovered));
        }
    }

    private NearestFacilityField Field(int service) =>
        NearestFacilityField.Find(District, service, null, new(District.Network));

    private List<LinkPosition> Slow(int service) =>
        [.. District.Facilities.OpenWith(service).SelectMany(f => District.FacilityLinks.LinksOf(f))];

    private Modification Improvement(Random random)
    {
        var (home, gates) = (random.Next(District.Buildings.Count), District.PlaceLinker.Gates.Count);
        var (x, y) = (District.Buildings.X[home], District.Buildings.Y[home]);
        return random.Next(4) switch
        {
            0 => new Modification.AddFacility(x, y, 1UL << Pharmacy),
            1 when gates > 0 => new Modification.OpenGate(random.Next(gates)),
            _ => new Modification.AddPath([x, x + random.Next(-250, 250)], [y, y + random.Next(-250, 250)]),
        };
    }
}
