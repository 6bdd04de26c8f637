using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>Dijkstra with predecessors for one walk; see <see cref="WalkPath"/>.</summary>
internal sealed class PathSearch(WalkNetwork network, WalkCosts costs)
{
    private readonly Dictionary<int, (int CostMm, int Arc, int Tail)> best = [];
    private readonly PriorityQueue<int, (int CostMm, int Node)> queue = new();

    /// <summary>How a walk arrives at its end: through a node, or along the edge it started on (node is -1).</summary>
    private readonly record struct Arrival(int CostMm, LinkPosition End, int Node, bool AtFirstEnd, LinkPosition Start);

    public WalkPath? Find(LinkPosition[] starts, LinkPosition[] ends)
    {
        foreach (var start in starts)
        {
            Offer(
                network.Edges.StartFrom[start.Edge], start.AccessMm + costs.ToFirst(start.Edge, start.OffsetMm), -1, -1);
            Offer(network.Edges.StartTo[start.Edge], start.AccessMm + costs.ToLast(start.Edge, start.OffsetMm), -1, -1);
        }

        var arrival = AlongOneEdge(starts, ends);
        while (queue.TryDequeue(out var node, out var key) && (arrival is null || key.CostMm < arrival.Value.CostMm))
        {
            if (best[node].CostMm != key.CostMm)
            {
                continue;
            }

            arrival = Arrive(node, key.CostMm, ends, arrival);
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                Offer(costs.Arcs[a].Head, key.CostMm + costs.Arcs[a].CostMm, a, node);
            }
        }

        return arrival is null ? null : Draw(arrival.Value, starts);
    }

    private void Offer(int node, int costMm, int arc, int tail)
    {
        if (costMm <= WalkCosts.LongestMm && (!best.TryGetValue(node, out var old) || costMm < old.CostMm))
        {
            best[node] = (costMm, arc, tail);
            queue.Enqueue(node, (costMm, node));
        }
    }

    private Arrival? AlongOneEdge(LinkPosition[] starts, LinkPosition[] ends)
    {
        Arrival? arrival = null;
        foreach (var start in starts)
        {
            foreach (var end in ends.Where(e => e.Edge == start.Edge))
            {
                var along = costs.Along(end.Edge, start.OffsetMm, end.OffsetMm);
                arrival = Better(arrival, new Arrival(start.AccessMm + along + end.AccessMm, end, -1, false, start));
            }
        }

        return arrival;
    }

    private Arrival? Arrive(int node, int costMm, LinkPosition[] ends, Arrival? arrival)
    {
        var edges = network.Edges;
        foreach (var end in ends)
        {
            if (edges.EndFrom[end.Edge] == node || edges.StartFrom[end.Edge] == node)
            {
                var part = costs.FromFirst(end.Edge, end.OffsetMm);
                arrival = Better(arrival, new Arrival(costMm + part + end.AccessMm, end, node, true, default));
            }

            if (edges.EndTo[end.Edge] == node || edges.StartTo[end.Edge] == node)
            {
                var rest = costs.FromLast(end.Edge, end.OffsetMm);
                arrival = Better(arrival, new Arrival(costMm + rest + end.AccessMm, end, node, false, default));
            }
        }

        return arrival;
    }

    private static Arrival? Better(Arrival? old, Arrival offered) =>
        offered.CostMm > WalkCosts.LongestMm || (old is { } kept && kept.CostMm <= offered.CostMm) ? old : offered;

    private WalkPath Draw(Arrival arrival, LinkPosition[] starts)
    {
        var edges = network.Edges;
        var drawing = new PathDrawing(edges);
        if (arrival.Node < 0)
        {
            drawing.Add(arrival.End.Edge, arrival.Start.OffsetMm, arrival.End.OffsetMm);
            return drawing.Finish(arrival.CostMm, arrival.Start.AccessMm, arrival.End.AccessMm);
        }

        var arcs = new Stack<(int Edge, bool Forward)>();
        var node = arrival.Node;
        while (best[node].Arc >= 0)
        {
            var (_, arc, tail) = best[node];
            var edge = network.ArcEdge[arc];
            if (edge != WalkNetwork.NoEdge)
            {
                arcs.Push((edge, network.Arcs.IsForward[arc]));
            }

            node = tail;
        }

        var start = StartAt(node, starts, out var leavesByFirstEnd);
        drawing.Add(start.Edge, start.OffsetMm, leavesByFirstEnd ? 0 : edges.LengthMm[start.Edge]);
        foreach (var (edge, forward) in arcs)
        {
            drawing.Add(edge, forward ? 0 : edges.LengthMm[edge], forward ? edges.LengthMm[edge] : 0);
        }

        drawing.Add(arrival.End.Edge, arrival.AtFirstEnd ? 0 : edges.LengthMm[arrival.End.Edge], arrival.End.OffsetMm);
        return drawing.Finish(arrival.CostMm, start.AccessMm, arrival.End.AccessMm);
    }

    private LinkPosition StartAt(int node, LinkPosition[] starts, out bool byFirstEnd)
    {
        foreach (var start in starts)
        {
            byFirstEnd = true;
            var toFirst = start.AccessMm + costs.ToFirst(start.Edge, start.OffsetMm);
            if (network.Edges.StartFrom[start.Edge] == node && toFirst == best[node].CostMm)
            {
                return start;
            }

            byFirstEnd = false;
            if (network.Edges.StartTo[start.Edge] == node
                && start.AccessMm + costs.ToLast(start.Edge, start.OffsetMm) == best[node].CostMm)
            {
                return start;
            }
        }

        throw new InvalidOperationException("A walk must begin at one of its starts.");
    }
}
