using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Planning.Rules;

public sealed class TagExpressionTests
{
    private static readonly Dictionary<string, string> School = new() { ["amenity"] = "school", ["name"] = "第一小学", ["fee"] = "no" };

    [Theory]
    [InlineData("amenity=school", true)]
    [InlineData("amenity=college|school", true)]
    [InlineData("amenity=college", false)]
    [InlineData("amenity=*", true)]
    [InlineData("fee=*", false)]
    [InlineData("shop=*", false)]
    [InlineData("shop!=*", true)]
    [InlineData("access!=private", true)]
    [InlineData("amenity!=school|college", false)]
    [InlineData("name~小学|学校", true)]
    [InlineData("name~中学", false)]
    [InlineData("name!~中学", true)]
    [InlineData("name!~小学", false)]
    [InlineData("amenity=school & name~小学 & access!=private", true)]
    [InlineData("amenity=school & name~中学", false)]
    public void EachOperatorDoesWhatItsDescriptionSays(string expression, bool matches) =>
        Assert.Equal(matches, TagExpression.Parse(expression).Matches(School));

    [Theory]
    [InlineData("")]
    [InlineData("amenity")]
    [InlineData("=school")]
    [InlineData("amenity=")]
    [InlineData("amenity=a||b")]
    [InlineData("amenity=a & ")]
    [InlineData("name~*")]
    [InlineData("a=b=c")]
    public void BadSyntaxIsToldWithItsPlace(string expression) =>
        Assert.Equal("$.services[0]", Assert.Throws<RulePackException>(() => TagExpression.Parse(expression, "$.services[0]")).Place);
}
