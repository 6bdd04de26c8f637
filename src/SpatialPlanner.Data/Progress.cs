namespace SpatialPlanner.Data;

/// <summary>How far long work has come.</summary>
/// <param name="Task">What is being done, in English ("reading ways").</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all, or null where it cannot be known.</param>
public readonly record struct Progress(string Task, long Done, long? Total = null)
{
    /// <summary>Rows done, where the units are bytes; null where the units are the rows themselves.</summary>
    public long? Rows { get; init; }

    /// <summary>The best so far and the bound, where the work is a search for the best; else null.</summary>
    public SearchProgress? Search { get; init; }
}
