namespace SpatialPlanner.Cli.Bench;

/// <summary>The figures of one task: milliseconds of each run, and what came out, to compare with others.</summary>
public sealed record BenchTask(
    string Task, IReadOnlyList<double> Ms, int Threads = 1, long? Reached = null, double? SumM = null, long? Pairs = null)
{
    public double MedianMs => Ms.Order().ElementAt(Ms.Count / 2);
}
