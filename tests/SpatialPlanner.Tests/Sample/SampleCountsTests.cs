using System.Globalization;
using System.Text;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Sample;
using static SpatialPlanner.Tests.Sample.SampleFixture;

namespace SpatialPlanner.Tests.Sample;

public sealed class SampleCountsTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly string[] PeopleColumns =
        ["population", "age_0_3", "age_3_6", "age_6_12", "age_60_79", "age_80_up"];

    [Fact]
    public void TheDistrictHasTheSizeOfAnInnerCityDistrict()
    {
        Assert.Equal(1, Level("district"));
        Assert.Equal(8, Level("subdistrict"));
        Assert.Equal(105, Level("community"));
        Assert.InRange(sample.Rows(WorkspaceLayers.Compounds).Count, 1400, 1550);
        Assert.InRange(sample.Rows(WorkspaceLayers.Buildings).Count, 15000, 25000);
        Assert.InRange(sample.Rows(WorkspaceLayers.WalkEdges).Count, 15000, 30000);
        Assert.Equal(60, sample.Rows(WorkspaceLayers.IdleSpaces).Count);
        Assert.Equal(15765, sample.Rows(WorkspaceLayers.SurveyResponses).Count);
    }

    [Fact]
    public void PeopleAndTheirAgesAreThoseOfAnOldDistrict()
    {
        var people = Sum("population");
        Assert.Equal(756_800, people);
        Assert.InRange((Sum("age_60_79") + Sum("age_80_up")) / (double)people, 0.185, 0.215);
        Assert.InRange(Sum("age_0_3") / (double)people, 0.022, 0.026);
        Assert.InRange(Sum("age_3_6") / (double)people, 0.028, 0.032);
        Assert.InRange(Sum("age_6_12") / (double)people, 0.066, 0.074);
    }

    [Fact]
    public void EverySumOfABoundaryIsTheSumOfItsBuildings()
    {
        var (b, d) = (WorkspaceLayers.Buildings, WorkspaceLayers.Boundaries);
        foreach (var column in PeopleColumns.Append("households"))
        {
            var inBuildings = column == "households" ? "dwellings" : column;
            var byCommunity = sample.Rows(b).GroupBy(r => Text(b, r, "community_code")!)
                .ToDictionary(g => g.Key, g => g.Sum(r => Whole(b, r, inBuildings)));
            var stated = sample.Rows(d).ToDictionary(r => Text(d, r, "code")!, r => Whole(d, r, column));
            foreach (var (code, sum) in byCommunity)
            {
                Assert.Equal(sum, stated[code]);
            }

            foreach (var parent in sample.Rows(d).Where(r => Text(d, r, "parent_code") is not null)
                .GroupBy(r => Text(d, r, "parent_code")!))
            {
                Assert.Equal(parent.Sum(r => Whole(d, r, column)), stated[parent.Key]);
            }
        }
    }

    [Fact]
    public void NoBuildingHasMorePeopleInAgeGroupsThanPeople()
    {
        var b = WorkspaceLayers.Buildings;
        Assert.All(sample.Rows(b), r => Assert.InRange(
            PeopleColumns.Skip(1).Sum(c => Whole(b, r, c)), 0, Whole(b, r, "population")));
    }

    [Fact]
    public void EveryKeyIsUniqueAndEveryWordIsAllowed()
    {
        foreach (var (layer, rows) in sample.Batch.Layers)
        {
            Assert.Equal(rows.Count, rows.Select(r => r.Values[0]).Distinct().Count());
            for (var i = 0; i < layer.Columns.Count; i++)
            {
                var allowed = layer.Columns[i].Allowed;
                Assert.All(rows, r => Assert.True(
                    allowed is null || r.Values[i] is null || allowed.Contains((string)r.Values[i]!)));
            }
        }

        var d = WorkspaceLayers.Boundaries;
        Assert.Equal(114, sample.Rows(d).Select(r => Text(d, r, "name")).Distinct().Count());
        Assert.Equal(WorkspaceLayers.Imported, WorkspaceLayers.All.Where(sample.Batch.Layers.ContainsKey));
    }

    [Fact]
    public void TheSameRecipeGivesTheSameBytes()
    {
        Assert.Equal(Bytes(sample.Batch), Bytes(SampleFixture.Make()));
    }

    [Fact]
    public void EveryServiceOfThePackHasAFacilityAndEverythingSaysThatItIsSynthetic()
    {
        var f = WorkspaceLayers.Facilities;
        var open = sample.Rows(f).Where(r => Text(f, r, "status") == "open")
            .SelectMany(r => Text(f, r, "services")!.Split(';')).ToHashSet();
        Assert.All(SampleFixture.Pack().Services, s => Assert.Contains(s.Code, open));
        Assert.All(sample.Rows(f), r => Assert.Contains("synthetic", Text(f, r, "source")!, StringComparison.Ordinal));
        Assert.Contains("synthetic", sample.Batch.File, StringComparison.Ordinal);
    }

    [Fact]
    public void CareForTheOldIsRareInTheSouthEast()
    {
        var (b, f) = (WorkspaceLayers.Buildings, WorkspaceLayers.Facilities);
        var care = sample.Rows(f).Where(r => Text(f, r, "status") == "open"
            && Text(f, r, "services")!.Contains("elderly_care", StringComparison.Ordinal)).ToLookup(IsSouthEast);
        var elderly = sample.Rows(b).ToLookup(IsSouthEast, r => Whole(b, r, "age_60_79") + Whole(b, r, "age_80_up"));
        Assert.True(elderly[true].Sum() > 10_000);
        Assert.True(care[true].Count() / (double)elderly[true].Sum() < 0.5 * care[false].Count() / elderly[false].Sum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    public void AnotherSeedMakesAnotherDistrictOfTheSameSize(ulong seed)
    {
        var other = SampleDistrict.Make(
            SampleRecipe.Default with { Seed = seed }, SampleFixture.Pack(), null, CancellationToken.None);
        Assert.InRange(other.Layers[WorkspaceLayers.Compounds].Count, 1400, 1550);
        Assert.InRange(other.Layers[WorkspaceLayers.Buildings].Count, 15000, 25000);
        Assert.Equal(60, other.Layers[WorkspaceLayers.IdleSpaces].Count);
        Assert.NotEqual(
            sample.Rows(WorkspaceLayers.Boundaries)[0].Geometry, other.Layers[WorkspaceLayers.Boundaries].First().Geometry);
    }

    [Fact]
    public void ACancelledSampleStops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => SampleDistrict.Make(SampleRecipe.Default, SampleFixture.Pack(), null, cancel.Token));
    }

    private static string Bytes(LayerBatch batch)
    {
        var text = new StringBuilder();
        foreach (var row in WorkspaceLayers.All.Where(batch.Layers.ContainsKey).SelectMany(l => batch.Layers[l]))
        {
            text.Append(row.Geometry?.AsText());
            foreach (var value in row.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $"|{value}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static bool IsSouthEast(LayerRow row) =>
        row.Geometry!.Centroid is { X: > 108.955, Y: < 34.245 };

    private int Level(string level) =>
        sample.Rows(WorkspaceLayers.Boundaries).Count(r => Text(WorkspaceLayers.Boundaries, r, "level") == level);

    private long Sum(string column) =>
        sample.Rows(WorkspaceLayers.Buildings).Sum(r => Whole(WorkspaceLayers.Buildings, r, column));
}
