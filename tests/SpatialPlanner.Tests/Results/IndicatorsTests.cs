using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Indicators;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.PlannedTown;

namespace SpatialPlanner.Tests.Results;

public class IndicatorsTests
{
    // Of the canteen's 350 m: b1 at 100 m and b2 at 300 m on foot; c too in a straight line; b3 at 600 m and b4 at 900 m neither.
    [Theory]
    [InlineData(RuleDenominator.ServiceGroup, 42, 2 + 6, 2 + 6 + 25)]
    [InlineData(RuleDenominator.People, 140, 10 + 20, 10 + 20 + 50)]
    [InlineData(RuleDenominator.Dwellings, 60, 4 + 8, 4 + 8 + 20)]
    [InlineData(RuleDenominator.Buildings, 5, 2, 3)]
    // C1 has 80 people, 30 of them within the walk and all within the circle; C2 none.
    [InlineData(RuleDenominator.Compounds, 2, 0, 1)]
    public void EveryDenominatorIsCountedByWalkAndByCircle(RuleDenominator denominator, long total, long network, long circle)
    {
        var row = Row(new PlannedTown(), Walk("r", "meals", 350), denominator);
        Assert.Equal(new IndicatorCounts(total, network, circle), row.Counts);
        Assert.Equal((8L, 33L, 25L), (row.Group!.Value.Network, row.Group.Value.Circle, row.CircleExcess));
    }

    [Fact]
    public void ACompoundIsCoveredFromHalfOfItsPeopleOn()
    {
        // 650 m: b3's 30 of C2's 60 people are within it, exactly half; 30 of C1's 80 are less.
        Assert.Equal(new IndicatorCounts(2, 1, 2), Row(new PlannedTown(), Walk("r", "meals", 650), RuleDenominator.Compounds).Counts);
        // With one person more who is not within it there is less than half.
        var town = new PlannedTown().With(WorkspaceLayers.Buildings, Home("b5", 910, 0, 1, 0, 1, "C2"));
        Assert.Equal(0, Row(town, Walk("r", "meals", 650), RuleDenominator.Compounds).Numerator);
    }

    [Fact]
    public void ACompoundWithoutPeopleIsNotCounted()
    {
        var town = new PlannedTown().With(WorkspaceLayers.Compounds, Rows.Of(WorkspaceLayers.Compounds, Box(100, -90, 200, -60), ("id", "C3")));
        Assert.Equal(2, Row(town, Walk("r", "meals", 350), RuleDenominator.Compounds).Counts!.Value.Total);
    }

    [Fact]
    public void LandIsCoveredByItsPointsAndBelongsToTheCommunityOfItsCode()
    {
        // P1, 200 × 40 m beside the street, is within 350 m; P2 is given as 20,000 m² and begins at 550 m; P3, 80 × 40 m around
        // c, is within the circle only, and its code says E although it lies in W.
        var town = new PlannedTown().With(
            WorkspaceLayers.ResidentialLand, Land("P1", Box(50, -20, 250, 20)), Land("P2", Box(550, -20, 950, 20), areaM2: 20_000),
            Land("P3", Box(-40, 180, 40, 220), "E"));
        var rows = Of(town, Walk("r", "meals", 350) with { Denominator = RuleDenominator.ResidentialLand })
            .Where(r => r.Row.Denominator == RuleDenominator.ResidentialLand).ToDictionary(r => r.Code, r => r.Row);
        AssertM2(31_200, 8_000, 11_200, rows["D"]);
        AssertM2(8_000, 8_000, 8_000, rows["W"]);
        AssertM2(23_200, 0, 3_200, rows["E"]);
        Assert.Equal((IndicatorVerdict.NoData, null), (rows["X"].Verdict, rows["X"].Share));
        Assert.True(rows["D"].IsOfficial);
        // 20,000 m² and the others' are shared over their points to the last dm².
        Assert.Equal(2_000_000, rows["E"].Counts!.Value.Total - rows["E"].Counts!.Value.Circle);
    }

    [Fact]
    public void LandOutsideEveryCommunityCountsAsOutsideAndNotAsLost()
    {
        var town = new PlannedTown().With(
            WorkspaceLayers.ResidentialLand, Land("P1", Box(50, -20, 250, 20), areaM2: 8_000), Land("P2", Box(4000, 0, 4100, 50), areaM2: 5_000));
        var rows = Of(town, Walk("r", "meals", 350)).Where(r => r.Row.Denominator == RuleDenominator.ResidentialLand).ToList();
        Assert.Equal(13_000_00, rows.Single(r => r.Code == "D").Row.Counts!.Value.Total);
        Assert.Equal(
            [(AreaLevel.Subdistrict, 5_000_00L), (AreaLevel.Community, 5_000_00L)],
            rows.Where(r => r.Code == "").Select(r => (r.Row.Level, r.Row.Counts!.Value.Total)));
    }

    [Theory]
    [InlineData("closed", 0)]
    [InlineData("open", 4_000)]
    public void LandBehindAWallIsReachedThroughItsOpenGates(string access, double network)
    {
        // A walled compound of 100 × 40 m south of the street, its gate in the middle of the north side, 25 m from the street.
        var town = new PlannedTown()
            .With(WorkspaceLayers.Compounds, Rows.Of(WorkspaceLayers.Compounds, Box(90, -80, 210, -25), ("id", "G"), ("gated", true)))
            .With(WorkspaceLayers.Entrances, Rows.Of(
                WorkspaceLayers.Entrances, new Point(At(150, -25)), ("id", "g"), ("of_id", "G"), ("kind", "gate"), ("access", access)))
            .With(WorkspaceLayers.ResidentialLand, Land("P", Box(100, -70, 200, -30)));
        AssertM2(4_000, network, 4_000, Row(town, Walk("r", "meals", 350), RuleDenominator.ResidentialLand));
    }

    [Fact]
    public void WithoutResidentialLandThereIsNoShareOfItAndTheRowSaysWhy()
    {
        var assessment = new Assessment(new PlannedTown().Load(Walk("r", "meals", 350) with { TargetShare = 0.5 }));
        Assert.Equal(IndicatorVerdict.NoData, assessment.Indicators.First(r => r.Denominator == RuleDenominator.ResidentialLand).Verdict);
        var row = Layer(assessment)["district/D/r/residential_land"];
        Assert.Equal((null, null, null, "no_data"), (row["numerator"], row["total"], row["share"], row["verdict"]));
        Assert.Contains("residential_land", (string)row["note_zh"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void LandOnWhichFewOfThePeopleLiveIsSaidToBeIncomplete()
    {
        // P1 holds b1, 10 of W's 80 people; P2 holds b3 and b4, all 60 of E's; together 70 of the district's 140, which is half.
        var town = new PlannedTown().With(
            WorkspaceLayers.ResidentialLand, Land("P1", Box(50, -20, 250, 20)), Land("P2", Box(550, -20, 950, 20)));
        var rows = Layer(new Assessment(town.Load(Walk("r", "meals", 350))));
        Assert.Contains("only 13 %", (string)rows["community/W/r/residential_land"]["note_en"]!, StringComparison.Ordinal);
        Assert.Null(rows["community/E/r/residential_land"]["note_en"]);
        Assert.Null(rows["district/D/r/residential_land"]["note_en"]);
    }

    // 30 of 140 people are 0.2143 of them by walk, 80 by circle 0.5714; the target 0.25 lies between.
    [Theory]
    [InlineData(WalkMeasure.Network, 0.25, IndicatorVerdict.NotMet, 30)]
    [InlineData(WalkMeasure.Circle, 0.25, IndicatorVerdict.Met, 80)]
    [InlineData(WalkMeasure.Network, null, IndicatorVerdict.NoTarget, 30)]
    public void TheRulesOwnMeasureMeetsItsTargetOrNot(WalkMeasure measure, double? target, IndicatorVerdict verdict, long numerator)
    {
        var row = Row(new PlannedTown(), Walk("r", "meals", 350) with { Measure = measure, TargetShare = target }, RuleDenominator.People);
        Assert.Equal((verdict, numerator), (row.Verdict, row.Numerator!.Value));
    }

    [Theory]
    [InlineData(0.07, 7, 100, IndicatorVerdict.Met)]
    [InlineData(0.85, 85, 100, IndicatorVerdict.Met)]
    [InlineData(0.85, 84, 100, IndicatorVerdict.NotMet)]
    public void ExactlyTheTargetIsMet(double target, long covered, long total, IndicatorVerdict verdict) => Assert.Equal(
        verdict,
        new IndicatorRow(
            Walk("r", "meals", 1) with { TargetShare = target }, AreaLevel.District, 0, RuleDenominator.People, 1, 1,
            new(total, covered, 0), null).Verdict);

    [Fact]
    public void AClosedOrRepurposedFacilityCoversNobodyByWalkOrCircle()
    {
        var town = new PlannedTown();
        town.Layers[WorkspaceLayers.Facilities] = [Facility("F1", 0, "meals", status: "closed"), Facility("F2", 100, "meals", status: "repurposed")];
        Assert.Equal(new IndicatorCounts(140, 0, 0), Row(town, Walk("r", "meals", 350), RuleDenominator.People).Counts);
        var row = Layer(new Assessment(town.Load(Walk("r", "meals", 350))))["district/D/r/people"];
        Assert.Contains("no open facility", (string)row["note_en"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRulesOwnWalkerAndMinutesHoldAndNotTheServices()
    {
        // 5 minutes at 1.2 m/s are 360 m, at 0.75 m/s 225 m; b2 lives at 300 m.
        PlanningRule Of(string profile) => Walk("r", "meals", 5) with { Criterion = RuleCriterion.Minutes, Profile = profile };
        var (adult, old) = (Row(new PlannedTown(), Of("adult"), RuleDenominator.People), Row(new PlannedTown(), Of("senior_80"), RuleDenominator.People));
        Assert.Equal((360.0, 300.0, 30L), (adult.LimitM, adult.LimitS, adult.Numerator!.Value));
        Assert.Equal((225.0, 300.0, 10L), (old.LimitM, old.LimitS, old.Numerator!.Value));
    }

    [Fact]
    public void ASmallOrThinParcelHasOnePointInsideItAndAHugeOneNotTooMany()
    {
        var factory = new GeometryFactory();
        var thin = factory.ToGeometry(new Envelope(1, 2, 1, 2));
        Assert.True(thin.Contains(new Point(Assert.Single(ResidentialLand.Points(thin, 30)))));
        // 90 m from 0 on: 0, 30, 60 and 90 each way, on the border too.
        Assert.Equal(16, ResidentialLand.Points(factory.ToGeometry(new Envelope(0, 90, 0, 90)), 30).Count);
        Assert.InRange(ResidentialLand.Points(factory.ToGeometry(new Envelope(0, 1e6, 0, 1e6)), 30).Count, 60_000, 260_000);
    }

    private static IndicatorRow Row(PlannedTown town, PlanningRule rule, RuleDenominator denominator) =>
        Of(town, rule).Single(r => r.Code == "D" && r.Row.Denominator == denominator).Row;

    private static List<(string Code, IndicatorRow Row)> Of(PlannedTown town, PlanningRule rule)
    {
        var assessment = new Assessment(town.Load(rule));
        return [.. assessment.Indicators.Select(r => (assessment.Areas.All[r.Area].Area.Code, r))];
    }

    internal static Dictionary<string, Dictionary<string, object?>> Layer(Assessment assessment, string name = "indicators")
    {
        var layer = ResultLayers.Find(name)!.Make(assessment);
        return layer.Rows.ToDictionary(
            r => (string)r.Values[0]!, r => layer.Columns.Zip(r.Values).ToDictionary(v => v.First.Name, v => v.Second));
    }

    // Areas that are not given are measured in the plane, true to a few parts in a million.
    private static void AssertM2(double total, double network, double circle, IndicatorRow row)
    {
        Assert.InRange(row.Counts!.Value.Total / 100.0, total - 1, total + 1);
        Assert.InRange(row.Counts.Value.Network / 100.0, network - 1, network + 1);
        Assert.InRange(row.Counts.Value.Circle / 100.0, circle - 1, circle + 1);
    }
}
