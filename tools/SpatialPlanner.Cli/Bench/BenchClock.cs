using System.Diagnostics;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Runs a task once to warm up, then the runs that count.</summary>
public sealed class BenchClock(int runs, CancellationToken cancel)
{
    /// <summary>Milliseconds of each run.</summary>
    public List<double> Time(Action task)
    {
        task();
        return [.. Enumerable.Range(0, runs).Select(_ => Once(task))];
    }

    /// <summary>Milliseconds of one run.</summary>
    public double Once(Action task)
    {
        cancel.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        task();
        return clock.Elapsed.TotalMilliseconds;
    }
}
