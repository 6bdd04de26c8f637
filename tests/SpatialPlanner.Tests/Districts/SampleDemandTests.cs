using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Tests.Districts;

public class SampleDemandTests(SampleDemandTests.Fixture sample) : IClassFixture<SampleDemandTests.Fixture>
{
    private readonly Assessment assessment = sample.Assessment;

    public sealed class Fixture
    {
        public Assessment Assessment { get; } = new(new LoadedSample().Loaded);
    }

    [Fact]
    public void AllAnswersOfTheSampleCount()
    {
        Assert.Equal(15_765, assessment.Demand.Estimate.Intake.Counted.Count);
        Assert.Empty(assessment.Demand.Estimate.Intake.LeftOut);
        Assert.Equal(15_765, assessment.Demand.Estimate.Rows.Where(r => r.Level == AreaLevel.Community).Sum(r => r.Answers));
    }

    [Fact]
    public void EveryCommunityHasADemandForEveryServiceAndTheyAddUp()
    {
        var services = assessment.Loaded.Pack.Services.Count;
        for (var s = 0; s < services; s++)
        {
            var rows = assessment.Demand.Estimate.Rows.Where(r => r.Service == s).ToLookup(r => r.Level);
            Assert.Equal(105, rows[AreaLevel.Community].Count());
            var district = rows[AreaLevel.District].Single();
            Assert.Equal(756_800, district.People);
            foreach (var level in new[] { AreaLevel.Subdistrict, AreaLevel.Community })
            {
                Assert.Equal(
                    (district.People, district.Common, district.Individual),
                    (rows[level].Sum(r => r.People), rows[level].Sum(r => r.Common), rows[level].Sum(r => r.Individual)));
            }
        }

        Assert.Equal(
            assessment.Demand.Estimate.Rows.Where(r => r.Level == AreaLevel.District).Sum(r => r.Demand),
            assessment.Demand.Estimate.Cells.Sum(c => c.Demand));
    }

    [Fact]
    public void TheSampleIsSkewedToThoseWhomServicesAreForAndSaysSo()
    {
        var strata = assessment.Demand.Estimate.Intake.Strata.Codes;
        SampleRow Of(string age) => assessment.Demand.Estimate.Sample.Single(
            r => r.Level == AreaLevel.District && r.Stratum is { } a && strata[a] == age);
        Assert.True(Of("age_3_6") is { Ratio: > 2, IsSkewed: true });
        Assert.True(Of("age_60_79").Ratio > 1);
        Assert.True(Of("rest").Ratio < 1);
    }

    [Fact]
    public void EveryNeedIsMatchedOrNotAndNoResourceIsOverfilled()
    {
        var answer = assessment.Matching;
        for (var r = 0; r < answer.Resources.Count; r++)
        {
            Assert.InRange(answer.Result.Used[r], 0, answer.Resources[r].Capacity ?? 0);
        }

        Assert.Equal(
            answer.Needs.Sum(n => n.People), answer.Result.Matches.Sum(m => m.People) + answer.Result.Unmatched.Sum(u => u.People));
        var rows = DemandTests.RowsOf(NeedMatchesLayer.Layer.Make(assessment));
        Assert.All(rows.Where(r => (string)r["state"]! == "matched"), r => Assert.False(string.IsNullOrEmpty((string?)r["body"])));
        Assert.All(rows.GroupBy(r => (r["code"], r["service"], r["need_kind"])), need =>
            Assert.Equal((long)need.First()["need_people"]!, need.Sum(r => (long)r["people"]!)));
        Assert.Contains(rows, r => (string?)r["reason"] == "full");
        var list = DemandTests.RowsOf(ResourceListLayer.Layer.Make(assessment));
        Assert.True(list.Count(r => (string)r["kind"]! == "operator") >= 60);
        Assert.Contains(list, r => (string)r["state"]! == "no_responsible_body");
    }

    [Fact]
    public void NineteenPilotsAreChosenWithOneInEverySubdistrict()
    {
        var rows = DemandTests.RowsOf(PilotsLayer.Layer.Make(assessment));
        Assert.Equal(105, rows.Count);
        var chosen = rows.Where(r => (bool)r["chosen"]!).ToList();
        Assert.Equal(19, chosen.Count);
        Assert.Equal(8, chosen.Select(r => r["subdistrict"]).Distinct().Count());
        Assert.Equal(19, rows.Sum(r => (double)r["chosen_share"]!), 2);
        Assert.Equal(Enumerable.Range(1, 105), rows.Select(r => (int)(long)r["order"]!));
        Assert.All(rows, r => Assert.Null(r["unknown_criteria"]));
    }

    [Fact]
    public void PeopleWithinFifteenMinutesAreThoseOfTheWalksOfThatPlace()
    {
        var communities = assessment.PilotCommunities;
        var idle = assessment.Loaded.Rows[WorkspaceLayers.IdleSpaces];
        var a = Enumerable.Range(0, communities.Candidates.Count).First(i => communities.BestPlace[i]?.StartsWith('S') == true);
        var at = idle.Single(r => (string)r.Values[0]! == communities.BestPlace[a]).Geometry!.Coordinate;
        var (x, y) = assessment.Loaded.Projection.ToLocal(at.X, at.Y);
        var links = new LinkageBuilder();
        assessment.Loaded.District.PlaceLinker.Link(x, y, links);
        links.EndPoint();
        var (network, walker) = (assessment.Loaded.District.Network, assessment.Loaded.Pack.Profiles[0]);
        var walks = NearestFacility.Find(
            network, network.TimeCosts(walker.Pace).Reversed, links.Build(), [0], assessment.Loaded.District.BuildingLinks,
            15 * 60 * walker.SpeedMmPerS, new ShortestPathSearch(network));
        var people = Enumerable.Range(0, walks.CostMm.Length).Where(b => walks.Facility[b] == 0).Sum(b => (long)assessment.Loaded.District.Buildings.People[0][b]);
        Assert.Equal(people, (long)communities.Candidates[a].Values[5]!.Value);
    }

    [Fact]
    public void NoTableHasANumberThatIsNone() => DemandTests.AssertFinite(assessment);

    [Fact]
    public void TheSameDistrictGivesTheSameTables()
    {
        var again = new Assessment(new LoadedSample().Loaded);
        foreach (var layer in new[] { DemandListLayer.Layer, NeedMatchesLayer.Layer, PilotsLayer.Layer, PilotSensitivityLayer.Layer })
        {
            var (one, other) = (layer.Make(assessment), layer.Make(again));
            Assert.Equal(one.Rows.Select(r => string.Join('|', r.Values)), other.Rows.Select(r => string.Join('|', r.Values)));
        }
    }
}
