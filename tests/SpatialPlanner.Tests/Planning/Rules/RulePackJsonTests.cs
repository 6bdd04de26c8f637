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

    [Fact]
    public void ASignalOf90SecondsWith30GreenKeepsPeopleWaiting20()
    {
        // (C - g)^2 / 2C, the pedestrian delay of the Highway Capacity Manual.
        var pack = RulePackJson.Parse(Text);
        Assert.Equal(20, pack.WaitS("signals"));
        Assert.Equal("(90 - 30)² / (2 × 90)", pack.Crossings[0].Derivation);
        Assert.Equal(["signals", "marked", "unmarked"], pack.Crossings.Select(c => c.Class));
        Assert.Equal(0, pack.WaitS(null));
        var longer = RulePackJson.Parse(Text.Replace("\"cycle_s\": 90", "\"cycle_s\": 180", StringComparison.Ordinal)
            .Replace("\"green_s\": 30", "\"green_s\": 40", StringComparison.Ordinal));
        Assert.Equal(54.4, longer.WaitS("signals"), 0.05);
    }

    [Fact]
    public void APackNeedNotSayWhatCrossingsAndStepsCost()
    {
        var whole = System.Text.Json.Nodes.JsonNode.Parse(Text)!.AsObject();
        Assert.True(whole.Remove("crossings") && whole.Remove("group_profiles"));
        foreach (var profile in whole["profiles"]!.AsArray())
        {
            Assert.True(profile!.AsObject().Remove("steps_share"));
        }

        var pack = RulePackJson.Parse(whole.ToJsonString());
        Assert.Equal(0, pack.WaitS("signals"));
        Assert.All(pack.Profiles, p => Assert.Equal(1, p.Pace.StepsShare));
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
    [InlineData("\"steps_share\": 0.5,", "\"steps_share\": 0,", "$.profiles[0].steps_share")]
    [InlineData("\"steps_share\": 0.5,", "\"steps_share\": 1.5,", "$.profiles[0].steps_share")]
    [InlineData("\"age_0_3\": \"caregiver\"", "\"age_0_3\": \"stroller\"", "$.group_profiles.age_0_3")]
    [InlineData("\"age_0_3\": \"caregiver\"", "\"age_60_up\": \"senior\"", "$.group_profiles.age_60_up")]
    [InlineData("\"signals\": {", "\"lights\": {", "$.crossings.lights")]
    [InlineData("\"cycle_s\": 90,", "", "$.crossings.signals")]
    [InlineData("\"cycle_s\": 90,", "\"cycle_s\": 90, \"wait_s\": 20,", "$.crossings.signals")]
    [InlineData("\"cycle_s\": 90,", "\"cycle_s\": 0,", "$.crossings.signals.cycle_s")]
    [InlineData("\"green_s\": 30,", "\"green_s\": 100,", "$.crossings.signals.green_s")]
    [InlineData("\"wait_s\": 5,", "\"wait_s\": -1,", "$.crossings.marked.wait_s")]
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
