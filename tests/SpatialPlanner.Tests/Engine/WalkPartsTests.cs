using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

public class WalkPartsTests
{
    private static readonly WalkerPace Pace = new(900, 0.6);

    [Fact]
    public void ThePartsOfAWalkAddUpToItToTheMillimetre()
    {
        var kinds = default(WalkParts);
        for (var seed = 0; seed < 400; seed++)
        {
            var town = new RandomTown(seed, hilly: true);
            var (homes, shops) = (RandomTown.Linkage(town.Points(4)), RandomTown.Linkage(town.Points(2)));
            var time = town.Network.TimeCosts(Pace);
            for (var b = 0; b < 4; b++)
            {
                if (WalkPath.Find(town.Network, time, homes, b, shops, 0) is { } quickest)
                {
                    var parts = WalkParts.Of(town.Network, Pace, quickest);
                    Assert.Equal(quickest.CostMm, parts.PacedMm);
                    Assert.Equal(quickest.StartAccessMm + quickest.StreetMm + quickest.EndAccessMm, parts.LengthMm);
                    kinds += parts;
                }

                if (WalkPath.Find(town.Network, town.Network.DistanceCosts, homes, b, shops, 1) is { } shortest)
                {
                    Assert.Equal(shortest.CostMm, WalkParts.Of(town.Network, Pace, shortest).LengthMm);
                }
            }
        }

        // The towns had walks of every kind.
        Assert.All(
            new[] { kinds.OffNetwork.LengthMm, kinds.Street.LengthMm, kinds.Crossing.LengthMm, kinds.Steps.LengthMm, kinds.WaitMm },
            mm => Assert.True(mm > 0));
    }

    [Fact]
    public void EachKindOfWayIsToldByItself()
    {
        // 100 m of street climbing 1 in 10, a crossing of 20 m with a wait of 20 s, 30 m of steps.
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 100, 0, new(Grade: 0.1f));
        builder.AddStraightEdge(1, 2, 100, 0, 120, 0, new(DelayMs: 20_000, IsCrossing: true));
        builder.AddStraightEdge(2, 3, 120, 0, 150, 0, new(IsSteps: true));
        var network = builder.Build();
        var pace = new WalkerPace(1000, 0.5);
        var path = WalkPath.Find(
            network, network.TimeCosts(pace), RandomTown.Linkage([[new(0, 0, 7000)]]), 0,
            RandomTown.Linkage([[new(2, 30_000, 3000)]]), 0)!;
        var parts = WalkParts.Of(network, pace, path);
        Assert.Equal(new(10_000, 10_000), parts.OffNetwork);
        Assert.Equal(new(100_000, (int)Math.Round(100_000 / WalkerPace.SlopeShare(0.1f))), parts.Street);
        Assert.Equal(new(20_000, 20_000), parts.Crossing);
        Assert.Equal(new(30_000, 60_000), parts.Steps);
        Assert.Equal(20_000, parts.WaitMm);
    }
}
