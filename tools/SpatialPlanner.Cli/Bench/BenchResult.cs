using System.Diagnostics;

namespace SpatialPlanner.Cli.Bench;

/// <summary>What was measured on one graph, without the graph itself.</summary>
/// <param name="Graph">Its name.</param>
/// <param name="Nodes">Number of junctions.</param>
/// <param name="Edges">Number of edges.</param>
/// <param name="Buildings">Number of buildings; 0 where the graph has none.</param>
/// <param name="LoadMs">From columns in memory to everything linked and indexed, milliseconds.</param>
/// <param name="Memory">Memory at the end, with every result still there.</param>
/// <param name="Tasks">The tasks.</param>
public sealed record BenchResult(
    string Graph, int Nodes, int Edges, int Buildings, double LoadMs, BenchMemory Memory, IReadOnlyList<BenchTask> Tasks)
{
    /// <summary>Median of a task over that of this graph's own sweep.</summary>
    public double InSweeps(BenchTask task) => task.MedianMs / Tasks[0].MedianMs;

    /// <summary>
    /// The power of the number of nodes that a figure grew with since a smaller graph; null where there is no such graph
    /// or the figure is too small to say.
    /// </summary>
    public double? Growth(BenchResult smaller, Func<BenchResult, double> figure)
    {
        var (before, after) = (figure(smaller), figure(this));
        return smaller.Nodes < Nodes && before > 0 && after > 0
            ? Math.Log(after / before) / Math.Log((double)Nodes / smaller.Nodes)
            : null;
    }
}

/// <summary>Memory of the process.</summary>
/// <param name="ManagedBytes">Objects alive.</param>
/// <param name="PeakBytes">Most memory that the process ever held.</param>
public readonly record struct BenchMemory(long ManagedBytes, long PeakBytes)
{
    /// <summary>The memory now, after a collection.</summary>
    public static BenchMemory Now()
    {
        using var process = Process.GetCurrentProcess();
        return new(GC.GetTotalMemory(forceFullCollection: true), process.PeakWorkingSet64);
    }
}
