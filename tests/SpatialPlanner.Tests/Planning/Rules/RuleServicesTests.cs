using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Planning.Rules;

public class RuleServicesTests
{
    [Fact]
    public void ARuleOfAllServicesMayNameThoseThatItMeans() => Assert.Equal(
        ["meals", "health"], Parse("\"services\": [\"meals\", \"health\"]").Rules.Single(r => r.Id == "space").Services);

    [Fact]
    public void WithoutNamesItMeansAll() => Assert.Null(Parse("\"level\": \"community\"").Rules.Single(r => r.Id == "space").Services);

    [Theory]
    [InlineData("\"services\": [\"meals\", \"heath\"]", "$.rules[0].services[1]")]
    [InlineData("\"service\": \"meals\", \"services\": [\"health\"]", "$.rules[0].services")]
    public void AnUnknownServiceOrOneBesideAnotherIsRefusedWithThePlace(string part, string place)
    {
        var e = Assert.Throws<RulePackException>(() => Parse(part));
        Assert.StartsWith(place, e.Place, StringComparison.Ordinal);
    }

    // Schools and parks are no community service space; nor is health, since data do not tell a station from a hospital.
    [Theory]
    [InlineData("cn-15min")]
    [InlineData("embedded-2024")]
    public void CommunityServiceSpaceLeavesOutWhatCanBeAHospital(string pack)
    {
        var rules = RulePackFiles.Load(pack).Rules.Where(r => r.Criterion == RuleCriterion.AreaPer100Households).ToList();
        Assert.Equal([30, 80], rules.Select(r => r.Value));
        Assert.All(rules, r => Assert.Equal(
            ["elderly_care", "infant_care", "child_custody", "meals", "household", "sports", "culture", "play"], r.Services));
    }

    private static RulePack Parse(string part) => RulePackJson.Parse(
        $$"""
        {
          "id": "city", "edition": "1", "name": {"zh": "某市", "en": "City"}, "extends": "cn-15min",
          "rules": [
            {"id": "space", "name": {"zh": "用房", "en": "Space"}, "criterion": "area_per_100_households", "value": 30, "force": "mandatory",
             {{part}}, "clause": "1", "source": {"zh": "s", "en": "s"}, "verification": "secondary"},
          ],
        }
        """,
        RulePackFiles.Texts);
}
