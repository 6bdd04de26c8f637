using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Fixes;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class NewLinkTests
{
    [Fact]
    public void TheNewPathBringsTheBuildingWithinTheLimit()
    {
        var tried = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var district = new RandomDistrict(seed).District;
            var search = new ShortestPathSearch(district.Network);
            var open = district.Facilities.OpenWith(0);
            var pace = seed % 2 == 0 ? new WalkerPace(1000, 0.5) : (WalkerPace?)null;
            var limitMm = 60_000 + (seed * 1000);
            foreach (var b in Enumerable.Range(0, 10).Where(b => Walk(district, b, open, pace) > limitMm))
            {
                var link = NewLink.Find(
                    district, b, open, Costs(district.Network, pace), limitMm, _ => true, _ => true, search);
                if (link is null)
                {
                    continue;
                }

                var edges = district.Network.Edges;
                var (x1, y1) = EdgeShape.Between(edges, link.From.Edge, link.From.OffsetMm, link.From.OffsetMm)[0];
                var (x2, y2) = EdgeShape.Between(edges, link.To.Edge, link.To.OffsetMm, link.To.OffsetMm)[0];
                Assert.False(edges.ResidentsOnly[link.From.Edge] || edges.ResidentsOnly[link.To.Edge]);
                Assert.False(district.PlaceLinker.LeadsThroughWall(x1, y1, x2, y2));
                var after = new Scenario([new Modification.AddPath([x1, x2], [y1, y2])]).ApplyTo(district).District;
                var walk = Walk(after, b, open, pace);
                Assert.True(walk <= limitMm, $"seed {seed}, building {b}: {walk}, limit {limitMm}, {link}");
                Assert.True(walk <= link.CostMm + 5, $"seed {seed}, building {b}: {walk}, told {link}");
                tried++;
            }
        }

        Assert.True(tried > 50, $"{tried}");
    }

    private static WalkCosts Costs(WalkNetwork network, WalkerPace? pace) =>
        pace is { } walker ? network.TimeCosts(walker) : network.DistanceCosts;

    private static int Walk(District district, int building, int[] open, WalkerPace? pace) =>
        NearestFacility.Find(
            district.Network, Costs(district.Network, pace).Reversed, district.FacilityLinks, open, district.BuildingLinks,
            WalkCosts.LongestMm, new ShortestPathSearch(district.Network)).CostMm[building];
}
