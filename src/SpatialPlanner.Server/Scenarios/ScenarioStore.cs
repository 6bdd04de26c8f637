using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Scenarios;

/// <summary>Finds the scenario that a question names.</summary>
internal static class ScenarioStore
{
    public static SavedScenario Find(PlannerServerOptions options, string id)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        return WorkspaceScenarios.Find(workspace, id) is { IsDeleted: false } found ? found : throw Missing(id);
    }

    public static ProblemException Missing(string id) => HttpProblem.Missing(
        $"没有情景“{id}”；/api/v1/scenarios 列出已存的", $"There is no scenario \"{id}\"; /api/v1/scenarios lists them");
}
