using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Tests.Planning.Rules;

/// <summary>What a service asks of a room (<c>room</c> of a pack).</summary>
public class RoomRulesTests
{
    private const string City = """
        {
          "id": "city", "edition": "1", "name": {"zh": "某市", "en": "City"}, "extends": "cn-15min",
          "services": [{"code": "health"}, {"code": "park"}, {"code": "meals", "room": {
            "least_area_m2": 90.5, "most_area_m2": 300, "area_per_place_m2": 5, "cost_per_m2_cny": 2500, "lowest_storey": 1, "highest_storey": 2,
            "not_with": ["health"], "source": {"zh": "本市", "en": "own"}, "verification": "secondary"}}]
        }
        """;

    private static RulePack Parse(string text) => RulePackJson.Parse(text, RulePackFiles.Texts);

    [Fact]
    public void ARoomIsReadAsItIsWritten()
    {
        var room = Parse(City).Services[2].Room!;
        Assert.Equal((90.5, 300.0, 5.0, 2500.0), (room.LeastAreaM2, room.MostAreaM2!.Value, room.AreaPerPlaceM2!.Value, room.CostPerM2Cny));
        Assert.Equal((1, 2, "own", Verification.Secondary), (room.LowestStorey, room.HighestStorey!.Value, room.Source.En, room.Verification));
        Assert.Equal(["health"], room.NotWith);
    }

    [Fact]
    public void ARoomIsTakenOverWithoutTheExclusionsOfServicesThatThePackHasNot()
    {
        var pack = Parse(City);
        var (former, here) = (RulePackFiles.Load().Services.Single(s => s.Code == "health").Room!, pack.Services[0].Room!);
        Assert.Equal(["market"], former.NotWith);
        Assert.Empty(here.NotWith);
        Assert.Equal((former.LeastAreaM2, former.HighestStorey, former.Source), (here.LeastAreaM2, here.HighestStorey, here.Source));
        Assert.Null(pack.Services[1].Room);
    }

    [Fact]
    public void WhatIsLeftOutIsNoBound()
    {
        var room = Parse(City.Replace("\"most_area_m2\": 300, \"area_per_place_m2\": 5, ", "", StringComparison.Ordinal)
            .Replace("\"lowest_storey\": 1, \"highest_storey\": 2,", "", StringComparison.Ordinal)).Services[2].Room!;
        Assert.Equal((null, null, null), (room.MostAreaM2, room.AreaPerPlaceM2, room.HighestStorey));
        Assert.True(room.LowestStorey < -3);
    }

    [Theory]
    [InlineData("\"least_area_m2\": 90.5, ", "", "$.services[2].room.least_area_m2")]
    [InlineData("\"least_area_m2\": 90.5", "\"least_area_m2\": 0", "$.services[2].room.least_area_m2")]
    [InlineData("\"least_area_m2\": 90.5", "\"least_area_m2\": \"90\"", "$.services[2].room.least_area_m2")]
    [InlineData("\"least_area_m2\": 90.5", "\"least_area_m2\": 4", "$.services[2].room.area_per_place_m2")]
    [InlineData("\"most_area_m2\": 300", "\"most_area_m2\": 90", "$.services[2].room.most_area_m2")]
    [InlineData("\"most_area_m2\": 300", "\"most_area_m2\": 1e6", "$.services[2].room.most_area_m2")]
    [InlineData("\"area_per_place_m2\": 5", "\"area_per_place_m2\": -5", "$.services[2].room.area_per_place_m2")]
    [InlineData("\"cost_per_m2_cny\": 2500", "\"cost_per_m2_cny\": -1", "$.services[2].room.cost_per_m2_cny")]
    [InlineData("\"cost_per_m2_cny\": 2500, ", "", "$.services[2].room.cost_per_m2_cny")]
    [InlineData("\"lowest_storey\": 1", "\"lowest_storey\": 1.5", "$.services[2].room.lowest_storey")]
    [InlineData("\"lowest_storey\": 1", "\"lowest_storey\": 3", "$.services[2].room.highest_storey")]
    [InlineData("\"highest_storey\": 2", "\"highest_storey\": 1000", "$.services[2].room.highest_storey")]
    [InlineData("\"not_with\": [\"health\"]", "\"not_with\": [\"gold\"]", "$.services[2].room.not_with[0]")]
    [InlineData("\"not_with\": [\"health\"]", "\"not_with\": [\"park\", \"meals\"]", "$.services[2].room.not_with[1]")]
    [InlineData("\"not_with\": [\"health\"]", "\"not_with\": \"health\"", "$.services[2].room.not_with")]
    [InlineData("\"source\": {\"zh\": \"本市\", \"en\": \"own\"}, ", "", "$.services[2].room.source")]
    [InlineData("\"verification\": \"secondary\"", "\"verification\": \"sure\"", "$.services[2].room.verification")]
    [InlineData("\"highest_storey\"", "\"higest_storey\"", "$.services[2].room.higest_storey")]
    [InlineData("\"room\": {", "\"room\": 7, \"osm\": {", "$.services[2].room")]
    public void WhatCannotBeIsRefusedWithThePlaceAndASentence(string right, string wrong, string place)
    {
        var text = City.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(City, text);
        var e = Assert.Throws<RulePackException>(() => Parse(text));
        Assert.Contains(e.Problems, p => p.Place == place);
        Assert.All(e.Problems, p => Assert.True(p.What.Zh.Length > 0 && p.What.En.Length > 0));
    }

    [Fact]
    public void TheShippedPacksHaveRoomsForAllNineFunctionsAndNoneClaimsToBeVerified()
    {
        string[] functions = ["elderly_care", "infant_care", "child_custody", "meals", "household", "health", "sports", "culture", "play"];
        foreach (var id in RulePackFiles.Ids)
        {
            var services = RulePackFiles.Load(id).Services;
            Assert.All(services.Where(s => functions.Contains(s.Code)), s => Assert.NotNull(s.Room));
            Assert.All(services.Where(s => s.Room is not null), s => Assert.Equal(Verification.Unverified, s.Room!.Verification));
            Assert.All(services.Where(s => s.Room is not null), s => Assert.All(s.Room!.NotWith, n => Assert.Contains(n, services.Select(o => o.Code))));
        }

        RoomRule Of(string code) => RulePackFiles.Load().Services.Single(s => s.Code == code).Room!;
        Assert.Equal((350.0, 1, 3), (Of("elderly_care").LeastAreaM2, Of("elderly_care").LowestStorey, Of("elderly_care").HighestStorey!.Value));
        Assert.Equal((200.0, 1, 3), (Of("infant_care").LeastAreaM2, Of("infant_care").LowestStorey, Of("infant_care").HighestStorey!.Value));
        Assert.Equal((120.0, 300.0), (Of("health").LeastAreaM2, Of("market").LeastAreaM2));
    }
}
