using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Capacity;
using SpatialPlanner.Data.Results.Sensitivity;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Capacity;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Sensitivity;

namespace SpatialPlanner.Tests.Districts;

/// <summary>Capacity and sensitivity of the sample district: the parts add up, and the bands are those of the rules changed by hand.</summary>
public class SampleCapacityTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private readonly Assessment assessment = sample.Assessment;

    [Fact]
    public void ThePartsAddUpOnEveryRowAndTheLevelsToTheDistrict() => AssertAddsUp(assessment);

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.9)]
    public void ThePartsAddUpAlsoWhereCapacitiesAreUnknownOrNone(int seed, double unknownShare)
    {
        var random = new Random(seed);
        var column = WorkspaceLayers.Facilities.Require("capacity");
        LayerRow Drawn(LayerRow row)
        {
            object?[] values = [.. row.Values];
            values[column] = random.NextDouble() < unknownShare ? null : (long)(random.Next(4) * random.Next(60));
            return row with { Values = values };
        }

        var layers = sample.Loaded.Rows.ToDictionary(
            l => l.Key, IReadOnlyCollection<LayerRow> (l) => l.Key == WorkspaceLayers.Facilities ? [.. l.Value.Select(Drawn)] : l.Value);
        var drawn = new Assessment(LoadedSample.Load(new LayerBatch("test", "EPSG:4326", layers, new Dictionary<LayerSchema, int>(), [])));
        AssertAddsUp(drawn);
        AssertInReachIsCovered(drawn);
        Assert.Contains(drawn.Capacity, a => a.Capacity.Knowledge == SplitKnowledge.LowerBound);
    }

    [Fact]
    public void WhoIsInReachIsWhoIsCovered() => AssertInReachIsCovered(assessment);

    [Fact]
    public void ItStopsWhenItIsCancelled()
    {
        var cancelled = new CancellationToken(true);
        Assert.Throws<OperationCanceledException>(
            () => SensitivityAnswer.Find(assessment, SensitivitySettings.Default, 2, cancelled));
        Assert.Throws<OperationCanceledException>(
            () => CapacityAnswer.Find(assessment, AccessibilityMeasures.Default, 2, cancelled));
    }

    [Fact]
    public void WhoIsServedIsServedSomewhereAndOnlyFullFacilitiesTurnAway()
    {
        foreach (var capacity in assessment.Capacity.Select(a => a.Capacity))
        {
            Assert.Equal(capacity.Split.Served.Sum(s => (long)s), capacity.Split.Load.Sum());
            Assert.All(capacity.Split.Load.Zip(capacity.Supply.People), p => Assert.InRange(p.First, 0, p.Second));
        }
    }

    [Fact]
    public void TheNumberOfThreadsChangesNothing()
    {
        var one = CapacityAnswer.Find(assessment, AccessibilityMeasures.Default, 1, default);
        var many = CapacityAnswer.Find(assessment, AccessibilityMeasures.Default, 7, default);
        foreach (var (a, b) in one.Zip(many))
        {
            Assert.Equal(a.Rows.Select(r => r with { PlacesPer1000 = [] }), b.Rows.Select(r => r with { PlacesPer1000 = [] }));
            Assert.Equal(a.Rows.SelectMany(r => r.PlacesPer1000), b.Rows.SelectMany(r => r.PlacesPer1000));
        }

        Assert.Equal(
            SensitivityAnswer.Find(assessment, SensitivitySettings.Default, 1, default),
            SensitivityAnswer.Find(assessment, SensitivitySettings.Default, 7, default));
    }

    [Fact]
    public void TheBaseIsTheGapTableAndFasterOrFartherNeverLeavesMoreOutside()
    {
        var gaps = assessment.Answers.ToDictionary(
            a => a.Service.Code,
            a => a.Gaps.Where(g => g.Group == a.Service.Group && g.Denominator == Denominator.People).ToDictionary(g => g.Area));
        foreach (var row in assessment.Sensitivity)
        {
            var gap = gaps[row.Service][row.Area];
            Assert.Equal((gap.Total, gap.Uncovered), (row.Total, row.BaseOut));
            Assert.True(row.LeastOut <= row.BaseOut && row.BaseOut <= row.MostOut && row.MostOut <= row.Total);
            if (row.Assumption is Assumption.Speed or Assumption.Threshold)
            {
                Assert.True(row.LowOut >= row.BaseOut && row.BaseOut >= row.HighOut);
            }
            else if (row.Assumption is Assumption.SnapLeg)
            {
                Assert.True(row.LowOut <= row.BaseOut && row.BaseOut <= row.HighOut);
            }
            else if (row.Assumption is Assumption.Gates)
            {
                Assert.True(row.HighOut <= row.BaseOut);
            }
        }
    }

    [Fact]
    public void TheSettingsAddUpOverTheLevels()
    {
        foreach (var rows in assessment.Sensitivity.GroupBy(r => (r.Service, r.Assumption)))
        {
            var district = rows.Single(r => r.Level == AreaLevel.District);
            foreach (var level in new[] { AreaLevel.Subdistrict, AreaLevel.Community })
            {
                var of = rows.Where(r => r.Level == level).ToList();
                Assert.Equal(
                    (district.Total, district.BaseOut, district.LowOut ?? 0, district.HighOut ?? 0),
                    (of.Sum(r => r.Total), of.Sum(r => r.BaseOut), of.Sum(r => r.LowOut ?? 0), of.Sum(r => r.HighOut ?? 0)));
            }
        }
    }

    [Fact]
    public void ABandOfSpeedOrLimitIsTheCoverageAskedAnew()
    {
        var loaded = sample.Loaded;
        for (var s = 0; s < loaded.Pack.Services.Count; s += 4)
        {
            var (rule, walker) = (loaded.Pack.Services[s], assessment.Answers[s].Profile);
            var faster = ServiceAnswer.Find(loaded, s, null, walker with { SpeedMmPerS = (int)Math.Round(walker.SpeedMmPerS * 1.1) });
            Assert.Equal(Outside(faster), Row(assessment, rule.Code, Assumption.Speed).HighOut);
            var metres = walker.SpeedMmPerS * 0.06;
            var shorter = ServiceAnswer.Find(
                loaded, s,
                rule.Limit.IsDistance ? WalkLimit.OfMetres(rule.Limit.Metres!.Value - metres) : WalkLimit.OfMinutes(rule.Limit.Minutes!.Value - 1));
            Assert.Equal(Outside(shorter), Row(assessment, rule.Code, Assumption.Threshold).LowOut);
        }
    }

    [Fact]
    public void WithoutKnownGatesTheBandIsThatOfDataThatHasNone()
    {
        var (entrances, compounds) = (sample.Loaded.Rows[WorkspaceLayers.Entrances], sample.Loaded.Rows[WorkspaceLayers.Compounds]);
        var ofCompound = compounds.Select(c => (string)c.Values[0]!).ToHashSet();
        var layers = sample.Loaded.Rows.ToDictionary(
            l => l.Key, IReadOnlyCollection<LayerRow> (l) => l.Key != WorkspaceLayers.Entrances ? l.Value
                : [.. entrances.Where(e => e.Values[WorkspaceLayers.Entrances.Require("of_id")] is not string id || !ofCompound.Contains(id))]);
        var open = new Assessment(LoadedSample.Load(new LayerBatch("test", "EPSG:4326", layers, new Dictionary<LayerSchema, int>(), [])));
        Assert.NotEmpty(sample.Loaded.District.PlaceLinker.Compounds);
        Assert.Empty(open.Loaded.District.PlaceLinker.Compounds);
        foreach (var answer in open.Answers)
        {
            Assert.Equal(Outside(answer), Row(assessment, answer.Service.Code, Assumption.Gates).LowOut);
        }
    }

    private static void AssertAddsUp(Assessment of)
    {
        foreach (var answer in of.Capacity.Where(a => a.Capacity.HasSplit))
        {
            Assert.All(answer.Rows, r =>
            {
                Assert.Equal(r.Total, r.Served + r.NoCapacity + r.OutOfReach);
                Assert.True(r.Served >= r.ServedUnknown && r.NoCapacity >= 0 && r.OutOfReach >= 0);
                Assert.InRange(r.Supply.PlacesUsed, 0, r.Supply.Places);
            });
            var district = answer.Rows.Single(r => r.Level == AreaLevel.District);
            foreach (var level in new[] { AreaLevel.Subdistrict, AreaLevel.Community })
            {
                var rows = answer.Rows.Where(r => r.Level == level).ToList();
                Assert.Equal(
                    (district.Total, district.Served, district.ServedUnknown, district.NoCapacity, district.OutOfReach),
                    (rows.Sum(r => r.Total), rows.Sum(r => r.Served), rows.Sum(r => r.ServedUnknown),
                        rows.Sum(r => r.NoCapacity), rows.Sum(r => r.OutOfReach)));
                Assert.Equal(district.Supply, rows.Aggregate(default(AreaSupply), (sum, r) => sum + r.Supply));
            }

            // What people have together is what the facilities with demand give.
            Assert.All(district.PlacesPer1000.Where(p => p is not null), p => Assert.Equal(
                district.Supply.Places - district.Supply.PlacesWithoutDemand, p!.Value * district.Total / 1000, 1e-4));
        }
    }

    private static void AssertInReachIsCovered(Assessment of)
    {
        foreach (var answer in of.Capacity)
        {
            var uncovered = answer.Answer.Gaps
                .Where(g => g.Group == answer.Answer.Service.Group && g.Denominator == Denominator.People)
                .ToDictionary(g => g.Area, g => (g.Total, g.Uncovered));
            Assert.All(answer.Rows.Where(r => of.Areas.Source[r.Area] != TableAreas.None), r => Assert.Equal(
                uncovered[of.Areas.Source[r.Area]], (r.Total, r.OutOfReach)));
        }
    }

    private static SensitivityRow Row(Assessment of, string service, Assumption assumption) => of.Sensitivity.Single(
        r => r.Level == AreaLevel.District && r.Service == service && r.Assumption == assumption);

    private static long Outside(ServiceAnswer answer) => answer.Gaps.First(
        g => g.Level == AreaLevel.District && g.Group == answer.Service.Group && g.Denominator == Denominator.People).Uncovered;
}
