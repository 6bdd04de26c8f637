using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Server.Imports;

/// <summary>
/// The streets beside which files are judged, kept while the workspace stays the same: reading them takes most of the time
/// of a look at a file, and every correction is a look.
/// </summary>
internal sealed class KeptStreets(PlannerServerOptions options)
{
    private readonly Lock _lock = new();
    private (string? Stamp, WorkspaceStreets Streets)? _kept;

    /// <summary>The streets of now.</summary>
    /// <exception cref="InputException">The workspace cannot be opened.</exception>
    public WorkspaceStreets Now()
    {
        lock (_lock)
        {
            var stamp = Workspaces.Stamp(options.WorkspacePath);
            if (_kept is not { } kept || kept.Stamp != stamp)
            {
                using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
                var streets = new WorkspaceStreets(workspace);
                // Read here: the workspace is closed when they are next asked for.
                _ = streets.Reference;
                _kept = kept = (stamp, streets);
            }

            return kept.Streets;
        }
    }

    /// <summary>Reads them in the background while files are still on their way.</summary>
    public void Prepare() => Task.Run(() =>
    {
        try
        {
            Now();
        }
        catch (InputException)
        {
            // Whoever asks for them is told.
        }
    });
}
