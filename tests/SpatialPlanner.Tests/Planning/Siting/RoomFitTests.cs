using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

public class RoomFitTests
{
    private static ServiceRule Service(double least, double? most, double? perPlace, double peoplePerPlace = 10) => Pack.Default.Services[0] with
    {
        PeoplePerPlace = peoplePerPlace,
        Room = new RoomRule(least, most, perPlace, 1000, 1, 3, [], new("s", "s"), Verification.Unverified),
    };

    [Theory]
    [InlineData(100, 1L, null)]
    [InlineData(99.99, 1L, "floor area")]
    [InlineData(100, 3L, null)]
    [InlineData(100, 4L, "highest is 3")]
    [InlineData(100, 0L, "lowest is 1")]
    [InlineData(100, -1L, "lowest is 1")]
    [InlineData(100, null, null)]
    public void ARoomFitsByItsLeastAreaAndItsStoreys(double area, long? storey, string? why)
    {
        var found = RoomFit.WhyNot(Service(100, null, null), area, storey, [], false);
        Assert.Equal(why is null, found is null);
        Assert.Contains(why ?? "", found?.En ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void PermittedServicesBindWhereSomeAreNamed()
    {
        var service = Service(100, null, null);
        Assert.Null(RoomFit.WhyNot(service, 100, 1, [], false));
        Assert.Null(RoomFit.WhyNot(service, 100, 1, ["meals", "elderly_care"], false));
        Assert.NotNull(RoomFit.WhyNot(service, 100, 1, ["meals"], false));
        Assert.NotNull(RoomFit.WhyNot(service, 100, 1, [], has: true));
        Assert.NotNull(RoomFit.WhyNot(service with { Room = null }, 100, 1, [], false));
    }

    [Fact]
    public void WithoutPlacesALargerRoomServesNobodyMoreSoThereIsOneSize() =>
        Assert.Equal([10_000], RoomFit.SizesDm2(Service(100, 400, 5), 900, people: null));

    // 5 m² a place and 10 people a place: 400 m² serve 800.
    [Theory]
    [InlineData(900, 10_000, new long[] { 10_000, 20_000, 40_000 })]
    [InlineData(250, 10_000, new long[] { 10_000, 20_000, 25_000 })]
    [InlineData(100, 10_000, new long[] { 10_000 })]
    [InlineData(900, 0, new long[] { 10_000 })]
    [InlineData(900, 301, new long[] { 10_000, 15_500 })]
    public void SizesDoubleUpToWhatRuleSpaceAndPeopleCanUse(double floor, long people, long[] sizes) =>
        Assert.Equal(sizes, RoomFit.SizesDm2(Service(100, 400, 5), floor, people));

    [Fact]
    public void PlacesAreWholeAndSoArePeople()
    {
        Assert.Equal(200, RoomFit.People(Service(100, 400, 5), 10_000));
        Assert.Equal(190, RoomFit.People(Service(100, 400, 5), 9_999));
        // 20 places × 0.29 people are 5.8.
        Assert.Equal(5, RoomFit.People(Service(100, 400, 5, 0.29), 10_000));
        Assert.Null(RoomFit.People(Service(100, 400, null), 10_000));
        Assert.Equal(100_000, RoomFit.CostCny(Service(100, 400, 5), 10_000));
    }
}
