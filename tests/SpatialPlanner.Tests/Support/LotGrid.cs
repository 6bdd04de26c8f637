using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>A town of square blocks with lengths drawn by lot, large enough that the buckets of a search fill.</summary>
internal sealed class LotGrid
{
    private readonly Random random;
    private readonly int lengths;

    /// <summary>Draws a town.</summary>
    /// <param name="side">Crossings a side.</param>
    /// <param name="seed">Which town.</param>
    /// <param name="lengths">Number of different lengths of its edges.</param>
    public LotGrid(int side, int seed, int lengths = 50_000)
    {
        (random, this.lengths) = (new Random(seed), lengths);
        var builder = new WalkNetworkBuilder();
        for (var v = 0; v < side * side; v++)
        {
            if (v % side < side - 1)
            {
                AddEdge(builder, side, v, v + 1);
            }

            if (v / side < side - 1)
            {
                AddEdge(builder, side, v, v + side);
            }
        }

        Network = builder.Build();
    }

    public WalkNetwork Network { get; }

    /// <summary>Points with one link each, anywhere on the streets.</summary>
    public Linkage Points(int count) =>
        Points(count, length => (random.Next(length + 1), random.Next(30_000)));

    /// <summary>Points that stand on crossings.</summary>
    public Linkage Corners(int count) => Points(count, length => (random.Next(2) * length, 0));

    private Linkage Points(int count, Func<int, (int OffsetMm, int AccessMm)> place) =>
        RandomTown.Linkage(Enumerable.Range(0, count).Select(_ =>
        {
            var edge = random.Next(Network.EdgeCount);
            var (offsetMm, accessMm) = place(Network.Edges.LengthMm[edge]);
            return new[] { new LinkPosition(edge, offsetMm, accessMm) };
        }));

    private void AddEdge(WalkNetworkBuilder builder, int side, int v, int w) => builder.AddEdge(
        v, w, 40_000 + random.Next(lengths), default, [v % side * 60, w % side * 60], [v / side * 60, w / side * 60]);
}
