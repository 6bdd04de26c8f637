using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Import;

public sealed class PopulationEstimateTests
{
    [Fact]
    public void AThousandDwellingsHoldTwoThousandSixHundredPeople()
    {
        var people = PopulationEstimate.Of(
            Enumerable.Repeat(new BuildingFacts("residential", null, null, null, 1, null), 1000), Pack.Default.Population);
        Assert.Equal(2600, people.Sum(p => p.Population));
        Assert.All(people, p => Assert.True(p is { Estimated: true, Population: 2 or 3 }));
        Assert.Equal(Math.Round(2600 * 0.161), people.Sum(p => p.Ages[3]));
    }

    [Fact]
    public void AGivenPopulationIsKept()
    {
        var people = PopulationEstimate.Of(
            [new BuildingFacts("residential", 6, 9999, 9999, 99, 123)], Pack.Default.Population)[0];
        Assert.Equal((123L, false), (people.Population, people.Estimated));
    }

    [Theory]
    [InlineData("residential", 3500.0, null, null, 100.0)]
    [InlineData("mixed", 3500.0, null, null, 50.0)]
    [InlineData("residential", null, 700.0, 5L, 100.0)]
    [InlineData("residential", null, 350.0, null, 30.0)]
    [InlineData("other", 3500.0, null, null, 0.0)]
    [InlineData(null, 3500.0, null, null, null)]
    public void FloorAreaOverThirtyFiveIsPeople(string? use, double? floorArea, double? footprint, long? storeys, double? people) =>
        Assert.Equal(people, PopulationEstimate.Expected(
            new BuildingFacts(use, storeys, floorArea, footprint, null, null), Pack.Default.Population));
}
