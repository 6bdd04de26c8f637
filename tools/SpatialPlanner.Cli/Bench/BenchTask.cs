namespace SpatialPlanner.Cli.Bench;

/// <summary>The figures of one task: milliseconds of each run, and what came out, to compare with others.</summary>
/// <param name="Task">Its name.</param>
/// <param name="Ms">Milliseconds of each run.</param>
/// <param name="Threads">Threads it ran on.</param>
/// <param name="Reached">Nodes, points or buildings reached, linked or changed.</param>
/// <param name="SumM">Sum of the walks, metres.</param>
/// <param name="Pairs">Pairs looked at.</param>
public sealed record BenchTask(
    string Task, IReadOnlyList<double> Ms, int Threads = 1, long? Reached = null, double? SumM = null, long? Pairs = null)
{
    public double MedianMs => Ms.Order().ElementAt(Ms.Count / 2);

    /// <summary>Name with the threads where there is more than one.</summary>
    public string Label => Threads == 1 ? Task : $"{Task} ({Threads})";
}
