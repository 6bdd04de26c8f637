using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Measures the engine on a graph.</summary>
public sealed class NetworkBench(BenchGraph graph, int limitMm, int pointCount, BenchClock clock)
{
    private readonly WalkNetwork network = graph.Network;
    private readonly WalkCosts costs = WalkCosts.Distance(graph.Network);
    private readonly ShortestPathSearch search = new(graph.Network);
    private readonly int[] facilities = [.. Enumerable.Range(0, graph.Facilities.PointCount)];

    public IEnumerable<BenchTask> Run()
    {
        yield return new BenchTask("bfs", clock.Time(Sweep));
        yield return new BenchTask(
            "nearest", clock.Time(Nearest), Reached: search.Reached.Length, SumM: SumOfReached() / 1000.0);
        foreach (var threads in new[] { 1, 2 })
        {
            var (pairs, sumMm) = (0L, 0L);
            var ms = clock.Time(() => (pairs, sumMm) = Matrix(threads));
            yield return new BenchTask("matrix", ms, threads, Pairs: pairs, SumM: sumMm / 1000.0);
        }

        foreach (var task in Link())
        {
            yield return task;
        }

        yield return new BenchTask("isochrone", clock.Time(Isochrone));
    }

    /// <summary>A breadth-first sweep from all facilities: the least that any search must do.</summary>
    private void Sweep()
    {
        var seen = new bool[network.NodeCount];
        var queue = new int[network.NodeCount];
        var (first, head, end) = (network.FirstArc, network.ArcHead, 0);
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
            for (var a = first[queue[k]]; a < first[queue[k] + 1]; a++)
            {
                if (!seen[head[a]])
                {
                    seen[head[a]] = true;
                    queue[end++] = head[a];
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

    /// <summary>Every facility's reach, all kept.</summary>
    private (long Pairs, long SumMm) Matrix(int threads)
    {
        var rows = OriginDestinationMatrix.FindNodes(network, costs, graph.Facilities, limitMm, threads);
        var sum = 0L;
        foreach (var costMm in rows.CostMm)
        {
            sum += costMm;
        }

        return (rows.Column.Length, sum);
    }

    private IEnumerable<BenchTask> Link()
    {
        var index = new EdgeIndex(network);
        var random = new Random(3);
        var (shapeX, shapeY) = (network.Edges.ShapeX, network.Edges.ShapeY);
        var (x, y) = (new double[pointCount], new double[pointCount]);
        for (var p = 0; p < pointCount; p++)
        {
            var near = random.Next(shapeX.Length);
            (x[p], y[p]) = (shapeX[near] + random.Next(-40, 40), shapeY[near] + random.Next(-40, 40));
        }

        foreach (var threads in new[] { 1, 2 })
        {
            LinkPosition?[] found = [];
            var ms = clock.Time(() => found = index.NearestOfAll(x, y, 100, threads));
            yield return new BenchTask("link", ms, threads, Reached: found.LongCount(f => f is not null), Pairs: pointCount);
        }
    }

    /// <summary>The ground reached within 5, 10 and 15 minutes at a metre a second, as polygons.</summary>
    private void Isochrone()
    {
        int[] limits = [300_000, 600_000, 900_000];
        var reached = ReachedEdges.Find(
            network, costs, graph.Facilities, [0], ContourPolygons.WithOneBeyond(limits), search);
        ContourPolygons.Draw(network, reached, limits);
    }
}
