using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Districts;

/// <summary>
/// The survey of the one street: community W has 9 or 10 of its houses, E the others, each of 10 people of whom one is old; the
/// house far off is in no community.
/// </summary>
public class DemandTests
{
    private static readonly LayerRow[] Survey =
    [
        Answer("q1", "W", "meals", "age_60_79", 1), Answer("q2", "W", "meals", "age_60_79", 0), Answer("q3", "W", "meals", "all", 1),
        Answer("q4", "E", "meals", "all", 0), Answer("q5", "E", "meals", "all", 1, "individual"),
        Answer("bad1", "X", "meals", "all", 1), Answer("bad2", null, "meals", "all", 1), Answer("bad3", "W", "opera", "all", 1),
        Answer("bad4", "W", "meals", "200", 1), Answer("bad5", "W", "meals", "nobody", 1), Answer("bad6", "W", "meals", "all", 9),
        Answer("q6", "W", "health", "all", 1, respondent: "p1"), Answer("q7", "W", "health", "all", 0, respondent: "p1"),
    ];

    private static readonly LayerRow[] Resources =
    [
        Resource("r1", "W", 0, "meals", 20, "街道办"), Resource("r2", "E", 2000, "meals;health", 500, null),
        Resource("r3", null, 1000, "meals", 30, "民政局", "volunteers"), Resource("r4", "W", 0, "meals", null, "街道办"),
    ];

    private readonly Assessment assessment = new(Load(Survey, Resources));

    [Fact]
    public void EveryAnswerCountsOrIsInTheTableOfThoseLeftOut()
    {
        var left = Rows(SurveyLeftOutLayer.Layer);
        Assert.Equal(
            ["bad1 unknown_community", "bad2 no_community", "bad3 unknown_service", "bad4 age_out_of_range", "bad5 unknown_age", "bad6 want_not_0_or_1", "q7 duplicate"],
            left.Select(r => $"{r["id"]} {r["reason"]}"));
        Assert.Equal(Survey.Length, left.Count + assessment.Demand.Estimate.Intake.Counted.Count);
    }

    [Fact]
    public void TheHealthReportTellsEachReasonWithItsIds()
    {
        var findings = HealthReport.Make(assessment.Loaded).Where(f => f.Layer is "survey_responses" or "resources").ToDictionary(f => f.Code);
        Assert.Equal(["bad1"], findings["survey_unknown_community"].Ids);
        Assert.Equal(["q7"], findings["survey_duplicate"].Ids);
        Assert.Equal(["r2"], findings["resource_without_body"].Ids);
        Assert.Equal(["r4"], findings["resource_without_capacity"].Ids);
        Assert.All(findings.Values, f => Assert.True(f.Text.Zh.Length > 0 && f.Text.En.Length > 0));
    }

    [Fact]
    public void DemandStandsBesideSupplyAndOnlyCommonNeedsEnterSiting()
    {
        // Of the old of W one of two, of the others one of one want meals: with n houses n / 2 and 9 n.
        var rows = Rows(DemandListLayer.Layer);
        var people = (long)Row("community/W/meals/common")["people"]!;
        var old = people / 10;
        Assert.Equal((people - old) + ((old + 1) / 2), (long)Row("community/W/meals/common")["demand_people"]!);
        Assert.Equal((true, 3L, 1L), (Row("community/W/meals/common")["enters_siting"], Row("community/W/meals/common")["answers"], Row("community/W/meals/common")["open_facilities"]));
        Assert.Equal((false, 0L), (Row("community/W/meals/individual")["enters_siting"], Row("community/W/meals/individual")["demand_people"]));

        // E: one of two wants meals, as an individual need; the closed canteen is no supply.
        Assert.Equal((false, 0L), (Row("community/E/meals/individual")["enters_siting"], Row("community/E/meals/individual")["open_facilities"]));
        Assert.True((long)Row("community/E/meals/individual")["demand_people"]! > 40);

        // The house outside borrows from the communities that, like it, are in no subdistrict.
        Assert.Equal(("subdistrict", 10L), (Row("community//meals/common")["basis"], Row("community//meals/common")["borrowed_people"]));
        Assert.Contains("borrowed", (string)Row("community//meals/common")["warnings"]!, StringComparison.Ordinal);

        foreach (var kind in rows.Where(r => (string)r["level"]! != "subdistrict").GroupBy(r => (r["service"], r["need_kind"])))
        {
            long Sum(string level) => kind.Where(r => (string)r["level"]! == level).Sum(r => (long?)r["demand_people"] ?? 0);
            Assert.Equal(Sum("district"), Sum("community"));
        }

        IReadOnlyDictionary<string, object?> Row(string id) => rows.Single(r => (string)r["id"]! == id);
    }

    [Fact]
    public void NeedsAreMatchedWithResourcesThatHaveABodyAndTheRestIsToldWhy()
    {
        var rows = Rows(NeedMatchesLayer.Layer);
        var west = rows.Where(r => (string)r["id"]! is { } id && id.StartsWith("W/meals/common/", StringComparison.Ordinal)).ToList();
        Assert.Equal([("r1", 20L, "街道办", "same_community"), (null, (long)west[0]["need_people"]! - 20, null, null)],
            west.Select(r => ((string?)r["resource"], (long)r["people"]!, (string?)r["body"], (string?)r["reach"])));
        Assert.Equal("full", west[1]["reason"]);

        // The volunteers in the middle of the street are within ten minutes of part of E: individual needs go to them.
        var east = rows.Single(r => (string)r["id"]! == "E/meals/individual/r3");
        Assert.Equal((30L, "walk", "volunteers"), ((long)east["people"]!, east["reach"], east["resource_kind"]));

        // The only one who gives health names no body.
        Assert.All(rows.Where(r => (string)r["service"]! == "health"), r => Assert.Contains(r["reason"], new object?[] { "no_responsible_body", "out_of_reach" }));
        foreach (var need in rows.GroupBy(r => (r["code"], r["service"], r["need_kind"])))
        {
            Assert.Equal((long)need.First()["need_people"]!, need.Sum(r => (long)r["people"]!));
        }

        var list = Rows(ResourceListLayer.Layer);
        Assert.Equal(["full", "no_responsible_body", "full", "no_capacity"], list.Select(r => (string)r["state"]!));
        Assert.Equal([0L, 500L, 0L, null], list.Select(r => r["places_left"]));
    }

    [Fact]
    public void WithoutASurveyThereIsNoDemandAndPilotsAreRankedByTheRest()
    {
        var without = new Assessment(Load([], []));
        foreach (var layer in new[] { DemandListLayer.Layer, DemandByAgeLayer.Layer, SurveySampleLayer.Layer, SurveyLeftOutLayer.Layer, NeedMatchesLayer.Layer, ResourceListLayer.Layer })
        {
            Assert.Empty(layer.Make(without).Rows);
        }

        var pilots = PilotsLayer.Layer.Make(without);
        Assert.Equal(2, pilots.Rows.Count);
        Assert.Contains("demand_per_1000", (string)pilots.Rows[0].Values[^1]!, StringComparison.Ordinal);
        Assert.Contains(PilotRun.Warnings(without), w => w.En.Contains("survey", StringComparison.Ordinal));
    }

    [Fact]
    public void ACommunityWithoutPeopleIsNoPilotAndHasNoNaN()
    {
        var empty = Rows0(Boundaries, new NetTopologySuite.Geometries.Point(0, 0).Buffer(0.001), ("code", "N"), ("name", "空"), ("level", "community"));
        var alone = new Assessment(Load([.. Survey, Answer("q9", "N", "meals", "all", 1)], Resources, empty));
        Assert.DoesNotContain(PilotsLayer.Layer.Make(alone).Rows, r => (string)r.Values[0]! == "N");
        Assert.Contains(alone.Demand.Estimate.Intake.LeftOut, l => l.Response.Id == "q9");
        AssertFinite(alone);
    }

    [Fact]
    public void NoTableHasANumberThatIsNone() => AssertFinite(assessment);

    internal static void AssertFinite(Assessment of)
    {
        foreach (var layer in ResultLayers.All.Where(l => l.Name is "demand_list" or "demand_by_age" or "survey_sample" or "survey_left_out" or "resource_list" or "need_matches" or "pilots" or "pilot_sensitivity"))
        {
            var made = layer.Make(of);
            Assert.All(made.Rows, r =>
            {
                Assert.Equal(made.Columns.Count, r.Values.Length);
                Assert.All(r.Values, v => Assert.True(v is not double d || double.IsFinite(d)));
            });
            Assert.Equal(made.Rows.Count, made.Rows.Select(r => r.Values[0]).Distinct().Count());
        }
    }

    internal static List<Dictionary<string, object?>> RowsOf(PublishedLayer layer) =>
        [.. layer.Rows.Select(r => layer.Columns.Select((c, i) => (c.Name, r.Values[i])).ToDictionary(v => v.Name, v => v.Item2))];

    private List<Dictionary<string, object?>> Rows(ResultLayer layer) => RowsOf(layer.Make(assessment));

    private static LoadedDistrict Load(LayerRow[] survey, LayerRow[] resources, LayerRow? community = null)
    {
        var layers = OneStreet.Layers().ToDictionary(l => l.Layer, IReadOnlyCollection<LayerRow> (l) => [.. l.Rows]);
        layers[SurveyResponses] = survey;
        layers[WorkspaceLayers.Resources] = resources;
        if (community is not null)
        {
            layers[Boundaries] = [.. layers[Boundaries], community];
        }

        return LoadedSample.Load(new LayerBatch("test", "EPSG:4326", layers, new Dictionary<LayerSchema, int>(), []));
    }

    private static LayerRow Answer(
        string id, string? community, string service, string age, long want, string kind = "common", string? respondent = null) => Rows0(
        SurveyResponses, null, ("id", id), ("community_code", community), ("service", service), ("age_group", age), ("want", want),
        ("need_kind", kind), ("channel", "online"), ("respondent", respondent));

    private static LayerRow Resource(
        string id, string? community, double east, string services, long? capacity, string? body, string kind = "room")
    {
        var (lon, lat) = OneStreet.At(east, -10);
        return Rows0(
            WorkspaceLayers.Resources, new NetTopologySuite.Geometries.Point(lon, lat), ("id", id), ("name", id), ("kind", kind),
            ("community_code", community), ("services", services), ("capacity", capacity), ("body", body));
    }

    private static LayerRow Rows0(LayerSchema layer, NetTopologySuite.Geometries.Geometry? geometry, params (string, object?)[] values) =>
        Support.Rows.Of(layer, geometry, values);
}
