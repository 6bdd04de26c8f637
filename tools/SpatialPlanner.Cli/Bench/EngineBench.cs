using System.Diagnostics;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Measures the engine on a graph: each task once to warm up, then the runs that count.</summary>
public sealed class EngineBench(BenchGraph graph, int limitMm, int runs, CancellationToken cancel)
{
    private const int PointCount = 100_000;
    private readonly WalkNetwork network = graph.Network;
    private readonly WalkCosts costs = WalkCosts.Distance(graph.Network);
    private readonly ShortestPathSearch search = new(graph.Network);
    private readonly int[] facilities = [.. Enumerable.Range(0, graph.Facilities.PointCount)];

    public IEnumerable<BenchTask> Run()
    {
        yield return new BenchTask("bfs", Time(Sweep));
        yield return new BenchTask(
            "nearest", Time(Nearest), Reached: search.Reached.Length, SumM: SumOfReached() / 1000.0);
        var pairs = 0L;
        var sumMm = 0L;
        yield return new BenchTask("matrix", Time(() => (pairs, sumMm) = Matrix()), Pairs: pairs, SumM: sumMm / 1000.0);
        yield return Link();
        yield return new BenchTask("isochrone", Time(Isochrone));
    }

    private List<double> Time(Action task)
    {
        task();
        var ms = new List<double>();
        for (var r = 0; r < runs; r++)
        {
            cancel.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            task();
            ms.Add(clock.Elapsed.TotalMilliseconds);
        }

        return ms;
    }

    /// <summary>A breadth-first sweep from all facilities: the least that any search must do.</summary>
    private void Sweep()
    {
        var seen = new bool[network.NodeCount];
        var queue = new int[network.NodeCount];
        var end = 0;
        foreach (var edge in graph.Facilities.Edge)
        {
            if (!seen[network.Edges.StartFrom[edge]])
            {
                seen[network.Edges.StartFrom[edge]] = true;
                queue[end++] = network.Edges.StartFrom[edge];
            }
        }

        for (var k = 0; k < end; k++)
        {
            for (var a = network.FirstArc[queue[k]]; a < network.FirstArc[queue[k] + 1]; a++)
            {
                if (!seen[network.ArcHead[a]])
                {
                    seen[network.ArcHead[a]] = true;
                    queue[end++] = network.ArcHead[a];
                }
            }
        }
    }

    private void Nearest() => search.Run(costs, graph.Facilities, facilities, limitMm);

    private long SumOfReached()
    {
        var sum = 0L;
        foreach (var node in search.Reached)
        {
            sum += search.CostMm(node);
        }

        return sum;
    }

    /// <summary>Every facility's reach, each written out as pairs of node and cost.</summary>
    private (long Pairs, long SumMm) Matrix()
    {
        var (pairs, sum) = (0L, 0L);
        var row = new List<(int Node, int CostMm)>();
        foreach (var facility in facilities)
        {
            search.Run(costs, graph.Facilities, [facility], limitMm);
            row.Clear();
            foreach (var node in search.Reached)
            {
                row.Add((node, search.CostMm(node)));
            }

            pairs += row.Count;
            foreach (var (_, costMm) in row)
            {
                sum += costMm;
            }
        }

        return (pairs, sum);
    }

    private BenchTask Link()
    {
        var index = new EdgeIndex(network);
        var random = new Random(3);
        var (x, y) = (network.Edges.ShapeX, network.Edges.ShapeY);
        var points = Enumerable.Range(0, PointCount).Select(_ => random.Next(x.Length))
            .Select(i => (X: x[i] + random.Next(-40, 40), Y: y[i] + random.Next(-40, 40))).ToArray();
        var linked = 0L;
        var ms = Time(() => linked = points.LongCount(p => index.Nearest(p.X, p.Y, 100) is not null));
        return new BenchTask("link", ms, Reached: linked, Pairs: PointCount);
    }

    private void Isochrone()
    {
        int[] limits = [300_000, 600_000, 900_000];
        var reached = ReachedEdges.Find(network, costs, graph.Facilities, [0], limits, search);
        CorridorPolygons.Draw(network, reached, limits.Length);
    }
}
