using System.Text.Json.Nodes;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Planning.Rules;

/// <summary>What a city writes: a short pack that extends a shipped one.</summary>
public class RulePackRulesTests
{
    private const string City = """
        {
          // Comments and trailing commas are taken.
          "id": "city", "edition": "1", "name": {"zh": "某市", "en": "City"}, "extends": "cn-15min",
          "issuer": {"zh": "某市规划局", "en": "Planning office"}, "document_no": "No. 7", "city": {"zh": "某市", "en": "City"},
          "effective_from": "2024-01-01", "effective_to": "2029-12-31",
          "services": [{"code": "park"}, {"code": "market"}, {"code": "meals", "people_per_place": {"value": 12.5, "source": {"zh": "s", "en": "s"}, "verification": "secondary"}}],
          "rules": [
            {"id": "market-400", "service": "market", "criterion": "distance", "value": 400, "value_to": 500, "tier": "10min", "force": "mandatory", "profile": "senior",
             "denominator": "compounds", "target_share": 0.85, "clause": "3.2", "source": {"zh": "m", "en": "m"}, "verification": "verified"},
            {"id": "park-area", "service": "park", "name": {"zh": "公园", "en": "Park"}, "criterion": "area_per_1000_people", "value": 1000, "force": "recommended",
             "level": "compound", "clause": "4", "source": {"zh": "p", "en": "p"}, "verification": "unverified", "note": {"zh": "n", "en": "n"}},
          ],
          "complex": {"least_area_m2": 700, "wished_area_m2": 900, "least_functions": 2, "priority_services": ["meals"], "least_priority": 1,
            "clause": "5", "source": {"zh": "c", "en": "c"}, "verification": "secondary"},
        }
        """;

    private static RulePack Parse(string text) => RulePackJson.Parse(text, RulePackFiles.Texts);

    [Fact]
    public void APackTakesOverWhatItDoesNotSay()
    {
        var (pack, former) = (Parse(City), RulePackFiles.Load());
        Assert.Equal(former.Profiles, pack.Profiles);
        Assert.Equal(former.Crossings, pack.Crossings);
        Assert.Equal(former.GroupProfiles, pack.GroupProfiles);
        Assert.Equal(["park", "market", "meals"], pack.Services.Select(s => s.Code));
        var (park, its) = (pack.Services[0], former.Services[former.IndexOfService("park")]);
        Assert.Equal((its.Limit, its.Source, its.Group), (park.Limit, park.Source, park.Group));
        Assert.Equal(its.OsmTags, park.OsmTags);
        Assert.Equal((12.5, Verification.Secondary), (pack.Services[2].PeoplePerPlace, pack.Services[2].PeoplePerPlaceVerification));
        Assert.Equal(("No. 7", "cn-15min", new DateOnly(2024, 1, 1), new DateOnly(2029, 12, 31)), (pack.DocumentNo, pack.Extends, pack.EffectiveFrom, pack.EffectiveTo));
        // Rules belong to one document: those of the former are not the city's.
        Assert.Equal(["park-walk", "meals-walk", "market-400", "park-area"], pack.Rules.Select(r => r.Id));
    }

    [Theory]
    [InlineData("[1, 0.5]", null)]
    [InlineData("[]", "$.catchment.step_weights")]
    [InlineData("[0]", "$.catchment.step_weights[0]")]
    [InlineData("[1, 1.5]", "$.catchment.step_weights[1]")]
    [InlineData("[0.5, 0.6]", "$.catchment.step_weights[1]")]
    [InlineData("[1, -1]", "$.catchment.step_weights[1]")]
    [InlineData("[1, \"a\"]", "$.catchment.step_weights[1]")]
    public void WeightsOfTheCatchmentFallWithTheWalk(string weights, string? place)
    {
        var text = City.Replace(
            "\"extends\"", $"\"catchment\": {{\"step_weights\": {weights}, \"source\": {{\"zh\": \"c\", \"en\": \"c\"}}, \"verification\": \"secondary\"}}, \"extends\"", StringComparison.Ordinal);
        if (place is null)
        {
            Assert.Equal([1, 0.5], Parse(text).Catchment!.StepWeights);
        }
        else
        {
            Assert.Equal(place, Assert.Throws<RulePackException>(() => Parse(text)).Place);
        }
    }

    [Fact]
    public void AServiceWithoutALimitHasThatOfItsFirstNetworkWalkRule()
    {
        var market = Parse(City).Services[1];
        Assert.Equal((400.0, "senior", "m", Verification.Verified), (market.Limit.Metres, market.Profile, market.Source.En, market.Verification));
        // A circle is no walk: then the limit is that of the former pack, 10 minutes.
        var circle = Parse(City.Replace("\"denominator\": \"compounds\"", "\"measure\": \"circle\"", StringComparison.Ordinal));
        Assert.Equal(10, circle.Services[1].Limit.Minutes);
        // Its own limit goes before both.
        var own = Parse(City.Replace(
            "{\"code\": \"market\"}", "{\"code\": \"market\", \"limit_minutes\": 7, \"source\": {\"zh\": \"o\", \"en\": \"o\"}, \"verification\": \"secondary\"}", StringComparison.Ordinal));
        Assert.Equal((7.0, "o"), (own.Services[1].Limit.Minutes, own.Services[1].Source.En));
    }

    [Fact]
    public void ARuleIsReadAsItIsWritten()
    {
        var pack = Parse(City);
        var (walk, area) = (pack.Rules[2], pack.Rules[3]);
        Assert.Equal(
            (400.0, 500.0, RuleTier.TenMinute, RuleForce.Mandatory, AreaLevel.Community, RuleDenominator.Compounds, 0.85),
            (walk.Value, walk.ValueTo!.Value, walk.Tier!.Value, walk.Force, walk.Level, walk.Denominator, walk.TargetShare!.Value));
        Assert.Equal("菜市场（生鲜超市）", walk.Name.Zh);
        Assert.Equal((RuleCriterion.AreaPer1000People, AreaLevel.Compound, "n"), (area.Criterion, area.Level, area.Note!.En));
        Assert.Equal((700, 900, 2, 1), (pack.Complex!.LeastAreaM2, pack.Complex.WishedAreaM2, pack.Complex.LeastFunctions, pack.Complex.LeastPriority));
    }

    [Fact]
    public void ARuleOfAllServicesMayNameThoseThatItMeans()
    {
        var named = Parse(City.Replace("\"service\": \"park\"", "\"services\": [\"park\", \"meals\"]", StringComparison.Ordinal)).Rules[3];
        Assert.Null(named.Service);
        Assert.Equal(["park", "meals"], named.Services!);
        Assert.Null(Parse(City).Rules[3].Services);
    }

    [Fact]
    public void TheHashIsThatOfBothTexts()
    {
        var former = RulePackFiles.Texts["cn-15min"];
        string With(string text) => RulePackJson.Parse(City, new Dictionary<string, string> { ["cn-15min"] = text }).Sha256;
        Assert.Equal(With(former), With(former));
        Assert.NotEqual(With(former), With(former.Replace("\"people_per_dwelling\": 2.6", "\"people_per_dwelling\": 2.5", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"value_to\": 500", "\"value_to\": 300", "$.rules[0].value_to")]
    [InlineData("\"value\": 400", "\"value\": 10001", "$.rules[0].value")]
    [InlineData("\"value\": 400", "\"value\": -1", "$.rules[0].value")]
    [InlineData("\"value\": 400", "\"value\": 0", "$.rules[0].value")]
    [InlineData("\"value\": 400", "\"value\": \"400\"", "$.rules[0].value")]
    [InlineData("\"value\": 400", "\"value\": 1e999", "$.rules[0].value")]
    [InlineData("\"value\": 400,", "", "$.rules[0].value")]
    [InlineData("\"criterion\": \"distance\", \"value\": 400", "\"criterion\": \"minutes\", \"value\": 181", "$.rules[0].value")]
    [InlineData("\"criterion\": \"distance\"", "\"criterion\": \"metres\"", "$.rules[0].criterion")]
    [InlineData("\"service\": \"market\"", "\"service\": \"gold\"", "$.rules[0].service")]
    [InlineData("\"service\": \"market\", ", "\"name\": {\"zh\": \"z\", \"en\": \"e\"}, ", "$.rules[0].service")]
    [InlineData("\"tier\": \"10min\"", "\"tier\": \"20min\"", "$.rules[0].tier")]
    [InlineData("\"force\": \"mandatory\"", "\"force\": \"must\"", "$.rules[0].force")]
    [InlineData("\"profile\": \"senior\"", "\"profile\": \"runner\"", "$.rules[0].profile")]
    [InlineData("\"denominator\": \"compounds\"", "\"denominator\": \"land\"", "$.rules[0].denominator")]
    [InlineData("\"target_share\": 0.85", "\"target_share\": 85", "$.rules[0].target_share")]
    [InlineData("\"target_share\": 0.85", "\"level\": \"compound\"", "$.rules[0].level")]
    [InlineData("\"clause\": \"3.2\"", "\"clause\": \" \"", "$.rules[0].clause")]
    [InlineData("\"id\": \"park-area\"", "\"id\": \"market-400\"", "$.rules[1].id")]
    [InlineData("\"id\": \"park-area\"", "\"id\": \"meals-walk\"", "$.rules")]
    [InlineData("\"value\": 1000", "\"value\": 1000001", "$.rules[1].value")]
    [InlineData("\"level\": \"compound\"", "\"target_share\": 0.5", "$.rules[1].target_share")]
    [InlineData("\"level\": \"compound\"", "\"measure\": \"network\"", "$.rules[1].measure")]
    [InlineData("\"level\": \"compound\"", "\"denominator\": \"people\"", "$.rules[1].denominator")]
    [InlineData("\"value\": 12.5", "\"value\": 0", "$.services[2].people_per_place.value")]
    [InlineData("{\"code\": \"park\"}", "{\"code\": \"park\", \"limit_metres\": 300, \"limit_minutes\": 5}", "$.services[0]")]
    [InlineData("{\"code\": \"park\"}", "{\"code\": \"Park!\"}", "$.services[0]")]
    [InlineData("{\"code\": \"park\"}", "{\"code\": \"park\", \"osm\": [\"leisure\"]}", "$.services[0].osm[0]")]
    [InlineData("\"effective_to\": \"2029-12-31\"", "\"effective_to\": \"2023-12-31\"", "$.effective_to")]
    [InlineData("\"effective_to\": \"2029-12-31\"", "\"effective_to\": \"31.12.2029\"", "$.effective_to")]
    [InlineData("\"wished_area_m2\": 900", "\"wished_area_m2\": 600", "$.complex.wished_area_m2")]
    [InlineData("\"priority_services\": [\"meals\"]", "\"priority_services\": [\"gold\"]", "$.complex.priority_services[0]")]
    [InlineData("\"least_priority\": 1", "\"least_priority\": 2", "$.complex.least_priority")]
    [InlineData("\"least_functions\": 2", "\"least_functions\": 0", "$.complex.least_functions")]
    [InlineData("\"extends\": \"cn-15min\"", "\"extends\": \"moon\"", "$.extends")]
    [InlineData("\"extends\": \"cn-15min\"", "\"extends\": \"embedded-2024\"", "$.extends")]
    [InlineData("\"level\": \"compound\"", "\"services\": [\"meals\"]", "$.rules[1].services")]
    [InlineData("\"service\": \"park\"", "\"services\": [\"meals\", \"gold\"]", "$.rules[1].services[1]")]
    [InlineData("\"id\": \"city\"", "\"id\": \"my city\"", "$.id")]
    [InlineData("\"issuer\"", "\"isuer\"", "$.isuer")]
    [InlineData("\"document_no\": \"No. 7\"", "\"id\": \"town\"", "$.id")]
    public void WhatCannotBeIsRefusedWithThePlaceAndASentence(string right, string wrong, string place)
    {
        var text = City.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(City, text);
        var e = Assert.Throws<RulePackException>(() => Parse(text));
        Assert.StartsWith(place, e.Place, StringComparison.Ordinal);
        Assert.All(e.Problems, p => Assert.True(p.What.Zh.Length > 0 && p.What.En.Length > 0));
        Assert.All(e.Problems, p => Assert.DoesNotContain("System.", p.What.En, StringComparison.Ordinal));
    }

    [Fact]
    public void AllProblemsOfAPackAreToldAtOnce()
    {
        var text = City.Replace("\"value\": 400", "\"value\": -1", StringComparison.Ordinal).Replace("\"tier\": \"10min\"", "\"tier\": \"x\"", StringComparison.Ordinal)
            .Replace("\"value\": 1000", "\"value\": 1e7", StringComparison.Ordinal).Replace("\"wished_area_m2\": 900", "\"wished_area_m2\": 600", StringComparison.Ordinal);
        var problems = Assert.Throws<RulePackException>(() => Parse(text)).Problems;
        Assert.Equal(["$.rules[0].tier", "$.rules[0].value", "$.rules[1].value", "$.complex.wished_area_m2"], problems.Select(p => p.Place));
    }

    [Fact]
    public void WhatMustBeCannotAskForMoreThanWhatShouldBe()
    {
        var pack = JsonNode.Parse(RulePackFiles.Texts["embedded-2024"])!;
        pack["rules"]![0]!["value"] = 90;
        var e = Assert.Throws<RulePackException>(() => Parse(pack.ToJsonString()));
        Assert.Equal("$.rules[1].value", e.Place);
    }

    [Fact]
    public void AMisspeltWordIsAnsweredWithTheWordsThatThereAre()
    {
        var e = Assert.Throws<RulePackException>(() => Parse(City.Replace("\"criterion\": \"distance\"", "\"criterion\": \"metres\"", StringComparison.Ordinal)));
        Assert.Contains("distance, minutes, count, area, area_per_1000_people, area_per_100_households, places_per_1000_people", e.What.En, StringComparison.Ordinal);
        e = Assert.Throws<RulePackException>(() => Parse(City.Replace("\"service\": \"park\"", "\"service\": \"parks\"", StringComparison.Ordinal)));
        Assert.Contains("park, market, meals", e.What.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\": \"x\",\n \"edition\" 3}", "line 2, byte 12")]
    [InlineData("{\"id\": \"x\",\n", "line 2, byte 1")]
    public void ABrokenTextIsToldByLineAndByte(string text, string place)
    {
        var e = Assert.Throws<RulePackException>(() => Parse(text));
        Assert.Equal("$", e.Place);
        Assert.Contains(place, e.What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("\"x\"")]
    [InlineData("{\"id\": \"\\ud800\"}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"services\": 5, \"rules\": {}, \"profiles\": [1, null], \"population\": [], \"complex\": \"x\", \"crossings\": {\"signals\": 4}}")]
    public void WhatIsNoPackAtAllIsASentenceToo(string text) =>
        Assert.All(Assert.Throws<RulePackException>(() => Parse(text)).Problems, p => Assert.DoesNotContain("System.", p.What.En, StringComparison.Ordinal));

    [Fact]
    public void WhateverHappensToATextItIsTakenOrRefusedWithASentence()
    {
        // Pieces of the text cut out, doubled, or put elsewhere; the seed makes it the same every time.
        var (text, random) = (RulePackFiles.Texts["gb50180-2018"], new Random(7));
        for (var i = 0; i < 400; i++)
        {
            var (at, length, to) = (random.Next(text.Length), random.Next(1, 60), random.Next(text.Length));
            var piece = text.Substring(at, Math.Min(length, text.Length - at));
            var wrong = random.Next(3) switch
            {
                0 => text.Remove(at, piece.Length),
                1 => text.Insert(to, piece),
                _ => text.Replace(piece, random.Next(2) == 0 ? "null" : "-1", StringComparison.Ordinal),
            };
            try
            {
                Parse(wrong);
            }
            catch (RulePackException e)
            {
                Assert.All(e.Problems, p => Assert.True(p.Place.StartsWith('$') && p.What.Zh.Length > 0));
            }
        }
    }
}
