using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>A town of square blocks with lengths drawn by lot, large enough that the buckets of a search fill.</summary>
internal sealed class LotGrid
{
    private readonly Random random;

    public LotGrid(int side, int seed)
    {
        random = new Random(seed);
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
    public Linkage Points(int count) => RandomTown.Linkage(Enumerable.Range(0, count).Select(_ =>
    {
        var edge = random.Next(Network.EdgeCount);
        return new[] { new LinkPosition(edge, random.Next(Network.Edges.LengthMm[edge] + 1), random.Next(30_000)) };
    }));

    private void AddEdge(WalkNetworkBuilder builder, int side, int v, int w) => builder.AddEdge(
        v, w, random.Next(40_000, 90_000), default, [v % side * 60, w % side * 60], [v / side * 60, w / side * 60]);
}
