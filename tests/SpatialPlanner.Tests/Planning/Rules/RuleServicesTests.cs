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

    // The default pack also has schools and parks, whose land and halls are no community service space.
    [Fact]
    public void TheDefaultPackCountsTheNineServicesOfTheGuidelineAsCommunityServiceSpace() => Assert.All(
        RulePackFiles.Load().Rules.Where(r => r.Criterion == RuleCriterion.AreaPer100Households), r => Assert.Equal(9, r.Services!.Count));

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
