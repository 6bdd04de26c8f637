using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Engine;

public class SpatialOrderTests
{
    [Fact]
    public void NeighboursOnTheCurveAreNeighboursOnTheGrid()
    {
        // A Hilbert curve through a grid of 2^n steps goes one step at a time and visits every point once.
        const int side = 32;
        var x = new double[side * side];
        var y = new double[side * side];
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (i % side, i / side);
        }

        var order = SpatialOrder.Of(x, y);
        Assert.Equal(Enumerable.Range(0, x.Length), order.Order());
        for (var i = 1; i < order.Length; i++)
        {
            var step = Math.Abs(x[order[i]] - x[order[i - 1]]) + Math.Abs(y[order[i]] - y[order[i - 1]]);
            Assert.Equal(1, step);
        }
    }

    [Fact]
    public void PointsOnOneSpotKeepTheirOrder() => Assert.Equal([0, 1, 2], SpatialOrder.Of([5, 5, 5], [7, 7, 7]));
}
