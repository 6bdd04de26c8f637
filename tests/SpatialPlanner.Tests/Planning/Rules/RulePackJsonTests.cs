using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Planning.Rules;

public class RulePackJsonTests
{
    private static readonly string Text =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "cn-15min.json"));

    private static readonly string[] ContractServices =
    [
        "elderly_care", "infant_care", "child_custody", "meals", "household", "health", "sports", "culture", "play",
        "kindergarten", "primary_school", "middle_school", "market", "park", "pharmacy", "community_centre",
    ];

    [Fact]
    public void TheDefaultPackHasTheSixteenServicesEachWithALimitASourceAndBothNames()
    {
        var pack = RulePackJson.Parse(Text);
        Assert.Equal(ContractServices, pack.Services.Select(s => s.Code));
        Assert.All(pack.Services, s =>
        {
            Assert.True(s.Limit.Metres is null != s.Limit.Minutes is null, s.Code);
            Assert.NotEmpty(s.Source.Zh);
            Assert.NotEmpty(s.Source.En);
            Assert.NotEmpty(s.Name.Zh);
            Assert.NotNull(DemandGroups.Find(s.Group));
        });
    }

    [Fact]
    public void TheHealthCheckTrapsAreRight()
    {
        // TD/T 1063: elderly care 5 minutes, primary school and market 10, the others 15.
        var pack = RulePackJson.Parse(Text);
        double? Minutes(string code) => pack.Services[pack.IndexOfService(code)].Limit.Minutes;
        Assert.Equal([5, 10, 10, 15, 15], new[] { "elderly_care", "primary_school", "market", "health", "culture" }.Select(Minutes));
    }

    [Fact]
    public void AChangedLimitIsAnotherPackWhateverItsEditionSays()
    {
        var (pack, changed) = (RulePackJson.Parse(Text), RulePackJson.Parse(Text.Replace("\"limit_minutes\": 5", "\"limit_minutes\": 6", StringComparison.Ordinal)));
        Assert.Equal(pack.Edition, changed.Edition);
        Assert.NotEqual(pack.Sha256, changed.Sha256);
    }

    [Theory]
    [InlineData("\"limit_minutes\": 5,", "", "$.services[0]")]
    [InlineData("\"limit_minutes\": 5,", "\"limit_minutes\": 5, \"limit_metres\": 300,", "$.services[0]")]
    [InlineData("\"limit_minutes\": 5,", "\"limit_minutes\": -5,", "$.services[0]")]
    [InlineData("\"limit_minutes\": 5,", "\"limit_minuts\": 5,", "$.services[0]")]
    [InlineData("\"code\": \"infant_care\"", "\"code\": \"elderly_care\"", "$.services[1].code")]
    [InlineData("\"profile\": \"planning\"", "\"profile\": \"runner\"", "$.services[0].profile")]
    [InlineData("\"group\": \"age_60_up\"", "\"group\": \"age_99\"", "$.services[0].group")]
    [InlineData("\"speed_mm_per_s\": 1000", "\"speed_mm_per_s\": 0", "$.profiles[0].speed_mm_per_s")]
    [InlineData("\"age_0_3\": 0.024", "\"age_0_3\": 24", "$.population.age_shares.age_0_3")]
    public void AWrongPackIsRefusedWithThePlace(string right, string wrong, string place)
    {
        var at = Text.IndexOf(right, StringComparison.Ordinal);
        var text = Text[..at] + wrong + Text[(at + right.Length)..];
        var e = Assert.Throws<RulePackException>(() => RulePackJson.Parse(text));
        Assert.StartsWith(place, e.Place, StringComparison.Ordinal);
        Assert.NotEmpty(e.What.Zh);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\": \"x\"}")]
    public void WhatIsNoPackIsRefused(string text) => Assert.Throws<RulePackException>(() => RulePackJson.Parse(text));
}
