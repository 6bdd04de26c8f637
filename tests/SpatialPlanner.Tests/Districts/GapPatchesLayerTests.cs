using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

public class GapPatchesLayerTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static Assessment Of(IEnumerable<(LayerSchema Layer, IEnumerable<LayerRow> Rows)> layers) => new(LoadedSample.Load(new LayerBatch(
        "made", "EPSG:4326", layers.ToDictionary(l => l.Layer, l => (IReadOnlyCollection<LayerRow>)[.. l.Rows]),
        new Dictionary<LayerSchema, int>(), [])));

    // Houses every 100 m are no patch. Beyond 600 m from the canteen live B06 to B09 in W, B10 to B20 in E, and B21, outside
    // every community, reaches nothing. Each has 10 people, of whom one is old.
    [Fact]
    public void HousesFarApartAreTheRemaindersOfTheirCommunities()
    {
        var layer = GapPatchesLayer.Layer.Make(Of(OneStreet.Layers()));
        (object?, object?, object?, object?) Told(string id)
        {
            var row = EquityLayerTests.Row(layer, id);
            return (row["people"], row["all_people"], row["pieces"], row["worst_m"] is double worst ? Math.Round(worst) : null);
        }

        Assert.Equal((4L, 40L, 4L, 920.0), Told("meals/rest/W"));
        Assert.Equal((11L, 110L, 11L, 2020.0), Told("meals/rest/E"));
        Assert.Equal((1L, 10L, 1L, null), Told("meals/rest/"));
        Assert.Equal("社区W · 零散住宅", EquityLayerTests.Row(layer, "meals/rest/W")["name"]);
        Assert.Equal("Community W · scattered homes", EquityLayerTests.Row(layer, "meals/rest/W")["name_en"]);
    }

    // The same street with 60 people in each house, and a name: each house beyond 600 m is a patch of its own.
    [Fact]
    public void APatchIsNamedByItsStreetAndNumberedWhereTheNameIsTaken()
    {
        var layers = OneStreet.Layers().Select(l => (l.Layer, Rows: l.Rows.Select(r =>
        {
            var values = (object?[])r.Values.Clone();
            if (l.Layer == WorkspaceLayers.Buildings)
            {
                values[l.Layer.Require("population")] = 60L;
            }
            else if (l.Layer == WorkspaceLayers.WalkEdges)
            {
                values[l.Layer.Require("name")] = "东柳路";
            }

            return r with { Values = values };
        })));
        var layer = GapPatchesLayer.Layer.Make(Of(layers));
        var first = EquityLayerTests.Row(layer, "meals/1");
        Assert.Equal(("社区W · 东柳路一带 1", "Community W · around 东柳路 1"), (first["name"], first["name_en"]));
        Assert.Equal("社区E · 东柳路一带 11", EquityLayerTests.Row(layer, "meals/15")["name"]);
        Assert.Equal("社区以外 · 盲区", EquityLayerTests.Row(layer, "meals/16")["name"]);
        Assert.Equal(("age_60_up", 1L, 60L, 1L, 620.0), (first["group"], first["people"], first["all_people"], first["buildings"], Math.Round((double)first["worst_m"]!)));

        // B06 walks 400 m and 20 m to the pharmacy; of the other services there is none.
        Assert.Equal(
            string.Join(';', Pack.Default.Services.Where(s => s.Group is "all" or "age_60_up" && s.Code != "pharmacy").Select(s => s.Code)),
            first["services_missing"]);
        Assert.InRange((double)first["area_m2"]!, 60, 350);
    }

    [Fact]
    public void OfTheSamplePatchesAddUpToTheGapsOfEveryCommunityAndService()
    {
        var (loaded, assessment) = (sample.Loaded, sample.Assessment);
        foreach (var (answer, patches) in assessment.Answers.Zip(assessment.GapPatches))
        {
            var byCommunity = patches.ToLookup(p => p.Community);
            foreach (var gap in answer.Gaps.Where(g => g.Level == AreaLevel.Community && g.Denominator == Denominator.People))
            {
                Assert.True(gap.Group != answer.Service.Group || gap.Uncovered == byCommunity[gap.Area].Sum(p => p.People));
                Assert.True(gap.Group != "all" || gap.Uncovered == byCommunity[gap.Area].Sum(p => p.AllPeople));
            }

            Assert.All(patches, p => Assert.Contains(answer.Service.Code, p.People > 0 ? p.Missing : [answer.Service.Code]));
        }

        var layer = GapPatchesLayer.Layer.Make(assessment);
        Assert.Equal(layer.Rows.Count, layer.Rows.Select(r => r.Values[0]).Distinct().Count());
        Assert.Contains(layer.Rows, r => r.Geometry is not null);
        foreach (var (row, patch) in layer.Rows.Zip(assessment.GapPatches.SelectMany(p => p)))
        {
            Assert.Equal(patch.Rank is not null, row.Geometry is { IsEmpty: false });
            Assert.True(row.Geometry is null || row.Geometry.IsValid);
            Assert.True(patch.Outline is null || patch.Buildings.All(b => patch.Outline.EnvelopeInternal.Contains(
                loaded.District.Buildings.X[b], loaded.District.Buildings.Y[b])));
        }
    }

    [Fact]
    public void AskedTwiceTheAnswerIsTheSame() => Assert.Equal(
        GapPatchesLayer.Layer.Make(sample.Assessment).Rows.Select(r => (r.Geometry?.ToString(), string.Join('|', r.Values))),
        GapPatchesLayer.Layer.Make(new Assessment(sample.Loaded)).Rows.Select(r => (r.Geometry?.ToString(), string.Join('|', r.Values))));
}
