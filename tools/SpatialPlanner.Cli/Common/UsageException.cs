using SpatialPlanner.Planning;

namespace SpatialPlanner.Cli.Common;

/// <summary>The command line does not make sense; exit code 2.</summary>
public sealed class UsageException(string zh, string en) : Exception(en)
{
    public LocalText What { get; } = new(zh, en);
}
