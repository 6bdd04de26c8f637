using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Equity;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

public class EquityLayerTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    // Places are rounded to 1e-7 degrees, a centimetre: a walk may be a few centimetres off.
    private const double FewCentimetres = 0.002;
    private static readonly Lazy<Assessment> Street = new(() => new Assessment(LoadedSample.Load(new LayerBatch(
        "street", "EPSG:4326",
        OneStreet.Layers().ToDictionary(l => l.Layer, l => (IReadOnlyCollection<LayerRow>)[.. l.Rows]),
        new Dictionary<LayerSchema, int>(), []))));

    /// <summary>A row of a layer by its id, as values by column.</summary>
    internal static Dictionary<string, object?> Row(PublishedLayer layer, string id)
    {
        var row = layer.Rows.Single(r => (string)r.Values[0]! == id);
        return layer.Columns.Select((c, i) => (c.Name, row.Values[i])).ToDictionary(x => x.Name, x => x.Item2);
    }

    // The canteen at the west end, house i 100 i + 20 m from it at 1 m/s: 20 s to 2,020 s, and B21 reaches nothing. The cap is
    // 2,020 s, 33.667 minutes (three limits are 30). Mean: (21 · 20 + 100 · 210 + 2,020) / 22 = 1,065.45 s = 17.758 min. A tenth
    // of 220 people is 22: B21 and B20 at the cap and 2 of B19 at 32 min: 33.515. Over 10 minutes are B06 to B20 and B21.
    [Fact]
    public void TheRowOfAStreetCanBeWorkedOutByHand()
    {
        var row = Row(EquityLayer.Layer.Make(Street.Value), "district/all/meals/all");
        Assert.Equal((220L, 10L), (row["people"], row["unreached_people"]));
        Assert.Equal(33.667, (double)row["cap_min"]!, FewCentimetres);
        Assert.Equal(17.758, (double)row["mean_min"]!, FewCentimetres);
        Assert.Equal(33.515, (double)row["worst_decile_min"]!, FewCentimetres);
        Assert.Equal(Math.Round(160.0 / 220, 6), row["fgt0"]);

        // None of the street's houses tells more old people than another, so that communities rank alike.
        Assert.Equal((null, "no_ranking"), (row["concentration_index"], row["reason"]));
        Assert.Equal((double)row["theil"]!, (double)row["theil_between"]! + (double)row["theil_within"]!, 6);
    }

    [Fact]
    public void AGroupWithoutPeopleHasReasonsAndNoFigures()
    {
        var row = Row(EquityLayer.Layer.Make(Street.Value), "district/all/meals/age_0_3");
        Assert.Equal((0L, "no_people", null, null), (row["people"], row["reason"], row["gini"], row["fgt0"]));
        var curve = Row(LorenzLayer.Layer.Make(Street.Value), "meals/age_0_3/20");
        Assert.Equal((1.0, null, "no_people"), (curve["cum_people_share"], curve["cum_walk_share"], curve["reason"]));
    }

    [Fact]
    public void AServiceThatNobodyReachesHasOnlyItsShareOverTheLimit()
    {
        var row = Row(EquityLayer.Layer.Make(Street.Value), "district/all/kindergarten/all");
        Assert.Equal((220L, "nobody_reached", null, 1.0), (row["unreached_people"], row["reason"], row["gini"], row["fgt0"]));
    }

    [Fact]
    public void OfTheSampleTheSharesOverTheLimitAreThoseOfTheGapTableAndNothingIsNoNumber()
    {
        var assessment = sample.Assessment;
        var gaps = assessment.Answers.SelectMany(a => a.Gaps).Where(g => g.Denominator == Denominator.People)
            .ToDictionary(g => (g.Service, g.Area, g.Group));
        var areas = 1 + sample.Loaded.Areas.Count(a => a.Level == AreaLevel.Subdistrict);
        Assert.Equal(assessment.Answers.Count * 7 * areas, assessment.Equity.Count);
        Assert.All(assessment.Equity, e =>
        {
            var gap = gaps[(e.Service, e.Area, e.Group)];
            Assert.Equal(gap.Total, e.Measures.People);
            Assert.Equal(gap.Total == 0 ? null : (double)gap.Uncovered / gap.Total, e.Measures.Fgt0);
        });
        foreach (var layer in new[] { EquityLayer.Layer, LorenzLayer.Layer }.Select(l => l.Make(assessment)))
        {
            Assert.Equal(layer.Rows.Count, layer.Rows.Select(r => r.Values[0]).Distinct().Count());
            Assert.All(layer.Rows.SelectMany(r => r.Values).OfType<double>(), v => Assert.True(double.IsFinite(v)));
        }
    }

    [Fact]
    public void AskedTwiceTheAnswerIsTheSame() => Assert.Equal(
        EquityLayer.Layer.Make(sample.Assessment).Rows.Select(r => r.Values),
        EquityLayer.Layer.Make(new Assessment(sample.Loaded)).Rows.Select(r => r.Values));

    [Fact]
    public void TheCurveEndsWithAllPeopleAndAllMinutes()
    {
        var lorenz = LorenzLayer.Layer.Make(Street.Value);
        var curve = Enumerable.Range(1, LorenzCurve.Points).Select(p => Row(lorenz, $"meals/all/{p:d2}")).ToList();
        Assert.Equal((1.0, 1.0), (curve[^1]["cum_people_share"], curve[^1]["cum_walk_share"]));
        Assert.Equal(curve.Select(p => (double)p["cum_walk_share"]!).Order(), curve.Select(p => (double)p["cum_walk_share"]!));
    }
}
