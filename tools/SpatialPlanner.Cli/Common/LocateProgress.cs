using SpatialPlanner.Data;
using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Cli.Common;

/// <summary>The progress of a search as a line on the terminal.</summary>
public sealed class LocateProgress(Terminal terminal) : IProgress<SitingProgress>
{
    public void Report(SitingProgress value) => terminal.Progress.Report(new Progress($"searching ({value.Stage}), nodes", value.Nodes, null));
}
