using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Population;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Import;

/// <summary>People of areas on their way to buildings.</summary>
public sealed class PopulationSpreadTests
{
    private static readonly int Population = Buildings.Require("population");
    private static readonly int Source = Buildings.Require("population_source");
    private static readonly int[] Ages = [.. DemandGroups.AgeColumns.Select(Buildings.Require)];

    [Fact]
    public void PeopleGoByDwellingsAndTheSumIsKept()
    {
        var result = Spread([House("a", 0.1, dwellings: 10), House("b", 0.2, dwellings: 20), House("c", 0.3, dwellings: 1)], Zone(100));
        Assert.Equal([32L, 65L, 3L], result.Changed.Select(r => r.Values[Population]));
        Assert.All(result.Changed, r => Assert.Equal("estimated", r.Values[Source]));
        Assert.Equal(100, result.PeopleSpread);
    }

    [Fact]
    public void WithoutDwellingsFloorAreaTells()
    {
        var result = Spread(
            [House("a", 0.1, area: 1000), House("b", 0.2, area: 3000), House("c", 0.3, area: 9000, use: "other")], Zone(8));
        Assert.Equal([2L, 6L, 0L], result.Changed.Select(r => r.Values[Population]));
    }

    [Fact]
    public void AgeGroupsAddUpToTheAreaAndToEachBuilding()
    {
        long?[] ages = [3, 4, 5, 21, 7];
        var result = Spread([.. Enumerable.Range(1, 9).Select(i => House($"{i}", i * 0.1, dwellings: i))], Zone(101, ages));
        for (var g = 0; g < ages.Length; g++)
        {
            Assert.Equal(ages[g], result.Changed.Sum(r => (long)r.Values[Ages[g]]!));
        }

        Assert.All(result.Changed, r => Assert.True(Ages.Sum(c => (long)r.Values[c]!) <= (long)r.Values[Population]!));
    }

    [Fact]
    public void GivenNumbersStayAndTheOthersShareTheRest()
    {
        var given = House("a", 0.1, dwellings: 10, people: 40, source: "given");
        var estimated = House("b", 0.2, dwellings: 5, people: 999, source: "estimated");
        var result = Spread([given, estimated, House("c", 0.3, dwellings: 5)], Zone(100));
        Assert.Equal(["b", "c"], result.Changed.Select(r => r.Values[0]));
        Assert.Equal([30L, 30L], result.Changed.Select(r => r.Values[Population]));
        Assert.Equal(40, result.PeopleGiven);
        Assert.Equal(999L, estimated.Values[Population]);
    }

    [Theory]
    [InlineData(30, "already have")]
    [InlineData(50, "no building")]
    public void WhatCannotBeSpreadIsTold(long people, string complaint)
    {
        var result = Spread([House("a", 0.1, dwellings: 10, people: 40, source: "given")], Zone(people));
        Assert.Empty(result.Changed);
        var problem = Assert.Single(result.Problems);
        Assert.Equal("zone", problem.Place);
        Assert.Contains(complaint, problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AgesThatDoNotFitAreToldAndEstimated()
    {
        var result = Spread([House("a", 0.1, dwellings: 1)], Zone(10, [20, 0, 0, 0, 0]));
        Assert.Single(result.Problems);
        Assert.True(Ages.Sum(c => (long)result.Changed[0].Values[c]!) <= 10);
    }

    [Fact]
    public void ABuildingBelongsToTheZoneOfItsCodeElseToWhereItStands()
    {
        var coded = House("a", 5.5, dwellings: 1);
        coded.Values[Buildings.Require("community_code")] = "zone";
        var result = Spread([coded, House("b", 0.5, dwellings: 1), House("c", 7, dwellings: 1)], Zone(10));
        Assert.Equal(["a", "b"], result.Changed.Select(r => r.Values[0]));
    }

    private static SpreadResult Spread(IReadOnlyList<LayerRow> buildings, PopulationZone zone) =>
        PopulationSpread.Of(buildings, [zone], "test", SpreadBy.Auto, Pack.Default.Population);

    private static PopulationZone Zone(long people, long?[]? ages = null) => new(
        "zone", new Polygon(new LinearRing([new(0, 0), new(1, 0), new(1, 1), new(0, 1), new(0, 0)])), people,
        ages ?? [0, 0, 0, 0, 0]);

    private static LayerRow House(
        string id, double x, long? dwellings = null, double? area = null, string use = "residential", long? people = null,
        string? source = null)
    {
        var values = new object?[Buildings.Columns.Count];
        values[0] = id;
        values[Buildings.Require("use")] = use;
        values[Buildings.Require("dwellings")] = dwellings;
        values[Buildings.Require("floor_area_m2")] = area;
        values[Population] = people;
        values[Source] = source;
        return new LayerRow(new Point(x, 0.5), values);
    }
}
