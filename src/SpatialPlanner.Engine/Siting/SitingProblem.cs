namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Choose columns so that what is gained is most: the sum over all units served of their gain, and of the worth of the
/// chosen columns.
/// </summary>
/// <param name="Gains">Who is served by what, and what that gains.</param>
/// <param name="Choices">Which sets of columns may be chosen.</param>
public sealed record SitingProblem(GainMatrix Gains, Choices Choices)
{
    /// <summary>What each column adds by itself (negative: its cost), or null where none does.</summary>
    public long[]? Worth { get; init; }

    /// <summary>Columns that are required or forbidden, one state for each column; null where all are free.</summary>
    public ColumnState[]? Fixed { get; init; }

    /// <summary>A set to begin with, from which the search goes on; null for none. One that is not allowed is left aside.</summary>
    public int[]? Start { get; init; }

    /// <summary>What must be served at least.</summary>
    public IReadOnlyList<ServedFloor> Floors { get; init; } = [];
}

/// <summary>So many units of some rows must be served at least (an equity floor, a required coverage).</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Least">Units of them that must be served.</param>
public sealed record ServedFloor(int[] Rows, long Least);
