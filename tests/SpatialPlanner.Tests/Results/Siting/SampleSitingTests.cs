using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Districts;

namespace SpatialPlanner.Tests.Results.Siting;

/// <summary>The idle spaces of the sample district: the plan's figures are those of the coverage table to the last person.</summary>
public class SampleSitingTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private readonly Assessment assessment = sample.Assessment;

    private LoadedDistrict Loaded => sample.Loaded;

    [Fact]
    public void ABuildingReachesASpaceWhereAFacilityThereWouldCoverIt()
    {
        var ground = assessment.SitingGround;
        Assert.Equal(60, ground.Spaces.Count);
        var added = new Scenario([.. ground.Spaces.Select(s => new Modification.AddFacility(s.X, s.Y, ulong.MaxValue))]).ApplyTo(Loaded.District).District;
        var (first, search, checkedReach) = (Loaded.District.Facilities.Count, new ShortestPathSearch(added.Network), new HashSet<SparseRows>());
        foreach (var (answer, reach) in assessment.Answers.Zip(ground.Reach).Where(p => checkedReach.Add(p.Second)))
        {
            var limitMm = answer.Limit.CostMm(answer.Profile.SpeedMmPerS);
            for (var i = 0; i < 60; i++)
            {
                var walks = ServiceWalks.Find(added, added.FacilityLinks, [first + i], answer.Profile.Pace, search).Judged(answer.Limit);
                Assert.Equal(
                    Enumerable.Range(0, added.Buildings.Count).Where(b => walks.CostMm[b] <= limitMm).Select(b => (b, walks.CostMm[b])),
                    reach.Columns(i).ToArray().Zip(reach.Costs(i).ToArray()));
            }
        }

        Assert.True(checkedReach.Count >= 4);
    }

    [Fact]
    public void AWhatIfOfOneSpaceGainsTheNeedThatReachesItForEveryService()
    {
        var (problem, search) = (SitingAnswer.CaseOf(assessment, new PlanQuestion()), new IncrementalSearch());
        for (var s = 0; s < problem.Services.Count; s++)
        {
            var (service, answer) = (problem.Services[s], assessment.Answers[problem.Services[s]]);
            var fields = new ServiceFields(Loaded.District, service);
            for (var i = s % 3; i < problem.Spaces.Count; i += 3)
            {
                var space = problem.Ground.Spaces[problem.Spaces[i]];
                var whatIf = WhatIfAnswer.Find(
                    Loaded, fields, answer, new Scenario([new Modification.AddFacility(space.X, space.Y, 1UL << service)]), search);
                Assert.Equal(whatIf.Gained.GroupPeople, problem.Problem.Reach[s].Columns(i).ToArray().Sum(b => (long)problem.Problem.Need[s][b]));
            }
        }
    }

    [Fact]
    public void BeforeIsTheGapTableOfTheServicesOwnGroupToTheLastPerson()
    {
        var made = SitingAnswer.CaseOf(assessment, new PlanQuestion());
        var communities = made.Ground.Areas.Frame.Communities;
        for (var s = 0; s < made.Services.Count; s++)
        {
            var answer = assessment.Answers[made.Services[s]];
            GapRow[] rows = [.. answer.Gaps.Where(g => g.Group == answer.Service.Group && g.Denominator == Denominator.People)];
            Assert.Equal(rows.Single(r => r.Level == AreaLevel.District).Uncovered, made.Problem.Need[s].Sum(n => (long)n));
            foreach (var row in rows.Where(r => r.Level == AreaLevel.Community && Loaded.Areas[r.Area].Area.Code.Length > 0))
            {
                var c = Enumerable.Range(0, communities.Count).Single(i => made.Ground.Areas.AreaOf(AreaLevel.Community, i) == row.Area);
                Assert.Equal((row.Total, row.Covered), (made.Problem.Total[s][c], made.Problem.Covered[s][c]));
            }
        }
    }
}
