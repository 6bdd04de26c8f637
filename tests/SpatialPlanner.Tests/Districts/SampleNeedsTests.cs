using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Indicators;
using SpatialPlanner.Planning.Needs;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Districts;

/// <summary>Indicators, needs and the audit of the sample district.</summary>
public sealed class SampleNeedsTests(SampleAssessment sample) : IClassFixture<SampleAssessment>
{
    private readonly Assessment assessment = sample.Assessment;

    [Fact]
    public void ARuleWithTheServicesOwnLimitAndWalkerSaysWhatTheGapTableSaysToTheLastPerson()
    {
        var compared = 0;
        foreach (var answer in assessment.Answers)
        {
            var gaps = answer.Gaps.Where(g => g.Level != AreaLevel.Compound)
                .ToDictionary(g => (g.Area, g.Group, g.Denominator), g => (g.Total, g.Covered));
            foreach (var row in assessment.Indicators.Where(r => r.Rule.IsImplied && r.Rule.Service == answer.Service.Code
                && r.Denominator <= RuleDenominator.Buildings))
            {
                var key = row.Denominator switch
                {
                    RuleDenominator.ServiceGroup => (answer.Service.Group, Denominator.People),
                    RuleDenominator.People => ("all", Denominator.People),
                    RuleDenominator.Dwellings => ("all", Denominator.Dwellings),
                    _ => ("all", Denominator.Buildings),
                };
                Assert.Equal(gaps[(assessment.Areas.Source[row.Area], key.Item1, key.Item2)], (row.Counts!.Value.Total, row.Counts.Value.Network));
                Assert.Equal((answer.LimitM, answer.LimitS), (row.LimitM, row.LimitS));
                compared++;
            }
        }

        Assert.Equal(assessment.Answers.Count * (1 + 8 + 105) * 4, compared);
    }

    [Fact]
    public void TheDistrictIsTheSumOfItsCommunitiesForEveryRuleAndDenominator()
    {
        foreach (var rows in assessment.Indicators.GroupBy(r => (r.Rule, r.Denominator)))
        {
            (long, long, long) Sum(AreaLevel level) => rows.Where(r => r.Level == level).Select(r => r.Counts!.Value)
                .Aggregate((0L, 0L, 0L), (s, c) => (s.Item1 + c.Total, s.Item2 + c.Network, s.Item3 + c.Circle));
            Assert.Equal(Sum(AreaLevel.District), Sum(AreaLevel.Subdistrict));
            Assert.Equal(Sum(AreaLevel.District), Sum(AreaLevel.Community));
            Assert.All(rows, r => Assert.InRange(r.Numerator!.Value, 0, r.Counts!.Value.Total));
            Assert.All(rows, r => Assert.Equal(r.Counts!.Value.Total == 0, r.Share is null));
        }
    }

    [Fact]
    public void TheLandIsThatOfTheParcelsToTheLastSquareDecimetre()
    {
        var rows = assessment.Loaded.Rows[WorkspaceLayers.ResidentialLand];
        var given = rows.Sum(r => (long)Math.Round((double)r.Values[WorkspaceLayers.ResidentialLand.Require("area_m2")]! * 100));
        var district = assessment.Indicators.First(r => r.Denominator == RuleDenominator.ResidentialLand && r.Level == AreaLevel.District);
        Assert.Equal(given, district.Counts!.Value.Total);
        Assert.Equal(Enumerable.Range(0, rows.Count), assessment.Land.Parcel.Distinct().Order());
    }

    [Fact]
    public void AFinerGridMovesNoShareOfLandByMoreThanAPoint()
    {
        var finer = new Assessment(assessment.Loaded, assessment.Answers) { LandStepMetres = 15 };
        foreach (var (a, b) in District(assessment).Zip(District(finer)))
        {
            Assert.InRange(a.Share!.Value - b.Share!.Value, -0.01, 0.01);
        }

        static IEnumerable<IndicatorRow> District(Assessment of) => of.Indicators.Where(
            r => r.Denominator == RuleDenominator.ResidentialLand && r.Level == AreaLevel.District);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void TheNumberOfThreadsChangesNothing(int threads) =>
        Assert.Equal(assessment.Indicators, IndicatorRows.Make(assessment, default, threads));

    [Fact]
    public void NeedsAddUpAndNoWholeIsShorterThanItsParts()
    {
        foreach (var rows in assessment.Needs.GroupBy(r => r.Rule))
        {
            (long, long, long, long, int) Sum(AreaLevel level) => rows.Where(r => r.Level == level).Aggregate(
                (0L, 0L, 0L, 0L, 0),
                (s, r) => (s.Item1 + r.Required, s.Item2 + r.Have.Open, s.Item3 + r.Have.NotOpen, s.Item4 + r.Shortfall, s.Item5 + r.Have.Facilities));
            foreach (var level in Enum.GetValues<AreaLevel>().Where(l => l <= rows.Key.Level))
            {
                Assert.Equal(Sum(AreaLevel.District), Sum(level));
            }

            Assert.All(rows, r => Assert.InRange(r.Shortfall, Math.Max(0, r.Required - r.Have.Open), r.Required));
            Assert.All(rows, r => Assert.InRange(r.ShareMet ?? 0, 0, 1));
        }
    }

    [Fact]
    public void TheAuditFindsEachKindOfFaultAndTheListMendsThem()
    {
        var found = assessment.RoomAudits.SelectMany(a => a.Findings).Distinct().ToList();
        Assert.Superset(
            new HashSet<RoomFinding> { RoomFinding.NotDelivered, RoomFinding.Diverted, RoomFinding.Unfit, RoomFinding.TooSmall },
            found.ToHashSet());
        Assert.InRange(assessment.RoomAudits.Count(a => a.Findings.Count == 0) / (double)assessment.RoomAudits.Count, 0.3, 0.9);
        Assert.All(assessment.RoomAudits.Where(a => a.ShortfallDm2 > 0), a => Assert.NotEmpty(a.Entries));
    }

    [Theory]
    [InlineData("indicators")]
    [InlineData("needs")]
    [InlineData("room_audit")]
    [InlineData("rectification")]
    public void EveryRowHasAnIdOfItsOwnAndFiniteNumbers(string layer)
    {
        var rows = ResultLayers.Find(layer)!.Make(assessment).Rows;
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(r => r.Values[0]).Distinct().Count());
        Assert.All(rows.SelectMany(r => r.Values).OfType<double>(), v => Assert.True(double.IsFinite(v)));
    }
}

/// <summary>The assessment of the sample by rules of every kind, worked out once.</summary>
public sealed class SampleAssessment
{
    public Assessment Assessment { get; } = new(Load());

    private static LoadedDistrict Load()
    {
        PlanningRule Of(string id, string? service, RuleCriterion criterion, double value, AreaLevel level) =>
            Support.PlannedTown.Size(id, service, criterion, value, level);
        PlanningRule[] rules =
        [
            .. Support.Pack.Default.Rules.Where(r => r.IsImplied),
            Of("care-300", "elderly_care", RuleCriterion.Distance, 300, AreaLevel.Community) with
            { Denominator = RuleDenominator.ResidentialLand, TargetShare = 0.85 },
            Of("health-old", "health", RuleCriterion.Minutes, 15, AreaLevel.Community) with { Profile = "senior_80", Measure = WalkMeasure.Circle },
            Of("station", "community_centre", RuleCriterion.Area, 600, AreaLevel.Community),
            Of("canteen", "meals", RuleCriterion.Count, 1, AreaLevel.Community),
            Of("culture", "culture", RuleCriterion.Area, 3000, AreaLevel.Subdistrict),
            Of("beds", "elderly_care", RuleCriterion.PlacesPer1000People, 40, AreaLevel.District),
            Of("space", null, RuleCriterion.AreaPer100Households, 30, AreaLevel.Community),
            Of("per-1000", null, RuleCriterion.AreaPer1000People, 1070, AreaLevel.Compound),
        ];
        var batch = new Sample.SampleFixture().Batch;
        var rows = WorkspaceLayers.All.ToDictionary(
            l => l, l => (IReadOnlyList<LayerRow>)[.. batch.Layers.GetValueOrDefault(l, []).OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);
        return new DistrictBuilder(rows, Support.Pack.Default with { Rules = rules }, new(new("测试", "Test"), true, "test"), "fingerprint")
            .Build([], []);
    }
}
