using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Tests.Support.Streets;

namespace SpatialPlanner.Tests.Health;

/// <summary>A street <c>a</c> of 100 m from west to east, and what lies beside it.</summary>
public sealed class NetworkFaultTests
{
    private static readonly LayerRow A = Edge("a", [(0, 0), (100, 0)]);

    [Theory]
    [InlineData(1.5, "undershoot b a 150")]
    [InlineData(1.99, "undershoot b a 199")]
    [InlineData(2.02, null)]
    [InlineData(0.004, "undershoot b a")]
    public void ADeadEndWithinTwoMetresOfAnEdgeStopsShort(double gap, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Faults(A, Edge("b", [(50, gap), (50, 60)])));

    [Fact]
    public void AnEndThatJoinsTheEdgeDoesNotStopShort() => Assert.Empty(Faults(
        Edge("a1", [(0, 0), (50, 0)]), Edge("a2", [(50, 0), (100, 0)]), Edge("b", [(50, 0), (50, 60)])));

    [Fact]
    public void ADeadEndBesideTheEdgeThatItLeadsOffFromIsNone() => Assert.Empty(Faults(
        A, Edge("b", [(100, 0), (110, 0), (110, 1), (60, 1)])));

    [Fact]
    public void TwoDeadEndsThatFaceEachOtherAreOneFault() =>
        Assert.Equal(["undershoot a b 100"], Faults(A, Edge("b", [(101, 0), (200, 0)])));

    [Fact]
    public void AJunctionNearAnEdgeIsNoDeadEnd() => Assert.Empty(Faults(
        A, Edge("b", [(50, 1), (50, 60)]), Edge("c", [(50, 1), (10, 40)])));

    [Theory]
    [InlineData("bridge", true)]
    [InlineData("tunnel", true)]
    [InlineData("vertical_layer", 1L)]
    public void WhatLiesOnAnotherLevelNeitherStopsShortNorCrosses(string column, object value) => Assert.Empty(Faults(
        A, Edge("b", [(50, 1), (50, 60)], (column, value)), Edge("c", [(30, -20), (30, 20)], (column, value))));

    [Fact]
    public void ADeadEndOnTheSameBridgeStopsShort() => Assert.Equal(["undershoot b a 100"], Faults(
        Edge("a", [(0, 0), (100, 0)], ("bridge", true)), Edge("b", [(50, 1), (50, 60)], ("bridge", true))));

    [Fact]
    public void AnEdgeThatNobodyWalksIsNotReached() => Assert.Empty(Faults(
        Edge("a", [(0, 0), (100, 0)], ("access", "closed")), Edge("b", [(50, 1), (50, 60)])));

    [Fact]
    public void AWallBetweenTwoEndsIsNoGap() => Assert.Empty(Faults(
        Edge("a", [(0, 0), (50, 0)], ("from_node", 1L), ("to_node", 2L + (1L << 44))),
        Edge("b", [(50, 0), (90, 0)], ("from_node", 2L + (2L << 44)), ("to_node", 3L))));

    [Theory]
    [InlineData(1.0, null)]
    [InlineData(0.0, "undershoot b a")]
    public void AResidentsPathBesideAStreetForAllMayEndAtAWall(double gap, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], Faults(A, Edge("b", [(50, gap), (50, 60)], ("access", "residents"))));

    [Fact]
    public void EdgesThatCrossWithoutAJunctionAreTold() =>
        Assert.Equal(["crossing a b", "crossing a c"], Faults(
            A, Edge("b", [(30, -20), (30, 20)]), Edge("c", [(70, -20), (70, 20), (60, 20)])));

    [Fact]
    public void ACrossingAtABendIsOne() =>
        Assert.Equal(["crossing a b"], Faults(A, Edge("b", [(30, -20), (30, 0), (40, 20)])));

    [Fact]
    public void TwoEdgesMayCrossTwice() =>
        Assert.Equal(["crossing a b", "crossing a b"], Faults(A, Edge("b", [(30, -20), (30, 20), (60, 20), (60, -20)])));

    [Fact]
    public void EdgesThatMeetAtAJunctionDoNotCrossThere() => Assert.Empty(Faults(
        Edge("a1", [(0, 0), (50, 0)]), Edge("a2", [(50, 0), (100, 0)]), Edge("b1", [(50, -20), (50, 0)]),
        Edge("b2", [(50, 0), (50, 20)])));

    [Fact]
    public void ADeadEndJustBeyondTheEdgeThatItCrossesIsACrossing() =>
        Assert.Equal(["crossing a b"], Faults(A, Edge("b", [(50, -1), (50, 60)])));

    [Fact]
    public void AJunctionThatLiesOnAnEdgeIsACrossing() =>
        Assert.Equal(["crossing b a"], Faults(A, Edge("b", [(50, 0), (50, 60)]), Edge("c", [(50, 0), (50, -60)])));

    [Fact]
    public void TwoNodesOnOneSpotAreACrossing() => Assert.Equal(
        ["crossing a c"],
        Faults(
            Edge("a", [(0, 0), (50, 0)], ("to_node", 1L)), Edge("b", [(50, 0), (50, 60)], ("from_node", 1L)),
            Edge("c", [(50, 0), (90, 0)], ("from_node", 2L)), Edge("d", [(50, 0), (50, -60)], ("from_node", 2L))));

    [Fact]
    public void OfEdgesOnEachOtherTheLongerLeaves() => Assert.Equal(["duplicate a b 80"], Faults(
        Edge("a", [(0, 0), (50, 0.8), (100, 0)]), Edge("b", [(100, 0), (0, 0)])));

    [Fact]
    public void OfEdgesOfOneLengthTheHigherIdLeavesAndOneOpenToAllStays()
    {
        Assert.Equal(["duplicate b a", "duplicate c a"], Faults(
            Edge("c", [(0, 0), (50, 0)]), Edge("b", [(50, 0), (0, 0)]), Edge("a", [(0, 0), (50, 0)])).Order());
        Assert.Equal(["duplicate a b"], Faults(
            Edge("a", [(0, 0), (50, 0)], ("access", "residents")), Edge("b", [(0, 0), (50, 0)])));
    }

    [Theory]
    [InlineData("steps", true, null)]
    [InlineData("oneway", "forward", null)]
    [InlineData("oneway", "forward", "backward")]
    [InlineData("bridge", true, null)]
    public void StairsBesideARampAndEscalatorsOfTwoDirectionsAreNoDuplicates(string column, object one, object? other) =>
        Assert.Empty(Faults(Edge("a", [(0, 0), (50, 0)], (column, one)), Edge("b", [(0, 0), (50, 0)], (column, other))));

    [Fact]
    public void EscalatorsOfOneDirectionAreDuplicatesHoweverTheyAreDrawn() => Assert.Equal(["duplicate b a"], Faults(
        Edge("a", [(0, 0), (50, 0)], ("oneway", "forward")), Edge("b", [(50, 0), (0, 0)], ("oneway", "backward"))));

    [Fact]
    public void TwoWaysAroundABlockAreNoDuplicates() => Assert.Empty(Faults(
        A, Edge("b", [(0, 0), (0, 1.2), (100, 1.2), (100, 0)])));

    [Fact]
    public void AnEdgeWithoutExtentIsTold() => Assert.Equal(["zero_length z"], Faults(
        A, Edge("z", [(100, 0), (100, 0)], ("from_node", 1L), ("to_node", 2L)),
        Edge("lift", [(0, 0), (0, 0)], ("class", "elevator")), Edge("slow", [(0, 0), (0, 0)], ("delay_s", 30.0))));
}
