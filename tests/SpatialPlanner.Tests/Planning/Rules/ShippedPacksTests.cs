using SpatialPlanner.Data.Rules;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Planning.Rules;

public class ShippedPacksTests
{
    private static readonly HashSet<string> Contract =
    [
        "elderly_care", "infant_care", "child_custody", "meals", "household", "health", "sports", "culture", "play",
        "kindergarten", "primary_school", "middle_school", "market", "park", "pharmacy", "community_centre",
    ];

    public static TheoryData<string> Ids => [.. RulePackFiles.Ids];

    [Fact]
    public void SixPacksComeWithTheProgram() => Assert.Equal(
        ["cn-15min", "complete-community-2020", "embedded-2024", "gb50180-2018", "generic-15min", "health-check-tdt1063"], RulePackFiles.Ids);

    [Theory, MemberData(nameof(Ids))]
    public void EveryShippedPackCanBeUsedAndEachOfItsRulesHasClauseAndSource(string id)
    {
        var pack = RulePackFiles.Load(id);
        Assert.Equal(id, pack.Id);
        Assert.Subset(Contract, pack.Services.Select(s => s.Code).ToHashSet());
        Assert.All(pack.Services, s =>
        {
            Assert.Contains(pack.Rules, r => r.IsWalk && r.Service == s.Code);
            Assert.True(s.PeoplePerPlace > 0 && s.PeoplePerPlaceSource is not null, s.Code);
        });
        Assert.All(pack.Rules, r =>
        {
            Assert.True(r.IsImplied || r.Clause.Length > 0, r.Id);
            Assert.True(r.Source.Zh.Length > 0 && r.Source.En.Length > 0 && r.Name.Zh.Length > 0, r.Id);
            // Nobody has read the standards themselves yet: no figure may claim it.
            Assert.NotEqual(Verification.Verified, r.Verification);
        });
        Assert.Equal(pack.Rules.Count, pack.Rules.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void TheHealthCheckTrapsAreRight()
    {
        // TD/T 1063: elderly care and parks 5 minutes, primary school and market 10, the others 15, all of residential land.
        var pack = RulePackFiles.Load("health-check-tdt1063");
        var minutes = pack.Services.ToDictionary(s => s.Code, s => s.Limit.Minutes);
        Assert.Equal(
            new Dictionary<string, double?>
            {
                ["health"] = 15,
                ["primary_school"] = 10,
                ["middle_school"] = 15,
                ["elderly_care"] = 5,
                ["culture"] = 15,
                ["market"] = 10,
                ["sports"] = 15,
                ["park"] = 5,
            },
            minutes);
        Assert.All(pack.Rules, r => Assert.Equal((RuleDenominator.ResidentialLand, WalkMeasure.Network, false), (r.Denominator, r.Measure, r.IsImplied)));
        Assert.All(pack.Rules, r => Assert.Equal(minutes[r.Service!], r.Value));
    }

    [Theory]
    [InlineData("embedded-2024")]
    [InlineData("cn-15min")]
    public void AComplexHas600SquareMetresThreeFunctionsAndTwoOfTheFourPriorityOnes(string id)
    {
        var pack = RulePackFiles.Load(id);
        var complex = pack.Complex!;
        Assert.Equal((600, 800, 3, 2), (complex.LeastAreaM2, complex.WishedAreaM2, complex.LeastFunctions, complex.LeastPriority));
        Assert.Equal(["elderly_care", "infant_care", "child_custody", "meals"], complex.PriorityServices);
        var space = pack.Rules.Where(r => r.Service is null).Select(r => (r.Criterion, r.Value, r.Force)).ToList();
        Assert.Equal(
            [(RuleCriterion.AreaPer100Households, 30.0, RuleForce.Mandatory), (RuleCriterion.AreaPer100Households, 80.0, RuleForce.Recommended)], space);
    }

    [Fact]
    public void TheTiersOfTheResidentialStandardAddUpWithoutOverlap()
    {
        // Table 5.0.3, floor area a 1,000 people: the least of the 15-minute tier is 1,130 + 320, of the 10-minute tier 730 + 320.
        var pack = RulePackFiles.Load("gb50180-2018");
        var index = pack.Rules.Where(r => r.Criterion == RuleCriterion.AreaPer1000People).ToDictionary(r => r.Tier!.Value, r => (r.Value, r.ValueTo, r.Level));
        Assert.Equal((1130 + 320, 1380 + 450, AreaLevel.Subdistrict), index[RuleTier.FifteenMinute]);
        Assert.Equal((730 + 320, 810 + 460, AreaLevel.Subdistrict), index[RuleTier.TenMinute]);
        Assert.Equal((1070, 1820, AreaLevel.Community), index[RuleTier.FiveMinute]);
        Assert.Equal((80, 90, AreaLevel.Community), index[RuleTier.Block]);
        Assert.Equal(500, pack.Services[pack.IndexOfService("primary_school")].Limit.Metres);
        Assert.All(pack.Rules.Where(r => r.IsWalk && !r.IsImplied), r => Assert.Equal(WalkMeasure.Circle, r.Measure));
    }

    [Fact]
    public void TheGenericPackWalksEveryServiceFor15MinutesAt72MetresAMinute()
    {
        var pack = RulePackFiles.Load("generic-15min");
        Assert.Equal(16, pack.Services.Count);
        Assert.All(pack.Services, s => Assert.Equal((15.0, 1200), (s.Limit.Minutes, pack.FindProfile(s.Profile)!.SpeedMmPerS)));
        Assert.All(pack.Rules, r => Assert.Equal((RuleDenominator.People, Verification.Unverified), (r.Denominator, r.Verification)));
    }
}
