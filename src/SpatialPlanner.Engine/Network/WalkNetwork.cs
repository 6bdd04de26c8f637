namespace SpatialPlanner.Engine.Network;

/// <summary>
/// The walk network of a district: immutable, in columns. An <em>edge</em> is a stretch of street between two
/// junctions, kept once; an <em>arc</em> is a way to walk it. Node and edge numbers are dense, 0…n-1.
/// <para>
/// Residents' edges (inside a gated compound, private drives) serve only as the first or the last part of a walk:
/// nobody walks through. The network says so by its shape: such edges have two copies of their nodes, one that can
/// only be left for the public streets and one that can only be entered from them, joined to the public node by
/// one-way arcs of length 0.
/// </para>
/// </summary>
public sealed class WalkNetwork
{
    internal WalkNetwork(
        EdgeColumns edges, int nodeCount, int[] firstArc, int[] arcHead, int[] arcEdge, int[] componentOfEdge,
        int[] componentEdges)
    {
        Edges = edges;
        NodeCount = nodeCount;
        FirstArc = firstArc;
        ArcHead = arcHead;
        ArcEdge = arcEdge;
        ComponentOfEdge = componentOfEdge;
        ComponentEdgeCount = componentEdges;
        HasDelays = edges.DelayMs.AsSpan().ContainsAnyExcept(0);
        DistanceCosts = WalkCosts.OfLengths(this);
    }

    /// <summary>Arc value for the one-way arcs of length 0 that belong to no edge.</summary>
    public const int NoEdge = -1;

    /// <summary>The edges.</summary>
    public EdgeColumns Edges { get; }

    /// <summary>Number of nodes, copies included.</summary>
    public int NodeCount { get; }

    /// <summary>First arc of each node, and one entry more: the number of arcs.</summary>
    public int[] FirstArc { get; }

    /// <summary>Node at the end of each arc.</summary>
    public int[] ArcHead { get; }

    /// <summary>Edge of each arc, or <see cref="NoEdge"/>.</summary>
    public int[] ArcEdge { get; }

    /// <summary>
    /// Connected part of the network that each edge belongs to; 0 is the part with the most edges, the rest follow by
    /// falling size, ties by their lowest edge.
    /// </summary>
    public int[] ComponentOfEdge { get; }

    /// <summary>Number of edges of each connected part.</summary>
    public int[] ComponentEdgeCount { get; }

    /// <summary>True where waits make the quickest walk another question than the shortest.</summary>
    public bool HasDelays { get; }

    /// <summary>Costs for a distance: made once, since every question by distance asks for them.</summary>
    public WalkCosts DistanceCosts { get; }

    /// <summary>Number of edges.</summary>
    public int EdgeCount => Edges.Count;
}
