namespace SpatialPlanner.Engine.Network;

/// <summary>
/// What walking costs, in <em>paced millimetres</em>: the millimetres a walker covers in the time that it takes.
/// For a distance limit these are the plain millimetres; for a time limit a wait counts as the way the walker would
/// have gone meanwhile, so that cost / speed is the time. One integer unit for both keeps a limit of minutes and the
/// distance derived from it equal to the millimetre, where milliseconds an edge would round each edge.
/// </summary>
public sealed class WalkCosts
{
    /// <summary>The cost of what cannot be reached. Larger than any cost.</summary>
    public const int Unreached = int.MaxValue;

    /// <summary>The longest walk that is looked at, so that sums cannot overflow: a thousand kilometres.</summary>
    public const int LongestMm = 1_000_000_000;

    private WalkCosts(WalkNetwork network, int[] edgeMm)
    {
        EdgeMm = edgeMm;
        LongestEdgeMm = edgeMm.Length == 0 ? 0 : edgeMm.Max();
        Arcs = new Arc[network.ArcHead.Length];
        for (var a = 0; a < Arcs.Length; a++)
        {
            var edge = network.ArcEdge[a];
            Arcs[a] = new Arc(network.ArcHead[a], edge == WalkNetwork.NoEdge ? 0 : edgeMm[edge]);
        }
    }

    /// <summary>Cost of each edge in paced millimetres.</summary>
    public int[] EdgeMm { get; }

    /// <summary>The arcs with their costs, in the order of the network's.</summary>
    public Arc[] Arcs { get; }

    /// <summary>The largest cost of an edge.</summary>
    public int LongestEdgeMm { get; }

    /// <summary>Costs for a distance: the length alone.</summary>
    /// <param name="network">The network.</param>
    public static WalkCosts Distance(WalkNetwork network) => network.DistanceCosts;

    /// <summary>Costs for a time: the length and the way lost by waiting.</summary>
    /// <param name="network">The network.</param>
    /// <param name="speedMmPerS">Walking speed in millimetres a second.</param>
    public static WalkCosts Time(WalkNetwork network, int speedMmPerS)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speedMmPerS);
        if (!network.HasDelays)
        {
            return network.DistanceCosts;
        }

        var (length, delay) = (network.Edges.LengthMm, network.Edges.DelayMs);
        var cost = new int[length.Length];
        for (var e = 0; e < cost.Length; e++)
        {
            cost[e] = (int)Math.Min(LongestMm, length[e] + ((long)delay[e] * speedMmPerS / 1000));
        }

        return new(network, cost);
    }

    /// <summary>Makes the costs that <see cref="WalkNetwork.DistanceCosts"/> holds.</summary>
    internal static WalkCosts OfLengths(WalkNetwork network) => new(network, network.Edges.LengthMm);

    /// <summary>Cost of a part of an edge: its share of the whole by length, rounded down.</summary>
    /// <param name="network">The network.</param>
    /// <param name="edge">Edge.</param>
    /// <param name="partMm">Length of the part, millimetres, at most the edge's.</param>
    public int OfPart(WalkNetwork network, int edge, int partMm)
    {
        var (cost, length) = (EdgeMm[edge], network.Edges.LengthMm[edge]);
        return cost == length ? partMm : (int)((long)cost * partMm / length);
    }
}
