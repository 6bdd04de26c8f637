using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>A town of square blocks, whose walks can be worked out in the head.</summary>
internal sealed class GridTown
{
    private readonly double block;

    private GridTown(WalkNetwork network, double block)
    {
        Network = network;
        this.block = block;
        Linker = new PlaceLinker(network, new EdgeIndex(network), [], 100);
    }

    public WalkNetwork Network { get; }

    public PlaceLinker Linker { get; }

    /// <summary>A town of so many blocks each way, its south-west corner at 0, 0.</summary>
    public static GridTown Of(int blocks, double blockMetres)
    {
        var builder = new WalkNetworkBuilder();
        var side = blocks + 1;
        for (var j = 0; j < side; j++)
        {
            for (var i = 0; i < side; i++)
            {
                var (x, y) = (i * blockMetres, j * blockMetres);
                if (i < blocks)
                {
                    builder.AddStraightEdge((j * side) + i, (j * side) + i + 1, x, y, x + blockMetres, y);
                }

                if (j < blocks)
                {
                    builder.AddStraightEdge((j * side) + i, ((j + 1) * side) + i, x, y, x, y + blockMetres);
                }
            }
        }

        return new GridTown(builder.Build(), blockMetres);
    }

    /// <summary>Links places given as (east, north) in metres.</summary>
    public Linkage Link(params (double East, double North)[] places)
    {
        var builder = new LinkageBuilder();
        foreach (var (east, north) in places)
        {
            Linker.Link(east, north, builder);
            builder.EndPoint();
        }

        return builder.Build();
    }

    /// <summary>Every crossing of the town.</summary>
    public (double East, double North)[] Crossings(int blocks) =>
        [.. from j in Enumerable.Range(0, blocks + 1) from i in Enumerable.Range(0, blocks + 1) select (i * block, j * block)];
}
