using System.Diagnostics;
using System.Runtime.InteropServices;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Cli.Bench;

/// <summary>A graph to measure on: a network, and facilities that stand on some of its junctions.</summary>
/// <param name="Name">Name for the report.</param>
/// <param name="Network">The network.</param>
/// <param name="JunctionCount">Number of junctions; the network may have more nodes.</param>
/// <param name="Facilities">Links of the facilities.</param>
/// <param name="BuildMs">Time from the columns in memory to the network, milliseconds.</param>
public sealed record BenchGraph(
    string Name, WalkNetwork Network, int JunctionCount, Linkage Facilities, double BuildMs)
{
    private const double BlockMetres = 70;

    /// <summary>
    /// Reads <c>PREFIX.nodes.f64</c> (x, y in metres), <c>PREFIX.edges.i32</c> (undirected) and <c>PREFIX.w.f64</c>
    /// (metres), little-endian, and the junctions of the facilities.
    /// </summary>
    public static BenchGraph Read(string prefix, string facilities)
    {
        var (nodes, ends) = (Column<double>($"{prefix}.nodes.f64"), Column<int>($"{prefix}.edges.i32"));
        var lengths = Column<double>($"{prefix}.w.f64");
        if (ends.Length != 2 * lengths.Length || ends.Any(v => v < 0 || v >= nodes.Length / 2))
        {
            throw InputException.Fatal(
                prefix, null, new("三个图文件不一致", "the three files of the graph do not fit together"),
                new("重新生成", "make them again"));
        }

        return Of(Path.GetFileName(prefix), nodes, ends, lengths, Column<int>(facilities));
    }

    /// <summary>
    /// A town of about square blocks of 70 m, its crossings moved and every fourth street left out by lot: the same
    /// every time.
    /// </summary>
    public static BenchGraph Grid(int side, int facilityCount)
    {
        var random = new Random(1);
        var nodes = new double[side * side * 2];
        for (var v = 0; v < side * side; v++)
        {
            nodes[2 * v] = BlockMetres * ((v % side) + (random.NextDouble() * 0.6));
            nodes[(2 * v) + 1] = BlockMetres * ((v / side) + (random.NextDouble() * 0.6));
        }

        var (ends, lengths) = (new List<int>(side * side * 4), new List<double>(side * side * 2));
        void AddStreet(int v, int w)
        {
            if (random.Next(4) > 0)
            {
                var (dx, dy) = (nodes[2 * v] - nodes[2 * w], nodes[(2 * v) + 1] - nodes[(2 * w) + 1]);
                ends.AddRange([v, w]);
                lengths.Add(Math.Sqrt((dx * dx) + (dy * dy)) * (1 + (random.NextDouble() / 4)));
            }
        }

        for (var v = 0; v < side * side; v++)
        {
            if (v % side < side - 1)
            {
                AddStreet(v, v + 1);
            }

            if (v / side < side - 1)
            {
                AddStreet(v, v + side);
            }
        }

        return Of(
            $"grid {side} x {side}", nodes, [.. ends], [.. lengths],
            [.. Enumerable.Range(0, facilityCount).Select(_ => ends[random.Next(ends.Count)])]);
    }

    private static BenchGraph Of(string name, double[] nodes, int[] ends, double[] lengths, int[] facilities)
    {
        var clock = Stopwatch.StartNew();
        var builder = new WalkNetworkBuilder();
        var edgeAt = new int[nodes.Length / 2];
        Array.Fill(edgeAt, -1);
        for (var e = 0; e < lengths.Length; e++)
        {
            var (u, v) = (ends[2 * e], ends[(2 * e) + 1]);
            (edgeAt[u], edgeAt[v]) = (e, e);
            builder.AddEdge(
                u, v, (int)Math.Round(lengths[e] * 1000), default, [nodes[2 * u], nodes[2 * v]],
                [nodes[(2 * u) + 1], nodes[(2 * v) + 1]]);
        }

        var network = builder.Build();
        var buildMs = clock.Elapsed.TotalMilliseconds;
        var links = new LinkageBuilder();
        foreach (var node in facilities)
        {
            if (edgeAt[node] is var edge and >= 0)
            {
                links.Add(new LinkPosition(edge, ends[2 * edge] == node ? 0 : network.Edges.LengthMm[edge], 0));
            }

            links.EndPoint();
        }

        return new BenchGraph(name, network, nodes.Length / 2, links.Build(), buildMs);
    }

    private static T[] Column<T>(string path)
        where T : struct
    {
        try
        {
            return MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(path)).ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Fatal(
                path, null, new($"无法读取：{e.Message}", $"cannot be read: {e.Message}"),
                new("检查路径", "check the path"), e);
        }
    }
}
