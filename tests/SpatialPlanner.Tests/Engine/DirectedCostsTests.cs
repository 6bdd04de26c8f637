using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

/// <summary>Slopes, waits, steps and one-way edges: what a walk costs depends on the way it goes.</summary>
public class DirectedCostsTests
{
    [Fact]
    public void SlopesFollowTobler()
    {
        // Speeds of the hiking function in m/s at S = -0.1, -0.05, 0, 0.05, 0.1, over that on the level (1.399).
        double[] grades = [-0.1, -0.05, 0, 0.05, 0.1];
        double[] metresPerSecond = [1.399, 1.667, 1.399, 1.174, 0.986];
        Assert.All(grades.Zip(metresPerSecond), g => Assert.Equal(g.Second / 1.399, WalkerPace.SlopeShare(g.First), 0.001));
    }

    [Fact]
    public void AClimbTakesLongerThanTheWayDownButIsAsLong()
    {
        var (network, home, top) = OneEdge(new(Grade: 0.1f));
        var costs = WalkCosts.Time(network, new(1000));
        Assert.Equal((int)Math.Round(100_000 / WalkerPace.SlopeShare(0.1)), Walk(network, costs, home, top));
        Assert.Equal(100_000, Walk(network, costs, top, home));
        Assert.Equal(100_000, Walk(network, network.DistanceCosts, home, top));
    }

    [Fact]
    public void StepsAreWalkedAtTheirOwnPace()
    {
        var (network, home, top) = OneEdge(new(IsSteps: true));
        Assert.Equal(200_000, Walk(network, WalkCosts.Time(network, new(1000, 0.5)), home, top));
        Assert.Same(network.DistanceCosts, WalkCosts.Time(network, new(1000)));
    }

    [Fact]
    public void AnEscalatorTakesPeopleOneWayOnly()
    {
        var (network, home, top) = OneEdge(new(Passage: EdgePassage.Forward));
        Assert.Equal(100_000, Walk(network, network.DistanceCosts, home, top));
        Assert.Equal(WalkCosts.Unreached, Walk(network, network.DistanceCosts, top, home));
    }

    [Theory]
    [InlineData(EdgePassage.Forward)]
    [InlineData(EdgePassage.Backward)]
    public void WhatStandsAtAnEndOfAnEscalatorIsReachedFromThatEnd(EdgePassage passage)
    {
        // A street from 0 to 100 and an escalator from its end on; the shop is linked to the escalator, at the street.
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 100, 0);
        builder.AddStraightEdge(1, 2, 100, 0, 130, 0, new(Passage: passage));
        var network = builder.Build();
        Assert.Equal(60_000, Walk(network, network.DistanceCosts, new(0, 40_000, 0), new(1, 0, 0)));
        Assert.Equal(60_000, Walk(network, network.DistanceCosts, new(1, 0, 0), new(0, 40_000, 0)));
    }

    [Fact]
    public void EveryWalkToAFacilityIsTheOneThatThePathSearchFinds()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var town = new RandomTown(seed, hilly: true);
            var (facilities, buildings) = (RandomTown.Linkage(town.Points(3)), RandomTown.Linkage(town.Points(6)));
            foreach (var costs in new[] { town.Network.DistanceCosts, WalkCosts.Time(town.Network, new(900, 0.6)) })
            {
                var found = NearestFacility.Find(
                    town.Network, costs.Reversed, facilities, [0, 1, 2], buildings, WalkCosts.LongestMm,
                    new ShortestPathSearch(town.Network));
                for (var b = 0; b < buildings.PointCount; b++)
                {
                    var oracle = Enumerable.Range(0, 3).Min(f =>
                        WalkPath.Find(town.Network, costs, buildings, b, facilities, f)?.CostMm ?? WalkCosts.Unreached);
                    Assert.True(oracle == found.CostMm[b], $"seed {seed}, building {b}: {found.CostMm[b]}, path {oracle}");
                }
            }
        }
    }

    private static (WalkNetwork Network, LinkPosition Home, LinkPosition Top) OneEdge(EdgeTraits traits)
    {
        var builder = new WalkNetworkBuilder();
        builder.AddStraightEdge(0, 1, 0, 0, 100, 0, traits);
        return (builder.Build(), new(0, 0, 0), new(0, 100_000, 0));
    }

    private static int Walk(WalkNetwork network, WalkCosts costs, LinkPosition home, LinkPosition facility)
    {
        var links = RandomTown.Linkage([[facility], [home]]);
        return NearestFacility.Find(
            network, costs.Reversed, links, [0], RandomTown.Linkage([[home]]), WalkCosts.LongestMm, new(network)).CostMm[0];
    }
}
