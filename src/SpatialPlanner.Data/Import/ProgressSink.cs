using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import;

/// <summary>Hands rows on and tells now and then how far the reading has come.</summary>
internal sealed class ProgressSink(ISourceSink inner, SourceTable table, string file, IProgress<Progress>? progress)
    : ISourceSink
{
    private const int RowsBetweenReports = 4096;
    private long _rows;

    public SourceFields Fields => inner.Fields;

    public bool Take(SourceRow row)
    {
        if (++_rows % RowsBetweenReports == 0)
        {
            progress?.Report(table.Bytes > 0 && table.BytesRead > 0
                ? new Progress($"reading {file}", Math.Min(table.BytesRead, table.Bytes), table.Bytes)
                {
                    Rows = _rows,
                }
                : new Progress($"reading {file}", _rows, table.Rows));
        }

        return inner.Take(row);
    }

    public void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy) =>
        inner.Tell(severity, place, what, remedy);
}
