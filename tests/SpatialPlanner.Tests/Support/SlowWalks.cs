using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// Plain Dijkstra over the edges of a network, without its arcs, copies of nodes or costs: junctions are what the ends
/// of edges have in common, and a walk is in one of the three states of <see cref="Oracle"/>. For cities, where the
/// oracle is too slow; distances only.
/// </summary>
internal sealed class SlowWalks
{
    private const int Leaving = 0;
    private const int Street = 1;
    private const int Entering = 2;
    private readonly EdgeColumns edges;
    private readonly int[] junction;
    private readonly ILookup<int, (int To, int Edge)> ways;

    public SlowWalks(WalkNetwork network)
    {
        edges = network.Edges;
        junction = [.. Enumerable.Range(0, network.NodeCount)];
        for (var v = 0; v < network.NodeCount; v++)
        {
            for (var a = network.FirstArc[v]; a < network.FirstArc[v + 1]; a++)
            {
                if (network.ArcEdge[a] == WalkNetwork.NoEdge)
                {
                    junction[Root(v)] = Root(network.ArcHead[a]);
                }
            }
        }

        // The two copies of a residents' junction that is on no street have no arc between them.
        for (var e = 0; e < edges.Count; e++)
        {
            junction[Root(edges.StartFrom[e])] = Root(edges.EndFrom[e]);
            junction[Root(edges.StartTo[e])] = Root(edges.EndTo[e]);
        }

        ways = Enumerable.Range(0, edges.Count)
            .SelectMany(e => new[] { (From: From(e), To: To(e), Edge: e), (From: To(e), To: From(e), Edge: e) })
            .ToLookup(w => w.From, w => (w.To, w.Edge));
    }

    /// <summary>Millimetres from some links to the nearest of others, or <see cref="WalkCosts.Unreached"/>.</summary>
    public int Shortest(IReadOnlyList<LinkPosition> from, IReadOnlyList<LinkPosition> to)
    {
        var (cost, queue) = (new Dictionary<(int, int), int>(), new PriorityQueue<(int Junction, int State), int>());
        void Offer(int at, int state, int mm)
        {
            if (mm < cost.GetValueOrDefault((at, state), int.MaxValue))
            {
                cost[(at, state)] = mm;
                queue.Enqueue((at, state), mm);
            }
        }

        foreach (var link in from)
        {
            var state = edges.ResidentsOnly[link.Edge] ? Leaving : Street;
            Offer(From(link.Edge), state, link.AccessMm + link.OffsetMm);
            Offer(To(link.Edge), state, link.AccessMm + edges.LengthMm[link.Edge] - link.OffsetMm);
        }

        var best = from.SelectMany(_ => to, Along).Append(WalkCosts.Unreached).Min();
        var ends = to.SelectMany(l => new[] { (At: From(l.Edge), l.Edge, Mm: l.OffsetMm + l.AccessMm), (At: To(l.Edge), l.Edge, Mm: edges.LengthMm[l.Edge] - l.OffsetMm + l.AccessMm) })
            .ToLookup(l => l.At);
        while (queue.TryDequeue(out var at, out var mm) && mm < best)
        {
            if (mm > cost[at])
            {
                continue;
            }

            best = ends[at.Junction].Where(l => Next(at.State, edges.ResidentsOnly[l.Edge]) is not null)
                .Select(l => mm + l.Mm).Append(best).Min();
            foreach (var (next, edge) in ways[at.Junction])
            {
                if (Next(at.State, edges.ResidentsOnly[edge]) is { } state)
                {
                    Offer(next, state, mm + edges.LengthMm[edge]);
                }
            }
        }

        return best;
    }

    private static int Along(LinkPosition a, LinkPosition b) =>
        a.Edge == b.Edge ? a.AccessMm + Math.Abs(a.OffsetMm - b.OffsetMm) + b.AccessMm : WalkCosts.Unreached;

    private static int? Next(int state, bool residentsOnly) => (state, residentsOnly) switch
    {
        (Leaving, true) => Leaving,
        (Leaving or Street, false) => Street,
        (Street or Entering, true) => Entering,
        _ => null,
    };

    private int From(int edge) => Root(edges.StartFrom[edge]);

    private int To(int edge) => Root(edges.StartTo[edge]);

    private int Root(int node)
    {
        while (junction[node] != node)
        {
            node = junction[node] = junction[junction[node]];
        }

        return node;
    }
}
