using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Links places to the network without walking through walls. A place in a gated compound takes an edge inside it, or
/// else goes straight to each open gate; a place outside never takes an edge behind a wall.
/// </summary>
public sealed class PlaceLinker
{
    private const int Outside = -1;

    /// <summary>
    /// A part of the network with fewer edges is no place of its own (the size below which R5 leaves islands out): a
    /// place takes it only where nothing better is in reach.
    /// </summary>
    private const int SmallIslandEdges = 40;

    private readonly EdgeIndex index;
    private readonly IReadOnlyList<CompoundWall> compounds;
    private readonly IPreparedGeometry[] walls;
    private readonly STRtree<int> tree = new();
    private readonly int[] compoundOfEdge;
    private readonly bool[] isOnSmallIsland;
    private readonly double limitMetres;

    /// <summary>Prepares the linking of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="index">Its edge index.</param>
    /// <param name="compounds">The gated compounds with known gates.</param>
    /// <param name="limitMetres">Farthest place that is linked.</param>
    public PlaceLinker(
        WalkNetwork network, EdgeIndex index, IReadOnlyList<CompoundWall> compounds, double limitMetres)
    {
        this.index = index;
        this.compounds = compounds;
        this.limitMetres = limitMetres;
        walls = new IPreparedGeometry[compounds.Count];
        for (var c = 0; c < walls.Length; c++)
        {
            walls[c] = PreparedGeometryFactory.Prepare(compounds[c].Wall);
            tree.Insert(compounds[c].Wall.EnvelopeInternal, c);
        }

        tree.Build();
        isOnSmallIsland = Array.ConvertAll(
            network.ComponentOfEdge, c => c != 0 && network.ComponentEdgeCount[c] < SmallIslandEdges);
        compoundOfEdge = new int[network.EdgeCount];
        for (var e = 0; e < compoundOfEdge.Length; e++)
        {
            var half = network.Edges.LengthMm[e] / 2;
            var (x, y) = EdgeShape.Between(network.Edges, e, half, half)[0];
            compoundOfEdge[e] = CompoundAt(x, y);
        }
    }

    /// <summary>Links a place and adds its links to the point being collected.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="builder">Takes the links; the caller ends the point.</param>
    public LinkOutcome Link(double x, double y, LinkageBuilder builder)
    {
        var compound = CompoundAt(x, y);
        foreach (var islands in (ReadOnlySpan<bool>)[false, true])
        {
            if (Nearest(x, y, compound, islands) is { } link)
            {
                builder.Add(link);
                return compound == Outside ? LinkOutcome.Nearest : LinkOutcome.InsideCompound;
            }

            if (compound != Outside && LinkThroughGates(x, y, compound, islands, builder))
            {
                return LinkOutcome.ThroughGates;
            }
        }

        return compound == Outside ? LinkOutcome.TooFar : LinkOutcome.NoOpenGate;
    }

    private LinkPosition? Nearest(double x, double y, int compound, bool islands) =>
        index.Nearest(x, y, limitMetres, new SameSide(compoundOfEdge, compound, islands ? null : isOnSmallIsland));

    private bool LinkThroughGates(double x, double y, int compound, bool islands, LinkageBuilder builder)
    {
        var linked = false;
        foreach (var gate in compounds[compound].OpenGates)
        {
            if (Nearest(gate.X, gate.Y, Outside, islands) is { } link)
            {
                var inside = Math.Sqrt(((gate.X - x) * (gate.X - x)) + ((gate.Y - y) * (gate.Y - y)));
                builder.Add(link with { AccessMm = link.AccessMm + (int)Math.Round(inside * 1000) });
                linked = true;
            }
        }

        return linked;
    }

    /// <summary>The compound whose inside holds a point: the lowest one where they overlap.</summary>
    private int CompoundAt(double x, double y)
    {
        if (compounds.Count == 0)
        {
            return Outside;
        }

        var point = new Point(x, y);
        var found = int.MaxValue;
        foreach (var c in tree.Query(point.EnvelopeInternal))
        {
            // Inside, not on the wall: an edge along the wall is a street.
            if (c < found && walls[c].ContainsProperly(point))
            {
                found = c;
            }
        }

        return found == int.MaxValue ? Outside : found;
    }

    /// <summary>The edges on the same side of every wall, small islands left out where they are given.</summary>
    private readonly struct SameSide(int[] compoundOfEdge, int compound, bool[]? isLeftOut) : IEdgeFilter
    {
        public bool Takes(int edge) => compoundOfEdge[edge] == compound && (isLeftOut is null || !isLeftOut[edge]);
    }
}
