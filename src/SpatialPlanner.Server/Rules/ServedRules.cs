using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Server.Rules;

/// <summary>The rule pack that is served.</summary>
internal static class ServedRules
{
    /// <summary>
    /// The pack of the command line, else the workspace's own. Where that cannot be used the default is served and the
    /// problem told: the page is where another one is chosen.
    /// </summary>
    public static (RulePack Pack, LocalText? Problem) Of(IWorkspace workspace, PlannerServerOptions options)
    {
        try
        {
            return (WorkspaceRules.Load(workspace, options.RulePackPath), null);
        }
        catch (InputException e) when (options.RulePackPath is null)
        {
            var name = RulePackFiles.Default;
            return (RulePackFiles.Load(), new(
                $"暂用默认规则包 {name}。{e.Problem.ToLine("zh")}", $"The default rule pack {name} is used for now. {e.Problem.ToLine("en")}"));
        }
    }
}
