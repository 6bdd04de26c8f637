namespace SpatialPlanner.Engine.Network;

/// <summary>
/// What walking costs, in <em>paced millimetres</em>: the millimetres a walker covers on the level in the time that it
/// takes. For a distance limit these are the plain millimetres; for a time limit a wait counts as the way the walker
/// would have gone meanwhile, and a slope as the level way of the same time, so that cost / speed is the time. One
/// integer unit for both keeps a limit of minutes and the distance derived from it equal to the millimetre, where
/// milliseconds an edge would round each edge.
/// <para>
/// The two directions of an edge may differ. A search walks from its sources; to search for the walks <em>to</em> them
/// give it <see cref="Reversed"/>, since turning every walk round is the same as swapping the two directions.
/// </para>
/// </summary>
public sealed class WalkCosts
{
    /// <summary>The cost of what cannot be reached. Larger than any cost.</summary>
    public const int Unreached = int.MaxValue;

    /// <summary>The longest walk that is looked at, so that sums cannot overflow: a thousand kilometres.</summary>
    public const int LongestMm = 1_000_000_000;

    /// <summary>The cost of what may not be walked: above every limit, and small enough to be added to one.</summary>
    public const int Closed = LongestMm + 1;

    private readonly WalkNetwork network;

    private WalkCosts(WalkNetwork network, int[] forwardMm, int[] backwardMm)
        : this(network, forwardMm, backwardMm, null)
    {
    }

    private WalkCosts(WalkNetwork network, int[] forwardMm, int[] backwardMm, WalkCosts? reversed)
    {
        this.network = network;
        (ForwardMm, BackwardMm) = (forwardMm, backwardMm);
        LongestEdgeMm = Math.Max(Longest(forwardMm), Longest(backwardMm));
        Arcs = PricedArcs();
        Reversed = reversed ?? (forwardMm == backwardMm ? this : new WalkCosts(network, backwardMm, forwardMm, this));
    }

    /// <summary>Cost of each edge from its first end to the last, or <see cref="Closed"/>.</summary>
    public int[] ForwardMm { get; }

    /// <summary>Cost of each edge from its last end to the first, or <see cref="Closed"/>.</summary>
    public int[] BackwardMm { get; }

    /// <summary>The arcs with their costs, in the order of the network's.</summary>
    public Arc[] Arcs { get; }

    /// <summary>The largest cost of an edge that may be walked.</summary>
    public int LongestEdgeMm { get; }

    /// <summary>The costs of every walk turned round; itself where no edge has a direction.</summary>
    public WalkCosts Reversed { get; }

    /// <summary>Costs for a distance: the length alone.</summary>
    /// <param name="network">The network.</param>
    public static WalkCosts Distance(WalkNetwork network) => network.DistanceCosts;

    /// <summary>Costs for a time: the length, slopes, steps, and the way lost by waiting.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pace">The walker.</param>
    public static WalkCosts Time(WalkNetwork network, WalkerPace pace) => network.TimeCosts(pace);

    /// <summary>Cost from the edge's first end to a place on it.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="offsetMm">Place, millimetres from the first end, at most the edge's length.</param>
    public int FromFirst(int edge, int offsetMm) =>
        ForwardMm[edge] is var cost && cost == Closed ? AtFirst(edge, offsetMm) : Share(cost, edge, offsetMm);

    /// <summary>Cost from a place on an edge to its last end.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="offsetMm">Place, millimetres from the first end.</param>
    public int ToLast(int edge, int offsetMm) =>
        ForwardMm[edge] is var cost && cost == Closed ? AtLast(edge, offsetMm) : cost - Share(cost, edge, offsetMm);

    /// <summary>Cost from a place on an edge to its first end.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="offsetMm">Place, millimetres from the first end.</param>
    public int ToFirst(int edge, int offsetMm) =>
        BackwardMm[edge] is var cost && cost == Closed ? AtFirst(edge, offsetMm) : Share(cost, edge, offsetMm);

    /// <summary>Cost from the edge's last end to a place on it.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="offsetMm">Place, millimetres from the first end.</param>
    public int FromLast(int edge, int offsetMm) =>
        BackwardMm[edge] is var cost && cost == Closed ? AtLast(edge, offsetMm) : cost - Share(cost, edge, offsetMm);

    /// <summary>Cost along an edge from one place on it to another.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="fromMm">Where the walk begins, millimetres from the first end.</param>
    /// <param name="toMm">Where it ends.</param>
    public int Along(int edge, int fromMm, int toMm)
    {
        if (fromMm == toMm)
        {
            return 0;
        }

        var cost = fromMm < toMm ? ForwardMm[edge] : BackwardMm[edge];
        return cost == Closed ? Closed : Math.Abs(Share(cost, edge, toMm) - Share(cost, edge, fromMm));
    }

    /// <summary>Cost of the way an arc is walked the other way round: of coming from its head to its tail.</summary>
    /// <param name="arc">Arc.</param>
    public int AgainstMm(int arc) =>
        Price(network.Arcs.Edge[arc], !network.Arcs.IsForward[arc]);

    /// <summary>Makes the costs that <see cref="WalkNetwork.DistanceCosts"/> holds.</summary>
    internal static WalkCosts OfLengths(WalkNetwork network)
    {
        var (lengths, passage) = (network.Edges.LengthMm, network.Edges.Passage);
        return passage.AsSpan().ContainsAnyExcept(EdgePassage.Both)
            ? Make(network, (e, _) => lengths[e])
            : new WalkCosts(network, lengths, lengths);
    }

    /// <summary>Makes the costs that <see cref="WalkNetwork.TimeCosts"/> holds.</summary>
    internal static WalkCosts OfTimes(WalkNetwork network, WalkerPace pace)
    {
        var edges = network.Edges;
        return Make(network, (e, forward) =>
        {
            var share = edges.IsSteps[e] ? pace.StepsShare
                : edges.Grade[e] == 0 ? 1 : WalkerPace.SlopeShare(forward ? edges.Grade[e] : -edges.Grade[e]);
            var walked = share == 1 ? edges.LengthMm[e] : Math.Round(edges.LengthMm[e] / share);
            return walked + ((long)edges.DelayMs[e] * pace.SpeedMmPerS / 1000);
        });
    }

    private static WalkCosts Make(WalkNetwork network, Func<int, bool, double> costMm)
    {
        var passage = network.Edges.Passage;
        int[] Column(bool forward, EdgePassage against)
        {
            var column = new int[passage.Length];
            for (var e = 0; e < column.Length; e++)
            {
                column[e] = (int)Math.Clamp(costMm(e, forward), 1, LongestMm);
            }

            // Before anything is closed: an edge that was cut is closed, its parts are not.
            foreach (var part in network.PartsOfEdges)
            {
                column[part.Edge] = part.ShareMm(column[part.Of], network.Edges.LengthMm[part.Of]);
            }

            for (var e = 0; e < column.Length; e++)
            {
                column[e] = passage[e] == against || passage[e] == EdgePassage.Closed ? Closed : column[e];
            }

            return column;
        }

        var (there, back) = (Column(true, EdgePassage.Backward), Column(false, EdgePassage.Forward));
        return there.AsSpan().SequenceEqual(back) ? new(network, there, there) : new(network, there, back);
    }

    private static int Longest(int[] costs)
    {
        var longest = 0;
        foreach (var cost in costs)
        {
            longest = cost != Closed && cost > longest ? cost : longest;
        }

        return longest;
    }

    // Who stands at the end of a one-way edge is at that end without a step against the way.
    private int AtFirst(int edge, int offsetMm) => offsetMm == 0 && IsOneWay(edge) ? 0 : Closed;

    private int AtLast(int edge, int offsetMm) =>
        offsetMm == network.Edges.LengthMm[edge] && IsOneWay(edge) ? 0 : Closed;

    private bool IsOneWay(int edge) => ForwardMm[edge] == Closed != (BackwardMm[edge] == Closed);

    private int Share(int cost, int edge, int partMm) =>
        network.Edges.LengthMm[edge] is var length && cost == length ? partMm : (int)((long)cost * partMm / length);

    private Arc[] PricedArcs()
    {
        var (head, edge, isForward) = (network.Arcs.Head, network.Arcs.Edge, network.Arcs.IsForward);
        var arcs = new Arc[head.Length];
        for (var a = 0; a < arcs.Length; a++)
        {
            arcs[a] = new Arc(head[a], Price(edge[a], isForward[a]));
        }

        return arcs;
    }

    private int Price(int edge, bool forward) =>
        edge == ArcColumns.NoEdge ? (forward ? 0 : Closed) : forward ? ForwardMm[edge] : BackwardMm[edge];
}
