using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Results.Siting;

/// <summary>
/// Idle spaces of a town that is worked out with a pencil. Care for the old is 5 minutes at 1 m/s, 300 m; the canteen at 0 gives
/// it. Old people: 2 at 100, 6 at 300 and a millimetre, 9 at 600, none at 900, 25 in c,
/// 2,200 m from the canteen.
/// </summary>
public class PlanCaseTests
{
    private static readonly PlanQuestion Care = new() { Services = ["elderly_care"] };

    internal static LayerRow Space(
        string id, double east, double north = 0, double? area = 400, long? storey = 1, double? cost = 100_000, string? permitted = null,
        string? status = null, string? from = null) => Rows.Of(
        WorkspaceLayers.IdleSpaces, new Point(PlannedTown.At(east, north)), ("id", id), ("name", $"空间 {id}"), ("floor_area_m2", area),
        ("storey", storey), ("cost_cny", cost), ("permitted_services", permitted), ("status", status), ("available_from", from));

    internal static Assessment Town(params LayerRow[] spaces) => new(new PlannedTown().With(WorkspaceLayers.IdleSpaces, spaces).Load());

    private static PlanCase Case(PlanQuestion question, params LayerRow[] spaces) => SitingAnswer.CaseOf(Town(spaces), question);

    [Fact]
    public void NeedIsWhoIsOutsideTodayAndReachIsWhoWouldWalkThere()
    {
        var problem = Case(Care, Space("S1", 700), Space("S2", 50, 200)).Problem;
        // Buildings by id: b1, b2, b3, b4, c.
        Assert.Equal([0, 6, 9, 0, 25], problem.Need[0]);
        Assert.Equal([2, 3], problem.Reach[0].Columns(0).ToArray());
        Assert.Equal([100.0, 200.0], problem.Reach[0].Costs(0).ToArray().Select(mm => Math.Round(mm / 1000.0, 1)));
        Assert.Equal([4], problem.Reach[0].Columns(1).ToArray());
        // Communities W (b1, b2, c) and E (b3, b4); nobody lives in X.
        Assert.Equal([(9, 0), (33, 2), (0, 0)], problem.Total[0].Zip(problem.Covered[0]).Select(p => ((int)p.First, (int)p.Second)));
        Assert.Equal([1, 1, 0, 0, 1], problem.Community);
        Assert.Equal([0, 1], problem.Spaces.Select(s => s.Community));
        Assert.NotEqual(problem.Spaces[0].Group, problem.Spaces[1].Group);
    }

    [Fact]
    public void ARoomHasTheLeastAreaAndItsFittingOut()
    {
        var made = Case(new PlanQuestion { Services = ["meals", "elderly_care"] }, Space("S1", 700, area: 400.129, cost: 123_456.4));
        // In the order of the pack: 350 m² at 2,500 and 100 m² at 3,000 CNY.
        Assert.Equal(["elderly_care", "meals"], made.Problem.Services);
        Assert.Equal([new RoomOption(0, 0, 35_000, 875_000, null), new RoomOption(0, 1, 10_000, 300_000, null)], made.Problem.Rooms);
        Assert.Equal((40_012, 123_456), (made.Problem.Spaces[0].FloorAreaDm2, made.Problem.Spaces[0].OpeningCostCny));
    }

    [Fact]
    public void ValueIsAThousandTimesWeightTimesPriorityOfTheGap()
    {
        var question = Care with { Weights = new Dictionary<string, double> { ["elderly_care"] = 2.5 }, GapPriority = 0.5 };
        var value = Case(question, Space("S1", 700)).Problem.Value[0];
        // In E all of 9 are outside; in W 31 of 33: 2.5 × (1 + 0.5 × 31 / 33) = 3.674.
        Assert.Equal([3674, 3674, 3750, 3750, 3674], value);
    }

    [Fact]
    public void EqualGroupsGiveAPersonTheResidentsForEachOfTheGroup()
    {
        // 140 residents and 42 of 60 and over: 3.333 each.
        Assert.Equal([3333, 3333, 3333, 3333, 3333], Case(Care with { EqualGroups = true }, Space("S1", 700)).Problem.Value[0]);
    }

    [Fact]
    public void DemandGivesAPersonTheShareThatWantsTheServiceTogether()
    {
        // All three asked in W want care, one of them at home; E was not asked and has the district's share.
        LayerRow Answer(string id, string kind) => Rows.Of(
            WorkspaceLayers.SurveyResponses, null, ("id", id), ("community_code", "W"), ("service", "elderly_care"), ("age_group", "all"),
            ("want", 1L), ("need_kind", kind));
        var town = new PlannedTown().With(WorkspaceLayers.IdleSpaces, Space("S1", 700))
            .With(WorkspaceLayers.SurveyResponses, Answer("a", "common"), Answer("b", "common"), Answer("c", "individual"));
        var assessment = new Assessment(town.Load());
        var made = SitingAnswer.CaseOf(assessment, Care with { UseDemand = true });
        var row = assessment.Demand.Estimate.Rows.Single(r => r.Level == AreaLevel.Community && r.Area == made.Problem.Community[0] && r.Service == 0);
        Assert.Equal(Math.Round(1000.0 * row.Common!.Value / row.People), made.Problem.Value[0][0]);
        Assert.InRange(made.Problem.Value[0][0], 640, 690);
        Assert.InRange(made.Problem.Value[0][2], 640, 690);

        // Nobody was asked about meals: everybody is taken to want them, and that is told.
        var both = SitingAnswer.CaseOf(assessment, new PlanQuestion { Services = ["elderly_care", "meals"], UseDemand = true });
        Assert.Equal(1000, both.Problem.Value[1][0]);
        Assert.Contains(both.Warnings, w => w.En.StartsWith("Nobody was asked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chosen", "chosen already")]
    [InlineData("built", "built already")]
    [InlineData("rejected", "rejected")]
    public void WhatIsDecidedOnIsNoCandidateAndSaysWhy(string status, string why)
    {
        var made = Case(Care, Space("S1", 700, status: status), Space("S2", 50, 200, status: "reserve"), Space("S3", 600, status: "candidate"));
        Assert.Equal(["S2", "S3"], made.Problem.Spaces.Select(s => s.Id));
        Assert.Contains(why, Assert.Single(made.LeftOut).Value.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ASpaceThatCanTakeNoneOfTheServicesSaysWhy()
    {
        var made = Case(
            Care, Space("S0", 700), Space("S1", 700, area: 349), Space("S2", 700, storey: 4), Space("S3", 700, permitted: "meals"), Space("S4", 700, area: null),
            Space("S5", 700, north: 500), Space("S6", 700, area: double.NaN), Space("S7", 700, permitted: "meals; elderly_care"));
        Assert.Equal(["S0", "S7"], made.Problem.Spaces.Select(s => s.Id));
        string[] whys = ["349 m², and 350 m² are needed", "storey 4", "not permitted", "floor area is not known", "100 m from every street", "floor area is not known"];
        Assert.Equal(whys.Length, made.LeftOut.Count);
        Assert.All(whys.Zip(made.LeftOut.OrderBy(o => o.Key)), p => Assert.Contains(p.First, p.Second.Value.En, StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownCostIsTheMedianOfTheOthersAndIsTold()
    {
        // 100, 200 and 400 CNY a m²: the median is 200, for 500 m² 100,000.
        var made = Case(
            Care, Space("S1", 700, area: 400, cost: 40_000), Space("S2", 700, area: 400, cost: 80_000), Space("S3", 700, area: 400, cost: 160_000),
            Space("S4", 700, area: 500, cost: null), Space("S5", 700, area: 500, cost: -7));
        Assert.Equal([40_000L, 80_000, 160_000, 100_000, 100_000], made.Problem.Spaces.Select(s => s.OpeningCostCny));
        Assert.Contains(made.Warnings, w => w.En.Contains("median", StringComparison.Ordinal) && w.En.Contains("S4, S5", StringComparison.Ordinal));
        var free = Case(Care, Space("S1", 700, cost: null));
        Assert.Equal(0, free.Problem.Spaces[0].OpeningCostCny);
        Assert.Contains(free.Warnings, w => w.En.Contains("counts as free", StringComparison.Ordinal));
    }

    [Fact]
    public void AnUnknownStoreyForbidsNothingAndIsTold()
    {
        var made = Case(Care, Space("S1", 700, storey: null));
        Assert.Single(made.Problem.Spaces);
        Assert.Contains(made.Warnings, w => w.En.Contains("have no storey", StringComparison.Ordinal));
        Assert.Contains(made.Warnings, w => w.Zh.Contains("待核实", StringComparison.Ordinal));
    }

    [Fact]
    public void YearsBeginWhenTheFirstSpaceCanBeHad()
    {
        var question = Care with { YearBudgetsCny = [2_000_000, 2_000_000] };
        LayerRow[] spaces = [Space("S1", 700, from: "2027-01-01"), Space("S2", 700, from: "2028年3月"), Space("S3", 700, from: "2029"), Space("S4", 700), Space("S5", 700, from: "soon")];
        var made = Case(question, spaces);
        Assert.Equal([("S1", 0), ("S2", 1), ("S4", 0), ("S5", 0)], made.Problem.Spaces.Select(s => (s.Id, s.FirstYear)));
        Assert.Contains("2029 only", Assert.Single(made.LeftOut).Value.En, StringComparison.Ordinal);
        Assert.Equal(2027, made.StartYear);
        Assert.Equal([0, 0, 1, 0, 0], Case(question with { StartYear = 2028 }, spaces).Problem.Spaces.Select(s => s.FirstYear));
        Assert.All(Case(Care, spaces).Problem.Spaces, s => Assert.Equal(0, s.FirstYear));
    }

    [Fact]
    public void WherePlacesCountSoDoThoseWithoutOne()
    {
        // The canteen has 31 places, 16 of them for the old: 16 × 25 people, more than the 2 in reach.
        var made = Case(Care with { CountCapacity = true }, Space("S1", 700));
        Assert.Equal([0, 6, 9, 0, 25], made.Problem.Need[0]);
        // 350 m² at 12 m² a place are 29 places for 725 people: more than come.
        Assert.Equal([725L], made.Problem.Rooms.Select(r => r.CapacityPeople!.Value));
    }

    [Fact]
    public void AnOpenFacilityMayTakeARoomInAQuarterOfItsFloor()
    {
        var town = new PlannedTown().With(
            WorkspaceLayers.Facilities, PlannedTown.Facility("F2", 700, "meals", 1400), PlannedTown.Facility("F3", 700, "meals", 1396),
            PlannedTown.Facility("F4", 700, "meals"), PlannedTown.Facility("F5", 700, "elderly_care", 1400, status: "closed"),
            PlannedTown.Facility("F6", 950, "elderly_care", 1400), PlannedTown.Facility("F7", 700, "park", 1400));
        town.With(WorkspaceLayers.IdleSpaces, Space("S1", 50, 200));
        var made = SitingAnswer.CaseOf(new Assessment(town.Load()), Care with { Extend = true });
        // F2 has 350 m² to give, F3 349; F6 cares for the old already, and F7 is a park.
        Assert.Equal([("F2", true, 0L, 35_000L), ("S1", false, 100_000L, 40_000L)], made.Problem.Spaces.Select(s => (s.Id, s.IsExtension, s.OpeningCostCny, s.FloorAreaDm2)));
        Assert.Contains(made.Warnings, w => w.En.Contains("25 %", StringComparison.Ordinal));
    }

    [Fact]
    public void ExclusionsHoldBothWays()
    {
        var problem = Case(new PlanQuestion { Services = ["health", "market", "meals"] }, Space("S1", 700)).Problem;
        Assert.Equal(["meals", "health", "market"], problem.Services);
        Assert.Equal([0UL, 0b100, 0b010], problem.NotWith);
    }
}
