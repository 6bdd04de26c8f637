using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>Takes the rows of a table one after another.</summary>
internal interface ISourceSink
{
    /// <summary>The fields of the table; the reader adds those that it meets.</summary>
    SourceFields Fields { get; }

    /// <summary>Takes a row, whose object belongs to the reader.</summary>
    /// <returns>False ends the reading.</returns>
    bool Take(SourceRow row);

    /// <summary>Takes a remark on the file or a row.</summary>
    void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy);
}
