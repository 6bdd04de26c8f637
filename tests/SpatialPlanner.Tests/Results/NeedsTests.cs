using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Needs;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.PlannedTown;

namespace SpatialPlanner.Tests.Results;

public class NeedsTests
{
    // In W the canteen F1 of 101 m² and 31 places, which cares for the old too; in E one of unknown size that cares for the old,
    // a closed canteen of 80 m² and a planned one of 40 m²; in W a canteen of 60 m² that has become something else.
    private static PlannedTown Town() => new PlannedTown().With(
        WorkspaceLayers.Facilities, Facility("F2", 600, "elderly_care"), Facility("F3", 700, "meals", 80, 10, "closed"),
        Facility("F4", 800, "meals", 40, 20, "planned"), Facility("F5", 100, "meals", 60, 15, "repurposed"));

    [Fact]
    public void OnlyOpenFacilitiesCountAndTheOthersAreTold()
    {
        var rows = Rows(Town(), Size("r", "meals", RuleCriterion.Count, 1));
        Assert.Equal((1.0, 1.0, 0.0, 1.0, NeedVerdict.Met), Figures(rows["W"]));
        Assert.Equal((1.0, 0.0, 1.0, 2.0, NeedVerdict.NotMet), Figures(rows["E"]));
        Assert.Equal((0.0, 0.0, 0.0, 0.0, NeedVerdict.NothingRequired), Figures(rows["X"]));
        // S1 is W, S2 is E and X; the district is both.
        Assert.Equal((1.0, 1.0, 0.0, 1.0, NeedVerdict.Met), Figures(rows["S1"]));
        Assert.Equal((1.0, 0.0, 1.0, 2.0, NeedVerdict.NotMet), Figures(rows["S2"]));
        Assert.Equal((2.0, 1.0, 1.0, 3.0, NeedVerdict.NotMet), Figures(rows["D"]));
        Assert.Equal((2, 1, true), (rows["D"].Areas, rows["D"].AreasShort, rows["D"].IsSum));
        Assert.Equal(0.5, rows["D"].ShareMet);
    }

    [Fact]
    public void AFacilityOfTwoServicesGivesEachHalfOfItsFloorAndOneRuleOfBothTheWhole()
    {
        Assert.Equal(5050, Rows(Town(), Size("r", "meals", RuleCriterion.Area, 60))["W"].Have.Open);
        Assert.Equal(5050, Rows(Town(), Size("r", "elderly_care", RuleCriterion.Area, 60))["W"].Have.Open);
        Assert.Equal(10100, Rows(Town(), Size("r", null, RuleCriterion.Area, 60))["W"].Have.Open);
        var together = Size("r", null, RuleCriterion.Area, 60) with { Services = ["meals"] };
        Assert.Equal(5050, Rows(Town(), together)["W"].Have.Open);
    }

    [Fact]
    public void AnUnknownFloorAreaIsToldAndNeverTakenForNone()
    {
        var rows = Rows(Town(), Size("r", "elderly_care", RuleCriterion.Area, 60));
        // W: 60 - 50.5 are missing for certain. E: 60, unless F2 has them.
        Assert.Equal((60.0, 50.5, 9.5, 0.0, NeedVerdict.NotMet), Figures(rows["W"]));
        Assert.Equal((60.0, 0.0, 60.0, 0.0, NeedVerdict.NotKnown), Figures(rows["E"]));
        Assert.Equal(1, rows["E"].Have.FacilitiesUnknown);
        Assert.Null(rows["E"].Priority);
        var cells = IndicatorsTests.Layer(new Assessment(Town().Load(Size("r", "elderly_care", RuleCriterion.Area, 60))), "needs");
        Assert.Contains("没有建筑面积", (string)cells["community/E/r"]["note_zh"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void ARuleOfAllServicesThatOneLargeFacilityMeetsAloneSaysSo()
    {
        // 9.6 m² are needed in W; F1 has 101 m². With a second of 10 m² it no longer hangs on the first.
        var rule = Size("r", null, RuleCriterion.AreaPer100Households, 30);
        string? Note(PlannedTown town) => (string?)IndicatorsTests.Layer(new Assessment(town.Load(rule)), "needs")["community/W/r"]["note_en"];
        Assert.Contains("one facility of 101 m² alone", Note(new PlannedTown()), StringComparison.Ordinal);
        Assert.Null(Note(new PlannedTown().With(WorkspaceLayers.Facilities, Facility("F2", 200, "health", 10))));
    }

    [Fact]
    public void PeopleHouseholdsAndTheGroupsPeopleMakeTheNeed()
    {
        // W: 80 people, 33 of them 60 and over, 32 dwellings; E: 60, 9 and 28.
        var people = Rows(Town(), Size("r", "meals", RuleCriterion.AreaPer1000People, 500));
        Assert.Equal((40.0, 50.5, 0.0, 60.0, NeedVerdict.Met), Figures(people["W"]));
        Assert.Equal((30.0, 0.0, 30.0, 120.0, NeedVerdict.NotMet), Figures(people["E"]));
        var households = Rows(Town(), Size("r", "meals", RuleCriterion.AreaPer100Households, 30));
        Assert.Equal((9.6, 50.5, 0.0, 60.0, NeedVerdict.Met), Figures(households["W"]));
        Assert.Equal((8.4, 0.0, 8.4, 120.0, NeedVerdict.NotMet), Figures(households["E"]));
        // 31 places for two services: the first in the pack's order, care, has 16, meals 15.
        var places = Rows(Town(), Size("r", "meals", RuleCriterion.PlacesPer1000People, 1000));
        Assert.Equal((33.0, 15.0, 18.0, 15.0, NeedVerdict.NotMet), Figures(places["W"]));
        Assert.Equal((9.0, 0.0, 9.0, 30.0, NeedVerdict.NotMet), Figures(places["E"]));
        // The district lacks 27 places though the sum of 42 needed less 15 there is the same only by chance of no surplus.
        Assert.Equal((42.0, 15.0, 27.0, 45.0, NeedVerdict.NotMet), Figures(places["D"]));
    }

    [Fact]
    public void WhatOneCommunityHasTooMuchDoesNotFillAnothersGap()
    {
        var district = Rows(Town(), Size("r", "meals", RuleCriterion.AreaPer100Households, 30))["D"];
        Assert.Equal((18.0, 50.5, 8.4, 180.0, NeedVerdict.NotMet), Figures(district));
    }

    [Fact]
    public void ARuleOfTheSubdistrictIsAskedOfItAndSummedForTheDistrictOnly()
    {
        var rows = Rows(Town(), Size("r", "meals", RuleCriterion.Area, 60, AreaLevel.Subdistrict));
        Assert.Equal(["D", "S1", "S2"], rows.Keys.Order());
        Assert.Equal((60.0, 50.5, 9.5, 60.0, NeedVerdict.NotMet), Figures(rows["S1"]));
        Assert.Equal((120.0, 50.5, 69.5, 180.0, NeedVerdict.NotMet), Figures(rows["D"]));
    }

    [Fact]
    public void AnAverageCommunityOfBeilinNeeds832SquareMetres()
    {
        // 7,208 people without dwellings in the data are 7,208 / 2.6 = 2,772.3, so 2,772 households: 27.72 × 30 m² = 831.6 m².
        var town = new PlannedTown();
        town.Layers[WorkspaceLayers.Buildings] = [Home("b", 100, 0, 7208, 0, 0, null)];
        var row = Rows(town, Size("r", null, RuleCriterion.AreaPer100Households, 30))["W"];
        Assert.Equal((2772L, HouseholdSource.Estimated), (row.People.Households, row.People.Source));
        Assert.Equal((831.6, 101.0, 730.6, 0.0, NeedVerdict.NotMet), Figures(row));
        Assert.Equal(832, Math.Round(row.Required / 100.0));
    }

    [Fact]
    public void HouseholdsThatAreGivenGoBeforeDwellings()
    {
        var town = Town();
        foreach (var row in town.Layers[WorkspaceLayers.Boundaries].Where(r => r.Values[0] is "W" or "E"))
        {
            // A nought beside people is a cell that nobody filled.
            row.Values[WorkspaceLayers.Boundaries.Require("households")] = row.Values[0] is "W" ? 50L : 0L;
        }

        var rows = Rows(town, Size("r", "meals", RuleCriterion.AreaPer100Households, 30));
        Assert.Equal((50L, HouseholdSource.Given), (rows["W"].People.Households, rows["W"].People.Source));
        Assert.Equal((28L, HouseholdSource.Dwellings), (rows["E"].People.Households, rows["E"].People.Source));
        Assert.Equal((78L, HouseholdSource.Mixed), (rows["D"].People.Households, rows["D"].People.Source));
    }

    [Fact]
    public void TheMostPressingGapIsTheOneWithMostPeopleWithoutAndABindingRule()
    {
        // Missing share × people of the group × force. W lacks 18 of 33 places for 33 people: 18. E lacks all 9 for 9: 9. As a
        // recommendation E's would be 4.5; b1's rule of 1 facility for E is all missing, 9 people: 9. Places count within the rule.
        var rules = new[]
        {
            Size("places", "meals", RuleCriterion.PlacesPer1000People, 1000), Size("one", "meals", RuleCriterion.Count, 1),
            Size("should", "meals", RuleCriterion.Count, 1) with { Force = RuleForce.Recommended },
        };
        var assessment = new Assessment(Town().Load(rules));
        var ranked = assessment.Needs.Where(n => n.Priority is not null).OrderByDescending(n => n.Score)
            .Select(n => (n.Rule.Id, assessment.Areas.All[n.Area].Area.Code, Math.Round(n.Score!.Value, 9), n.Priority));
        Assert.Equal([("places", "W", 18.0, 1), ("places", "E", 9.0, 2), ("one", "E", 9.0, 1), ("should", "E", 4.5, (int?)1)], ranked);
    }

    [Fact]
    public void AFacilityOutsideEveryCommunityCountsAsOutsideAndNotAsLost()
    {
        var rows = Rows(Town().With(WorkspaceLayers.Facilities, Facility("F9", 5000, "meals", 70)), Size("r", "meals", RuleCriterion.Area, 60));
        Assert.Equal((120.0, 120.5, 69.5, 180.0, NeedVerdict.NotMet), Figures(rows["D"]));
        Assert.Equal((0.0, 70.0, 0.0, 0.0, NeedVerdict.NothingRequired), Figures(rows[""]));
    }

    // The sum of W 60 - 50.5 = 9.5 and E 60 is 69.5, as in the test above.
    private static (double Required, double Have, double Shortfall, double NotOpen, NeedVerdict Verdict) Figures(NeedRow row) =>
        (row.Required / 100.0, row.Have.Open / 100.0, row.Shortfall / 100.0, row.Have.NotOpen / 100.0, row.Verdict);

    private static Dictionary<string, NeedRow> Rows(PlannedTown town, PlanningRule rule)
    {
        var assessment = new Assessment(town.Load(rule));
        var rows = assessment.Needs.Select(r => (assessment.Areas.All[r.Area].Area.Code, r)).ToList();
        // The areas outside stand for both levels with one code; the community's is the last.
        return rows.GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.Last().r);
    }
}
