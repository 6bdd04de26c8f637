using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Districts;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Results.Siting;

/// <summary>A plan laid over its district and covered anew by the ordinary coverage: its figures are the plan's.</summary>
public class PlanScenarioTests(LoadedSample sample, LasPalmas city) : IClassFixture<LoadedSample>, IClassFixture<LasPalmas>
{
    private static readonly PlanQuestion Functions = new()
    {
        Services = ["elderly_care", "infant_care", "child_custody", "meals", "household", "health", "sports", "culture", "play"],
        BudgetCny = 30_000_000,
        GapPriority = 1,
        Method = PlanMethod.Heuristic,
    };

    [Fact]
    public void TheSamplesPlanCoversWhomItSays() => CoversWhomItSays(sample.Assessment, Functions);

    [Fact]
    public void SoDoesAPlanThatExtendsFacilities()
    {
        var answer = CoversWhomItSays(sample.Assessment, Functions with { Services = ["child_custody"], Extend = true, BudgetCny = 1_000_000 });
        Assert.Contains(answer.Outcome.Rooms, r => answer.Case.Problem.Spaces[answer.Case.Problem.Rooms[r].Space].IsExtension);
    }

    [SharedDataFact]
    public void SoDoesThePlanOfARealCityWithInventedSpaces() => CoversWhomItSays(
        new Assessment(WithSpaces(city.Loaded)), Functions with { Services = ["elderly_care", "meals"], BudgetCny = 10_000_000 });

    [Fact]
    public void WherePlacesCountTheBestAssignmentServesNoFewerThanTheNearestFreePlace()
    {
        var assessment = sample.Assessment;
        var answer = SitingAnswer.Find(assessment, Functions with { Services = ["meals", "child_custody"], CountCapacity = true, BudgetCny = 10_000_000 }, null, default, review: false);
        Assert.NotEmpty(answer.Plan.Sites);
        var problem = answer.Case.Problem;
        for (var s = 0; s < answer.Case.Services.Count; s++)
        {
            RoomOption[] rooms = [.. answer.Outcome.Rooms.Select(r => problem.Rooms[r]).Where(r => r.Service == s)];
            var nearest = CapacitySplit.Find(
                new Catchments(PartOf(problem.Reach[s], [.. rooms.Select(r => r.Space)]), problem.Need[s].Length, 0),
                [.. rooms.Select(r => r.CapacityPeople!.Value)], problem.Need[s]);
            var plan = answer.Plan.Services[s];
            Assert.InRange(nearest.Served.Sum(p => (long)p), 0, plan.CoveredAfter - plan.CoveredBefore);
            Assert.InRange(plan.CoveredAfter, plan.CoveredBefore, plan.Total);
        }

        Assert.All(answer.Plan.Sites.SelectMany(p => p.Rooms), r => Assert.True(r.NewPeople <= r.CapacityPeople));
    }

    private static SparseRows PartOf(SparseRows all, int[] kept)
    {
        int[] first = [0, .. kept.Select((_, i) => kept.Take(i + 1).Sum(r => all.Columns(r).Length))];
        return new SparseRows(first, [.. kept.SelectMany(r => all.Columns(r).ToArray())], [.. kept.SelectMany(r => all.Costs(r).ToArray())]);
    }

    [Fact]
    public void AStoppedSearchGivesTheBestPlanSoFar()
    {
        using var stop = new CancellationTokenSource();
        var answer = SitingAnswer.Find(sample.Assessment, Functions with { Method = PlanMethod.Own }, new StopsAtAPlan(stop), stop.Token);
        Assert.NotEqual(SitingStatus.Infeasible, answer.Plan.Status);
        Assert.True(answer.Plan.Objective <= answer.Plan.Bound && answer.Plan.CostCny <= Functions.BudgetCny);
        Assert.Equal(answer.Plan.Problem is null, answer.Plan.Sites.Count > 0);
    }

    private sealed class StopsAtAPlan(CancellationTokenSource stop) : IProgress<SitingProgress>
    {
        public void Report(SitingProgress value)
        {
            if (value.Objective > 0)
            {
                stop.Cancel();
            }
        }
    }

    private static SitingAnswer CoversWhomItSays(Assessment assessment, PlanQuestion question)
    {
        var answer = SitingAnswer.Find(assessment, question, null, default, review: false);
        Assert.True(answer.Plan.Sites.Count > 3);
        var (loaded, value) = (assessment.Loaded, 0L);
        var changed = PlanScenario.Of(answer.Case, answer.Outcome).ApplyTo(loaded.District).District;
        var after = answer.Plan.Communities.ToDictionary(c => (c.Code, c.Service), c => c.CoveredAfter);
        for (var s = 0; s < answer.Case.Services.Count; s++)
        {
            var (service, before) = (answer.Case.Services[s], assessment.Answers[answer.Case.Services[s]]);
            var anew = ServiceAnswer.Of(loaded, before.Service, before.Typed, before.Profile, before.IsAsked, new ServiceFields(changed, service));
            GapRow[] rows = [.. anew.Gaps.Where(g => g.Group == before.Service.Group && g.Denominator == Denominator.People)];
            var plan = answer.Plan.Services[s];
            Assert.Equal((rows.Single(r => r.Level == AreaLevel.District).Total, rows.Single(r => r.Level == AreaLevel.District).Covered), (plan.Total, plan.CoveredAfter));
            Assert.All(rows.Where(r => r.Level == AreaLevel.Community && r.Total > 0 && loaded.Areas[r.Area].Area.Code.Length > 0), r =>
                Assert.Equal(r.Covered, after[(loaded.Areas[r.Area].Area.Code, before.Service.Code)]));
            value += Enumerable.Range(0, loaded.District.Buildings.Count)
                .Where(b => !before.Walks.IsCovered(b, before.Limit) && anew.Walks.IsCovered(b, anew.Limit))
                .Sum(b => answer.Case.Problem.Need[s][b] * answer.Case.Problem.Value[s][b]);
            Assert.Equal(plan.CoveredAfter - plan.CoveredBefore, answer.Plan.Sites.SelectMany(p => p.Rooms).Where(r => r.Service == plan.Service).Sum(r => r.NewPeople));
        }

        Assert.Equal(answer.Outcome.Objective, value);
        Assert.True(answer.Plan.CostCny <= question.BudgetCny);
        Assert.True(answer.Outcome.Bound >= answer.Outcome.Objective && answer.Plan.Status is SitingStatus.Optimal or SitingStatus.Stopped);
        return answer;
    }

    // OpenStreetMap has no people: up to 40 in each house, a fifth of them old.
    private static LayerRow Peopled(LayerRow building, Random random)
    {
        var (values, people) = ((object?[])building.Values.Clone(), random.Next(40));
        void Set(string column, object? value) => values[WorkspaceLayers.Buildings.Require(column)] = value;
        Set("population", (long)people);
        Set("age_0_3", people / 20L);
        Set("age_3_6", people / 20L);
        Set("age_6_12", people / 10L);
        Set("age_60_79", people / 5L);
        return building with { Values = values };
    }

    // Twenty-five spaces where people live, of sizes and costs drawn by lot.
    private static LoadedDistrict WithSpaces(LoadedDistrict loaded)
    {
        var (random, buildings) = (new Random(40), loaded.District.Buildings);
        var rows = Enumerable.Range(0, 25).Select(i =>
        {
            var b = random.Next(buildings.Count);
            var (lon, lat) = loaded.Projection.ToLonLat(buildings.X[b], buildings.Y[b]);
            return Rows.Of(
                WorkspaceLayers.IdleSpaces, new Point(lon, lat), ("id", $"S{i:d2}"), ("floor_area_m2", (double)random.Next(80, 1500)), ("storey", (long)random.Next(1, 4)),
                ("cost_cny", (double)random.Next(100_000, 2_000_000)));
        });
        var all = loaded.Rows.ToDictionary(
            l => l.Key, l => l.Key == WorkspaceLayers.IdleSpaces ? [.. rows] : l.Key == WorkspaceLayers.Buildings ? [.. l.Value.Select(b => Peopled(b, random))] : l.Value);
        return new DistrictBuilder(all, loaded.Pack, loaded.Info, "with spaces").Build([], []);
    }
}
