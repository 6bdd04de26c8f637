using System.Globalization;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>
/// A graph: <c>from,to,length</c>, undirected; of an edge that is given twice, in either direction, the last line counts
/// (as in OR-Library's p-median files). Every node is demand and site; costs are shortest ways.
/// </summary>
internal static class GraphFile
{
    // Two arrays of pairs and the copies of a search stay below 2 GiB.
    private const long MostPairs = 30_000_000;

    // Up to here all pairs are found whatever the limit is, so that a hint can say which limit would do.
    private const int FewNodes = 1500;

    /// <summary>Reads the graph and finds its shortest ways.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limit">Largest cost that matters, or null.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static LocateTable Read(string path, decimal? limit, CancellationToken cancel)
    {
        var (nodes, edges) = (new Ids(), new Dictionary<(int, int), long>());
        NamedTable.Read(path, ["from", "to", "length"], [], row =>
        {
            var (a, b) = (nodes.Of(row.Id(0)), nodes.Of(row.Id(1)));
            edges[(Math.Min(a, b), Math.Max(a, b))] = row.NeededMillionths(2);
        }, cancel);
        var (names, place) = nodes.Ordered();
        var ways = new GraphWays(nodes.Count, edges.Select(e => (place[e.Key.Item1], place[e.Key.Item2], e.Value)));
        var most = limit is { } given && nodes.Count > FewNodes ? (long)Math.Floor(given * LocateTable.Millionths) : long.MaxValue;
        var rows = new (int[] Node, long[] Length)[nodes.Count];
        var pairs = 0L;
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancel }, ways.Scratch, (node, _, scratch) =>
        {
            rows[node] = ways.Within(node, most, scratch);
            if (Interlocked.Add(ref pairs, rows[node].Node.Length) > MostPairs)
            {
                throw TooMany(path, nodes.Count, limit is null);
            }

            return scratch;
        }, _ => { });
        return Table(path, names, rows, ways);
    }

    private static LocateTable Table(string path, string[] names, (int[] Node, long[] Length)[] rows, GraphWays ways)
    {
        var first = new int[rows.Length + 1];
        for (var r = 0; r < rows.Length; r++)
        {
            first[r + 1] = first[r] + rows[r].Node.Length;
        }

        return new RawTable(Path.GetFileName(path), names, names, first, [.. rows.SelectMany(r => r.Node)], [.. rows.SelectMany(r => r.Length)])
        {
            NearerThan = spacing => ways.NearerThan(spacing),
        }.Plain();
    }

    private static InputException TooMany(string path, int nodes, bool hasNoLimit) => InputException.Fatal(
        Path.GetFileName(path), null,
        new(
            string.Create(CultureInfo.InvariantCulture, $"{nodes:N0} 个节点之间超过 {MostPairs:N0} 对"),
            string.Create(CultureInfo.InvariantCulture, $"more than {MostPairs:N0} pairs among its {nodes:N0} nodes")),
        hasNoLimit ? new("用 --limit 给出最大距离", "give the largest distance that matters by --limit")
            : new("减小 --limit，或用 --costs 给出需要的距离", "give a smaller --limit, or the distances that matter by --costs"));
}
