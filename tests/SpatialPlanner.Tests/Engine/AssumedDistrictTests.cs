using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

/// <summary>What always holds of districts under other assumptions; the arithmetic is in the sensitivity tests.</summary>
public class AssumedDistrictTests
{
    [Fact]
    public void TheDistrictsOwnAssumptionsGiveTheDistrictItself()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var d = new RandomDistrict(seed).District;
            Assert.Same(d, AssumedDistrict.LinkedWithin(d, District.LinkLimitMetres));
            Assert.Same(d, AssumedDistrict.WithLegs(d, 1));
            var open = AssumedDistrict.WithGatesOpen(d);
            Assert.Equal(d.PlaceLinker.Gates.All(g => g.Gate.IsOpen), d == open);
            Assert.All(open.PlaceLinker.Gates, g => Assert.True(g.Gate.IsOpen));
        }
    }

    [Fact]
    public void AHigherLimitOfLinkingUnlinksNobody()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var d = new RandomDistrict(seed).District;
            var (low, high) = (AssumedDistrict.LinkedWithin(d, 20), AssumedDistrict.LinkedWithin(d, 300));
            Assert.All(Enumerable.Range(0, d.Buildings.Count), b =>
            {
                Assert.True(!low.BuildingLinks.IsLinked(b) || d.BuildingLinks.IsLinked(b));
                Assert.True(!d.BuildingLinks.IsLinked(b) || high.BuildingLinks.IsLinked(b));
            });
        }
    }

    [Fact]
    public void LegsThatCountLessAndOpenGatesLengthenNoWalk()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var d = new RandomDistrict(seed).District;
            var walks = Walks(d);
            AssertNoneLonger(Walks(AssumedDistrict.WithLegs(d, 0)), walks);
            AssertNoneLonger(walks, Walks(AssumedDistrict.WithLegs(d, 2)));
            AssertNoneLonger(Walks(AssumedDistrict.WithGatesOpen(d)), walks);
        }
    }

    [Fact]
    public void WithoutWallsEveryPlaceLinksAsIfNoCompoundWereThere()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var d = new RandomDistrict(seed).District;
            var free = AssumedDistrict.WithoutWalls(d, () => d.Network);
            var (linker, links) = (new PlaceLinker(d.Network, new(d.Network), [], District.LinkLimitMetres), new LinkageBuilder());
            for (var b = 0; b < d.Buildings.Count; b++)
            {
                linker.Link(d.BuildingEntrances, b, d.Buildings.X[b], d.Buildings.Y[b], links);
                links.EndPoint();
            }

            var expected = links.Build();
            Assert.All(
                Enumerable.Range(0, d.Buildings.Count),
                b => Assert.Equal(expected.LinksOf(b), free.BuildingLinks.LinksOf(b)));
        }
    }

    private static int[] Walks(District d) => NearestFacility.Find(
        d.Network, d.Network.TimeCosts(new(1000)).Reversed, d.FacilityLinks, d.Facilities.OpenWith(0), d.BuildingLinks,
        WalkCosts.LongestMm, new(d.Network)).CostMm;

    private static void AssertNoneLonger(int[] shorter, int[] longer) =>
        Assert.All(shorter.Zip(longer), p => Assert.True(p.First <= p.Second));
}
