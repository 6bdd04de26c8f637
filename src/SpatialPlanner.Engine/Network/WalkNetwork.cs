using System.Collections.Concurrent;

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
    private readonly ConcurrentDictionary<WalkerPace, WalkCosts> timeCosts = new();
    private readonly bool hasDelaysOrGrades;
    private readonly bool hasSteps;

    internal WalkNetwork(
        EdgeColumns edges, ArcColumns arcs, int[] componentOfEdge, int[] componentEdges,
        IReadOnlyList<EdgePart>? partsOfEdges = null)
    {
        Edges = edges;
        PartsOfEdges = partsOfEdges ?? [];
        Arcs = arcs;
        ComponentOfEdge = componentOfEdge;
        ComponentEdgeCount = componentEdges;
        hasDelaysOrGrades = edges.DelayMs.AsSpan().ContainsAnyExcept(0) || edges.Grade.AsSpan().ContainsAnyExcept(0f);
        hasSteps = edges.IsSteps.AsSpan().Contains(true);
        DistanceCosts = WalkCosts.OfLengths(this);
    }

    /// <summary>Arc value for the one-way arcs of length 0 that belong to no edge.</summary>
    public const int NoEdge = ArcColumns.NoEdge;

    /// <summary>The edges.</summary>
    public EdgeColumns Edges { get; }

    /// <summary>The arcs.</summary>
    public ArcColumns Arcs { get; }

    /// <summary>Number of nodes, copies included.</summary>
    public int NodeCount => Arcs.NodeCount;

    /// <summary>First arc of each node, and one entry more: the number of arcs.</summary>
    public int[] FirstArc => Arcs.First;

    /// <summary>Node at the end of each arc.</summary>
    public int[] ArcHead => Arcs.Head;

    /// <summary>Edge of each arc, or <see cref="NoEdge"/>.</summary>
    public int[] ArcEdge => Arcs.Edge;

    /// <summary>The edges that are parts of others, in rising order; only an added path makes such.</summary>
    public IReadOnlyList<EdgePart> PartsOfEdges { get; }

    /// <summary>
    /// Connected part of the network that each edge belongs to; 0 is the part with the most edges, the rest follow by
    /// falling size, ties by their lowest edge.
    /// </summary>
    public int[] ComponentOfEdge { get; }

    /// <summary>Number of edges of each connected part.</summary>
    public int[] ComponentEdgeCount { get; }

    /// <summary>Costs for a distance: made once, since every question by distance asks for them.</summary>
    public WalkCosts DistanceCosts { get; }

    /// <summary>Number of edges.</summary>
    public int EdgeCount => Edges.Count;

    /// <summary>
    /// The copies of the node at an end of an edge: for the streets, and for leaving and entering residents' edges;
    /// -1 where there is none.
    /// </summary>
    /// <param name="edge">Edge.</param>
    /// <param name="first">True for its first end, false for the last.</param>
    internal (int Street, int Leaving, int Entering) CopiesOf(int edge, bool first)
    {
        const int none = -1;
        var (start, end) = first ? (Edges.StartFrom[edge], Edges.EndFrom[edge]) : (Edges.StartTo[edge], Edges.EndTo[edge]);
        var (from, to) = (none, none);
        for (var a = FirstArc[start]; a < FirstArc[start + 1]; a++)
        {
            if (ArcEdge[a] == NoEdge)
            {
                (from, to) = Arcs.IsForward[a] ? (from, ArcHead[a]) : (ArcHead[a], to);
            }
        }

        // From a leaving node the step goes to the street; from a street's node the steps are to and from the others.
        return Edges.ResidentsOnly[edge] ? (to, start, end) : (start, from, to);
    }

    /// <summary>
    /// Costs for a time, made once for each walker. Where nothing on the way makes the quickest walk another question
    /// than the shortest (no waits, slopes or slow steps) these are <see cref="DistanceCosts"/> themselves.
    /// </summary>
    /// <param name="pace">The walker.</param>
    public WalkCosts TimeCosts(WalkerPace pace)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pace.SpeedMmPerS);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pace.StepsShare);
        return hasDelaysOrGrades || (hasSteps && pace.StepsShare != 1)
            ? timeCosts.GetOrAdd(pace, p => WalkCosts.OfTimes(this, p))
            : DistanceCosts;
    }
}
