using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Common;

/// <summary>Opens a workspace to be written to, and says so where that brought a former one up to date.</summary>
public static class OpenWorkspace
{
    public static IWorkspace ToWrite(string location, Terminal terminal)
    {
        var workspace = Workspaces.Open(location);
        if (workspace.Migrated is { } told)
        {
            terminal.Say(told);
        }

        return workspace;
    }
}
