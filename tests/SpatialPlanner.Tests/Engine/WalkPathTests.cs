using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class WalkPathTests
{
    [Fact]
    public void TheDrawnWalkCostsWhatTheSearchSays()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var town = new RandomTown(seed);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(2)), RandomTown.Linkage(town.Points(5)));
            var costs = WalkCosts.Distance(town.Network);
            var nearest = NearestFacility.Find(
                town.Network, costs, facilities, [0, 1], buildings, WalkCosts.LongestMm, new(town.Network));
            for (var b = 0; b < 5; b++)
            {
                if (nearest.Facility[b] == NearestFacility.None)
                {
                    Assert.Null(WalkPath.Find(town.Network, costs, facilities, 0, buildings, b));
                    continue;
                }

                var path = WalkPath.Find(town.Network, costs, facilities, nearest.Facility[b], buildings, b)!;
                Assert.Equal(nearest.CostMm[b], path.CostMm);
                Assert.Equal(path.CostMm, path.StartAccessMm + path.StreetMm + path.EndAccessMm);
            }
        }
    }

    [Fact]
    public void TheDrawnWalkFollowsTheStreetsFromPlaceToPlace()
    {
        var town = GridTown.Of(3, 100);
        var (from, to) = (town.Link((130, 7)), town.Link((100, 250)));
        var path = WalkPath.Find(town.Network, WalkCosts.Distance(town.Network), from, 0, to, 0)!;
        Assert.Equal([130.0, 100, 100, 100, 100], path.X);
        Assert.Equal([0.0, 0, 100, 200, 250], path.Y);
    }
}
