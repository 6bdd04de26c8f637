using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// The slow and obvious answer: every edge is cut into pieces at every position that matters, and Dijkstra runs on the
/// pieces, state by state. A walk is in one of three states: still on the residents' edges it started on, on the
/// streets, or on the residents' edges it will end on.
/// </summary>
internal sealed class Oracle(RandomTown town)
{
    private const int Leaving = 0;
    private const int Street = 1;
    private const int Entering = 2;

    /// <summary>Cost from one point to another, or <see cref="WalkCosts.Unreached"/>.</summary>
    public int Cost(IReadOnlyList<LinkPosition> from, IReadOnlyList<LinkPosition> to)
    {
        var pieces = Pieces([.. from, .. to]);
        var cost = new Dictionary<(string Vertex, int State), int>();
        var queue = new PriorityQueue<(string Vertex, int State), int>();
        void Offer((string Vertex, int State) at, int value)
        {
            if (value < cost.GetValueOrDefault(at, int.MaxValue))
            {
                cost[at] = value;
                queue.Enqueue(at, value);
            }
        }

        foreach (var link in from)
        {
            Offer((Vertex(link), town.Edges[link.Edge].ResidentsOnly ? Leaving : Street), link.AccessMm);
        }

        while (queue.TryDequeue(out var at, out var value))
        {
            if (value > cost[at])
            {
                continue;
            }

            foreach (var piece in pieces[at.Vertex])
            {
                if (Next(at.State, piece.ResidentsOnly) is { } state)
                {
                    Offer((piece.To, state), value + piece.LengthMm);
                }
            }
        }

        var best = WalkCosts.Unreached;
        foreach (var link in to)
        {
            // Who stands at a gate but came through the compound is not on the street: that would be walking through.
            for (var state = Leaving; state <= (town.Edges[link.Edge].ResidentsOnly ? Entering : Street); state++)
            {
                if (cost.TryGetValue((Vertex(link), state), out var value))
                {
                    best = Math.Min(best, value + link.AccessMm);
                }
            }
        }

        return best;
    }

    private static int? Next(int state, bool residentsOnly) => (state, residentsOnly) switch
    {
        (Leaving, true) => Leaving,
        (Leaving or Street, false) => Street,
        (Street or Entering, true) => Entering,
        _ => null,
    };

    private string Vertex(LinkPosition link)
    {
        var edge = town.Edges[link.Edge];
        return link.OffsetMm == 0 ? $"j{edge.From}"
            : link.OffsetMm == edge.LengthMm ? $"j{edge.To}"
            : $"e{link.Edge}@{link.OffsetMm}";
    }

    private ILookup<string, (string To, int LengthMm, bool ResidentsOnly)> Pieces(List<LinkPosition> links)
    {
        var pieces = new List<(string From, string To, int LengthMm, bool ResidentsOnly)>();
        for (var e = 0; e < town.Edges.Count; e++)
        {
            var edge = town.Edges[e];
            var cuts = links.Where(l => l.Edge == e).Select(l => l.OffsetMm)
                .Append(0).Append(edge.LengthMm).Distinct().Order().ToList();
            for (var i = 1; i < cuts.Count; i++)
            {
                var (a, b) = (Vertex(new(e, cuts[i - 1], 0)), Vertex(new(e, cuts[i], 0)));
                pieces.Add((a, b, cuts[i] - cuts[i - 1], edge.ResidentsOnly));
                pieces.Add((b, a, cuts[i] - cuts[i - 1], edge.ResidentsOnly));
            }
        }

        return pieces.ToLookup(p => p.From, p => (p.To, p.LengthMm, p.ResidentsOnly));
    }
}
