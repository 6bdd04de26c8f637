using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Capacity;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Capacity;
using SpatialPlanner.Planning.Rules;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.LongStreet;

namespace SpatialPlanner.Tests.Districts;

/// <summary>
/// Capacity of a street worked out by hand: a canteen F at 0 m, which is also a hall, with 5 places, and a canteen G at
/// 400 m with 2; two people a place; a limit of 300 m. Homes a (5 people, 50 m), b (3, 150 m), c (4, 350 m), d (7, 800 m).
/// Community 1 ends at 200 m, community 2 has the rest.
/// </summary>
public class CapacityTests
{
    private static readonly RulePack OnlyMeals = Meals(WalkLimit.OfMetres(300), 2);

    private static readonly RulePack Rules = OnlyMeals with
    {
        Services = [.. OnlyMeals.Services, OnlyMeals.Services[0] with { Code = "culture" }],
    };

    [Fact]
    public void TheTableIsWhatThePencilSays()
    {
        // Of F's 5 places meals has 3 (the odd one goes to the first service of the pack), for 6 people; G's 2 are for 4.
        // a-F 50 m: 5 served. c-G 50 m: 4, G full. b-F 150 m: 1, F full. b-G 250 m: 2 have no place. d is out of reach.
        var assessment = new Assessment(Town(5, 2));
        var rows = assessment.Capacity[0].Rows;
        Assert.Equal(["all", "1", "2"], OfLevels(rows).Select(r => assessment.Areas.All[r.Area].Area.Code));
        Assert.All(rows, r => Assert.Equal(SplitKnowledge.Complete, r.Knowledge));
        Assert.Equal(
            [(19, 10, 2, 7), (8, 6, 2, 0), (11, 4, 0, 7)],
            OfLevels(rows).Select(r => (r.Total, r.Served!.Value, r.NoCapacity!.Value, r.OutOfReach)));
        Assert.Equal(
            [new AreaSupply(2, 0, 5, 5, 0), new AreaSupply(1, 0, 3, 3, 0), new AreaSupply(1, 0, 2, 2, 0)],
            OfLevels(rows).Select(r => r.Supply));

        // 2SFCA: F 3 / (5 + 3) = 0.375, G 2 / (3 + 4). a 0.375, b 0.375 + 2/7, c 2/7: 5 places for 19, 27/7 for the 8 of community 1, 8/7 for the 11 of community 2.
        double[] two = [5_000.0 / 19, 27_000.0 / 7 / 8, 8_000.0 / 7 / 11];

        // E2SFCA: weights a-F 1, b-F 0.68, b-G 0.22, c-G 1. F 3 / 7.04, G 2 / 4.66.
        var (f, g) = (3 / 7.04, 2 / 4.66);
        var west = (5 * f) + (3 * ((0.68 * f) + (0.22 * g)));
        double[] enhanced = [5_000.0 / 19, 1000 * west / 8, 4000 * g / 11];
        Assert.All(OfLevels(rows).Zip(two), p => Assert.Equal(p.Second, p.First.PlacesPer1000[0]!.Value, 1e-9));
        Assert.All(OfLevels(rows).Zip(enhanced), p => Assert.Equal(p.Second, p.First.PlacesPer1000[1]!.Value, 1e-9));
    }

    // One weight for the whole limit is no decay: then E2SFCA is 2SFCA, and of the 5 places for 19 people none is lost.
    [Fact]
    public void TheWeightsOfTheStepsAreThePacks()
    {
        var agreed = new CatchmentRule([1], new("议定", "agreed"), Verification.Unverified);
        var even = new Assessment(Town(5, 2, catchment: agreed)).Capacity[0].Rows;
        Assert.All(even, r => Assert.Equal(r.PlacesPer1000[0]!.Value, r.PlacesPer1000[1]!.Value, 1e-12));
        Assert.All(
            OfLevels(even).Zip(OfLevels(new Assessment(Town(5, 2)).Capacity[0].Rows)).Skip(1),
            p => Assert.True(Math.Abs(p.First.PlacesPer1000[1]!.Value - p.Second.PlacesPer1000[1]!.Value) > 1));
    }

    [Fact]
    public void AnUnknownCapacityCountsAsUnlimitedAndIsTold()
    {
        // b's two go to G as well; the 6 who are served there are told apart. 2SFCA: F's 3 places alone.
        var district = Of(Town(5, null)).Rows[0];
        Assert.Equal(SplitKnowledge.LowerBound, district.Knowledge);
        Assert.Equal((12L, 6L, 0L, 7L), (district.Served!.Value, district.ServedUnknown!.Value, district.NoCapacity!.Value, district.OutOfReach));
        Assert.Equal(new AreaSupply(2, 1, 3, 3, 0), district.Supply);
        Assert.Equal(3_000.0 / 19, district.PlacesPer1000[0]!.Value, 1e-9);
    }

    [Fact]
    public void WithoutAnyCapacityOnlyWhoIsOutOfReachIsKnown()
    {
        var district = Of(Town(null, null)).Rows[0];
        Assert.Equal(SplitKnowledge.Unknown, district.Knowledge);
        Assert.Equal((19L, 7L), (district.Total, district.OutOfReach));
        Assert.Equal((null, null, null), (district.Served, district.ServedUnknown, district.NoCapacity));
        Assert.All(district.PlacesPer1000, p => Assert.Null(p));
    }

    [Fact]
    public void WithoutAnOpenFacilityAllAreOutOfReach()
    {
        var district = Of(Town(5, 2, "closed")).Rows[0];
        Assert.Equal(SplitKnowledge.NoFacility, district.Knowledge);
        Assert.Equal((0L, 0L, 19L), (district.Served!.Value, district.NoCapacity!.Value, district.OutOfReach));
        Assert.Equal(default, district.Supply);
    }

    [Fact]
    public void PlacesThatNobodyReachesAreCountedApart()
    {
        // A third canteen stands at the west end: 600 m from F and 650 m from the nearest home.
        var district = Of(Town(5, 2, more: Facility("H", -600, 40))).Rows[0];
        Assert.Equal(new AreaSupply(3, 0, 45, 5, 40), district.Supply);
        Assert.Equal(5_000.0 / 19, district.PlacesPer1000[0]!.Value, 1e-9);
    }

    [Fact]
    public void ACommunityWithoutPeopleHasNoMeanAndAFacilityOutsideHasARowOfItsOwn()
    {
        var loaded = Load(
            Rules, (WalkEdges, Street), (Buildings, [Home("a", 50, 0, 5), Home("d", 800, 0, 0)]),
            (Facilities, [Facility("F", 0, 4), Facility("G", -400, 2)]), (Boundaries, [Community("1", -50, 200), Community("2", 700, 900)]));
        var rows = OfLevels(Of(loaded).Rows).ToList();
        Assert.Equal([1000 * 4 / 5.0, 1000 * 4 / 5.0, null, null], rows.Select(r => r.PlacesPer1000[0]));
        Assert.Equal([2, 1, 0, 1], rows.Select(r => r.Supply.Facilities));
        Assert.Equal((0L, 0L, 0L), (rows[2].Total, rows[2].Served!.Value, rows[2].NoCapacity!.Value));
    }

    [Fact]
    public void TheLoadOfAFacilityIsWhomItServes()
    {
        var (columns, rows) = FacilityLoadLayer.Layer.Contents(new Assessment(Town(5, null)));
        object?[] Row(string id) => rows.Single(r => (string)r.Values[0]! == id).Values;
        Assert.Equal(
            ["F/meals", "F", null, "meals", "all", 2L, 5L, 3L, 2.0, 6L, 6L, 1.0, 3L, 0L, false], Row("F/meals"));
        Assert.Equal(
            ["G/meals", "G", null, "meals", "all", 1L, null, null, 2.0, null, 6L, null, null, null, null], Row("G/meals"));
        Assert.Equal(columns.Count, Row("F/culture").Length);
    }

    [Fact]
    public void EveryBuildingShowsItsPartsAndItsPlaces()
    {
        var (columns, rows) = AccessibilityLayer.Layer.Contents(new Assessment(Town(5, 2)));
        var first = columns.Select((c, i) => (c.Name, i)).Single(c => c.Name == "meals_people").i;
        object?[] Meals(int home) => rows[home].Values[first..(first + 5)];
        Assert.Equal([5L, 5L, 0L, 0L, 375.0], Meals(0));
        Assert.Equal([3L, 1L, 2L, 0L, 660.714], Meals(1));
        Assert.Equal([7L, 0L, 0L, 7L, 0.0], Meals(3));
    }

    [Fact]
    public void PlacesAreSharedEvenlyAndPeopleAreWhole()
    {
        var facilities = new FacilityColumns
        {
            Id = ["f", "g", "h"],
            X = [0, 0, 0],
            Y = [0, 0, 0],
            Services = [0b111, 0b101, 0b001],
            IsOpen = [true, true, true],
            Capacity = [5, 100, -1],
        };
        var pack = Rules with { Services = [.. Enumerable.Range(0, 3).Select(_ => Rules.Services[0] with { PeoplePerPlace = 0.29 })] };

        // 5 among three: 2, 2, 1. 100 among two: 50 each. 50 × 0.29 = 14.5, and 14 people.
        Assert.Equal([2, 50, -1], ServiceSupply.Of(facilities, pack, 0).Places);
        Assert.Equal([2], ServiceSupply.Of(facilities, pack, 1).Places);
        Assert.Equal([1, 50], ServiceSupply.Of(facilities, pack, 2).Places);
        Assert.Equal([0, 14, long.MaxValue], ServiceSupply.Of(facilities, pack, 0).People);

        // 100 × 0.29 is 28.999… in binary, 29 for people; and they need all 100.
        var whole = pack with { Services = [pack.Services[0]] };
        var one = new FacilityColumns { Id = ["f"], X = [0], Y = [0], Services = [1], IsOpen = [true], Capacity = [100] };
        Assert.Equal([29], ServiceSupply.Of(one, whole, 0).People);
        Assert.Equal(100, ServiceSupply.PlacesFor(whole.Services[0], 29));
        Assert.Equal(0, ServiceSupply.PlacesFor(whole.Services[0], 0));
        Assert.Equal(4, ServiceSupply.PlacesFor(whole.Services[0], 1));
        Assert.Throws<ArgumentException>(() => ServiceSupply.PlacesFor(whole.Services[0] with { PeoplePerPlace = 0 }, 1));
    }

    private static CapacityAnswer Of(LoadedDistrict loaded) => new Assessment(loaded).Capacity[0];

    private static IEnumerable<CapacityRow> OfLevels(IEnumerable<CapacityRow> rows) => rows.Where(r => r.Level != AreaLevel.Subdistrict);

    private static LoadedDistrict Town(long? f, long? g, string status = "open", LayerRow? more = null, CatchmentRule? catchment = null) => Load(
        Rules with { Catchment = catchment }, (WalkEdges, Street),
        (Buildings, [Home("a", 50, 0, 5), Home("b", 150, 0, 3), Home("c", 350, 0, 4), Home("d", 800, 0, 7)]),
        (Facilities,
        [
            Facility("F", 0, f, "meals;culture", status), Facility("G", 400, g, status: status), .. more is null ? [] : new[] { more },
        ]),
        (Boundaries, [Community("1", -50, 200), Community("2", 200, 1000)]));
}
