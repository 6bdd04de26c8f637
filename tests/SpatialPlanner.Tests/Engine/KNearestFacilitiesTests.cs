using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class KNearestFacilitiesTests
{
    [Fact]
    public void TheyAreThoseOfTheOraclesWholeTable()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (town.Points(5), town.Points(6));
            var oracle = new Oracle(town);
            foreach (var limit in new[] { 50_000, WalkCosts.LongestMm })
            {
                var found = KNearestFacilities.Find(
                    town.Network, WalkCosts.Distance(town.Network), RandomTown.Linkage(facilities), [0, 1, 2, 3, 4],
                    RandomTown.Linkage(buildings), 3, limit);
                for (var b = 0; b < buildings.Length; b++)
                {
                    var nearest = facilities.Select((f, i) => (CostMm: oracle.Cost(f, buildings[b]), Facility: i))
                        .Where(w => w.CostMm <= limit).Order().Take(3).ToList();
                    nearest.AddRange(Enumerable.Repeat((WalkCosts.Unreached, NearestFacility.None), 3 - nearest.Count));
                    Assert.Equal(nearest, found.CostMm.Zip(found.Facility).Skip(b * 3).Take(3));
                }
            }
        }
    }

    [Fact]
    public void OnALargeTownTheyAreTheLeastOfEachColumnOfTheMatrix()
    {
        // One length from crossing to crossing, so that many walks tie.
        var town = new LotGrid(40, 11, lengths: 1);
        var (facilities, buildings) = (town.Corners(60), town.Corners(700));
        var costs = WalkCosts.Distance(town.Network);
        var matrix = OriginDestinationMatrix.Find(town.Network, costs, facilities, buildings, WalkCosts.LongestMm);
        var columns = Enumerable.Range(0, 60)
            .SelectMany(f => matrix.Columns(f).ToArray().Zip(matrix.Costs(f).ToArray(), (b, c) => (Building: b, CostMm: c, Facility: f)))
            .ToLookup(w => w.Building, w => (w.CostMm, w.Facility));
        foreach (var k in new[] { 1, 5, 60 })
        {
            var found = KNearestFacilities.Find(
                town.Network, costs, facilities, [.. Enumerable.Range(0, 60)], buildings, k, WalkCosts.LongestMm);
            for (var b = 0; b < 700; b++)
            {
                Assert.Equal(columns[b].Order().Take(k), found.CostMm.Zip(found.Facility).Skip(b * k).Take(k));
            }
        }
    }

    [Fact]
    public void TheFirstIsTheNearestFacilityAlsoOnOneWayEdges()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var town = new RandomTown(seed, hilly: true);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(4)), RandomTown.Linkage(town.Points(8)));
            var costs = WalkCosts.Time(town.Network, new(1000)).Reversed;
            var nearest = NearestFacility.Find(
                town.Network, costs, facilities, [0, 1, 2, 3], buildings, WalkCosts.LongestMm, new(town.Network));
            var found = KNearestFacilities.Find(
                town.Network, costs, facilities, [0, 1, 2, 3], buildings, 2, WalkCosts.LongestMm);
            Assert.Equal(nearest.CostMm, found.CostMm.Where((_, i) => i % 2 == 0));
            Assert.Equal(nearest.Facility, found.Facility.Where((_, i) => i % 2 == 0));
        }
    }
}
