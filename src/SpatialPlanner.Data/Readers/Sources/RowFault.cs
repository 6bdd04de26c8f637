using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>Why one row of a file cannot be used; caught where the rows are read, and the row is rejected.</summary>
internal sealed class RowFault(LocalText what, LocalText remedy) : Exception(what.En)
{
    /// <summary>What is wrong.</summary>
    public LocalText What { get; } = what;

    /// <summary>What the user can do.</summary>
    public LocalText Remedy { get; } = remedy;
}
