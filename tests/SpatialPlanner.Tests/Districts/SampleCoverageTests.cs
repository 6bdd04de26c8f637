using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

public class SampleCoverageTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private readonly LoadedDistrict loaded = sample.Loaded;

    public static TheoryData<string> Services => [.. Pack.Default.Services.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Services))]
    public void CommunitiesAndSubdistrictsAddUpToTheDistrict(string service)
    {
        var answer = ServiceAnswer.Find(loaded, Pack.Default.IndexOfService(service));
        foreach (var rows in answer.Gaps.GroupBy(g => (g.Group, g.Denominator)))
        {
            (long Total, long Covered) Sum(AreaLevel level) =>
                (rows.Where(r => r.Level == level).Sum(r => r.Total), rows.Where(r => r.Level == level).Sum(r => r.Covered));
            Assert.Equal(Sum(AreaLevel.District), Sum(AreaLevel.Subdistrict));
            Assert.Equal(Sum(AreaLevel.District), Sum(AreaLevel.Community));
            Assert.All(rows, r => Assert.InRange(r.Covered, 0, r.Total));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void TheNumberOfThreadsChangesNothing(int threads)
    {
        int[] services = [.. Enumerable.Range(0, loaded.Pack.Services.Count)];
        var one = ResultLayers.Answers(loaded, services, threads: 1);
        var many = ResultLayers.Answers(loaded, services, threads: threads);
        foreach (var (expected, actual) in one.Zip(many, (a, b) => (a, b)))
        {
            Assert.Equal(expected.Service, actual.Service);
            Assert.Equal(expected.Walks.Shortest.CostMm, actual.Walks.Shortest.CostMm);
            Assert.Equal(expected.Walks.Shortest.Facility, actual.Walks.Shortest.Facility);
            Assert.Equal(expected.Walks.Quickest.CostMm, actual.Walks.Quickest.CostMm);
            Assert.Equal(expected.Gaps, actual.Gaps);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void SixtiesAndEightiesAddUpToTheSixtyAndOverUnlessTheRuleIsAboutThese(string service)
    {
        var answer = ServiceAnswer.Find(loaded, Pack.Default.IndexOfService(service));
        foreach (var area in answer.Gaps.Where(g => g.Denominator == Denominator.People).GroupBy(g => g.Area))
        {
            GapRow Row(string group) => area.Single(r => r.Group == group);
            Assert.Equal(Row("age_60_up").Total, Row("age_60_79").Total + Row("age_80_up").Total);
            if (answer.Service.Group == "age_60_up")
            {
                Assert.Equal(answer.Service.Profile, Row("age_60_up").Profile);
            }
            else
            {
                Assert.Equal(Row("age_60_up").Covered, Row("age_60_79").Covered + Row("age_80_up").Covered);
                Assert.Equal("senior;senior_80", Row("age_60_up").Profile);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void EachGroupIsCountedByItsOwnWalkerAndTheServicesOwnGroupByTheRules(string service)
    {
        var answer = ServiceAnswer.Find(loaded, Pack.Default.IndexOfService(service));
        var district = answer.Gaps.Where(g => g.Level == AreaLevel.District && !g.Profile.Contains(';', StringComparison.Ordinal));
        foreach (var row in district)
        {
            var walker = Pack.Default.FindProfile(row.Profile)!;
            var own = row.Group == answer.Service.Group ? null : Pack.Default.GroupProfiles.GetValueOrDefault(row.Group);
            Assert.Equal(own ?? answer.Service.Profile, row.Profile);
            var alone = ServiceAnswer.Find(loaded, Pack.Default.IndexOfService(service), answer.Typed, walker);
            var same = alone.Gaps.Single(
                g => g.Level == row.Level && g.Group == row.Group && g.Denominator == row.Denominator);
            Assert.Equal(same, row);
        }
    }

    [Fact]
    public void AWalkerThatTheQuestionNamesStandsForEveryGroup() => Assert.All(
        ServiceAnswer.Find(loaded, 0, profile: Pack.Default.FindProfile("adult")).Gaps, g => Assert.Equal("adult", g.Profile));

    [Fact]
    public void ALargerLimitCoversEveryBuildingThatASmallerOneCovers()
    {
        var walks = loaded.Walks(3, Pack.Default.Profiles[0]);
        foreach (var (small, large) in new[] { (5.0, 10.0), (10.0, 15.0) })
        {
            for (var b = 0; b < loaded.District.Buildings.Count; b++)
            {
                Assert.True(!walks.IsCovered(b, CoverageLimit.OfMinutes(small)) || walks.IsCovered(b, CoverageLimit.OfMinutes(large)));
            }
        }
    }

    [Fact]
    public void ASlowerWalkerNeverReachesMore()
    {
        var limit = WalkLimit.OfMinutes(10);
        var fast = ServiceAnswer.Find(loaded, 3, limit, Pack.Default.FindProfile("adult"));
        var slow = ServiceAnswer.Find(loaded, 3, limit, Pack.Default.FindProfile("senior_80"));
        Assert.All(fast.Gaps.Zip(slow.Gaps), pair => Assert.True(pair.Second.Covered <= pair.First.Covered));
        Assert.Equal(450, slow.LimitM);
    }

    [Fact]
    public void AClosedOrRepurposedFacilityServesNobody()
    {
        var (facilities, walks) = (loaded.District.Facilities, loaded.Walks(0, Pack.Default.Profiles[0]));
        Assert.Contains(false, facilities.IsOpen);
        Assert.All(walks.Shortest.Facility.Where(f => f >= 0).Distinct(), f => Assert.True(facilities.IsOpen[f]));
    }

    [Fact]
    public void AnExplanationSaysWhatTheTableSays()
    {
        var answer = ServiceAnswer.Find(loaded, 0);
        for (var b = 0; b < loaded.District.Buildings.Count; b += 997)
        {
            var explanation = WalkExplanation.Of(loaded, answer, b);
            // The quickest walk may be longer than the shortest: steps are slow.
            Assert.True(explanation.Metres >= answer.Walks.Metres(b)!.Value - 1e-9);
            Assert.Equal(answer.Walks.IsCovered(b, answer.Limit), explanation.OverS <= 0);
            var p = explanation.Parts;
            Assert.Equal(
                explanation.Metres.Value, p.OffNetwork.Metres + p.Street.Metres + p.Crossing.Metres + p.Steps.Metres, 6);
            Assert.Equal(
                Math.Round(explanation.Seconds!.Value, 3),
                p.OffNetwork.Seconds + p.Street.Seconds + p.Crossing.Seconds + p.Steps.Seconds + p.WaitS, 6);
            Assert.Equal(answer.Walks.Seconds(b)!.Value, explanation.Seconds.Value, 9);
        }
    }

    [Theory]
    [InlineData("elderly_care")]
    [InlineData("kindergarten")]
    [InlineData("health")]
    public void EveryFixBringsTheBuildingWithinTheLimit(string service)
    {
        var answer = ServiceAnswer.Find(loaded, Pack.Default.IndexOfService(service));
        var kinds = new HashSet<FixKind>();
        var beyond = Enumerable.Range(0, loaded.District.Buildings.Count).Where(b => !answer.Walks.IsCovered(b, answer.Limit));
        foreach (var b in beyond.Where((_, i) => i % 499 == 0).Take(12))
        {
            var found = FixList.Find(loaded, answer, b, default);
            Assert.Equal(found.Fixes.Count == 0, found.WhyNone is not null);
            foreach (var fix in found.Fixes)
            {
                FixesTests.AssertCovers(loaded, answer, b, fix);
                kinds.Add(fix.Kind);
            }
        }

        Assert.NotEmpty(kinds);
    }

    [Fact]
    public void HomesOfAGatedCompoundLeaveItByAPathInsideOrByItsGates()
    {
        var outcomes = loaded.Ledger.Buildings;
        var gated = loaded.Rows[Data.Layers.WorkspaceLayers.Compounds]
            .Where(r => r.Values[Data.Layers.WorkspaceLayers.Compounds.Require("gated")] is true)
            .Select(r => (string)r.Values[0]!).ToHashSet();
        var compoundOf = Data.Layers.WorkspaceLayers.Buildings.Require("compound_id");
        var buildings = loaded.Rows[Data.Layers.WorkspaceLayers.Buildings];
        for (var b = 0; b < buildings.Count; b++)
        {
            if (buildings[b].Values[compoundOf] is string id && gated.Contains(id))
            {
                Assert.True(outcomes[b] is LinkOutcome.InsideCompound or LinkOutcome.ThroughGates, $"{buildings[b].Values[0]} {outcomes[b]}");
            }
        }
    }

    [Fact]
    public void LoadingTwiceGivesTheSameWalks()
    {
        var again = LoadedSample.Load(Sample.SampleFixture.Make());
        Assert.Equal(loaded.Walks(0, Pack.Default.Profiles[0]).Shortest.CostMm, again.Walks(0, Pack.Default.Profiles[0]).Shortest.CostMm);
        Assert.Equal(DemandGroups.All.Count, again.District.Buildings.People.Length);
    }
}
