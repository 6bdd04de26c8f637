using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>
/// The best assignment the slow way: unit by unit along the longest path of the residual graph (Bellman–Ford), as textbooks
/// have it, with nothing of the program's own.
/// </summary>
internal static class SlowAssignment
{
    /// <summary>The most that a set of columns gains.</summary>
    public static long Value(GainMatrix matrix, int[] set)
    {
        // Nodes: 0 source, rows, columns, sink last.
        var (rows, sink) = (matrix.RowCount, matrix.RowCount + set.Length + 1);
        var (from, to, room, gain) = (new List<int>(), new List<int>(), new List<long>(), new List<long>());
        void Edge(int a, int b, long most, long each)
        {
            from.AddRange([a, b]);
            to.AddRange([b, a]);
            room.AddRange([most, 0]);
            gain.AddRange([each, -each]);
        }

        for (var r = 0; r < rows; r++)
        {
            Edge(0, 1 + r, matrix.Amount[r], 0);
            for (var k = matrix.First[r]; k < matrix.First[r + 1]; k++)
            {
                if (Array.IndexOf(set, matrix.Column[k]) is >= 0 and var place)
                {
                    Edge(1 + r, 1 + rows + place, matrix.Amount[r], matrix.Gain[k]);
                }
            }
        }

        for (var c = 0; c < set.Length; c++)
        {
            Edge(1 + rows + c, sink, Math.Min(matrix.Capacity![set[c]], 1_000_000), 0);
        }

        var total = 0L;
        while (Longest(sink + 1, from, to, room, gain) is { } path && path.Gain > 0)
        {
            total += path.Gain;
            foreach (var e in path.Edges)
            {
                room[e]--;
                room[e ^ 1]++;
            }
        }

        return total;
    }

    private static (long Gain, List<int> Edges)? Longest(int nodes, List<int> from, List<int> to, List<long> room, List<long> gain)
    {
        var (most, by) = (Enumerable.Repeat(long.MinValue / 2, nodes).ToArray(), new int[nodes]);
        most[0] = 0;
        for (var round = 0; round < nodes; round++)
        {
            for (var e = 0; e < from.Count; e++)
            {
                if (room[e] > 0 && most[from[e]] > long.MinValue / 4 && most[from[e]] + gain[e] > most[to[e]])
                {
                    (most[to[e]], by[to[e]]) = (most[from[e]] + gain[e], e);
                }
            }
        }

        if (most[nodes - 1] < long.MinValue / 4)
        {
            return null;
        }

        var edges = new List<int>();
        for (var node = nodes - 1; node != 0; node = from[by[node]])
        {
            edges.Add(by[node]);
        }

        return (most[nodes - 1], edges);
    }
}
