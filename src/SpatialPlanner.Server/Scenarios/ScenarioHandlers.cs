using System.Globalization;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Scenarios;

/// <summary><c>/api/v1/scenarios</c>: read from and written to the workspace itself; the district is not loaded anew for them.</summary>
internal static class ScenarioHandlers
{
    // Reading the version that a save is made of, and writing the next one, belong together.
    private static readonly Lock Writing = new();

    public static Answer<ScenariosDocument> List(PlannerServerOptions options)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        return new(new([.. WorkspaceScenarios.List(workspace).Select(ScenarioDocument.Of)]));
    }

    public static Answer<ScenarioDocument> Get(string id, PlannerServerOptions options) =>
        new(ScenarioDocument.Of(ScenarioStore.Find(options, id)));

    public static IResult Create(
        Question<ScenarioRequest> question, Snapshot snapshot, PlannerServerOptions options, TimeProvider clock)
    {
        var scenario = Checked(question.Fields, snapshot, new("", "", null, null, "", "", null, 0, false, new()));
        lock (Writing)
        {
            using var workspace = Workspaces.Open(options.WorkspacePath);
            return TypedResults.Json(
                ScenarioDocument.Of(WorkspaceScenarios.Save(workspace, scenario, clock)), ApiJson.Options, "application/json",
                StatusCodes.Status201Created);
        }
    }

    public static Answer<ScenarioDocument> Save(
        string id, Question<ScenarioRequest> question, Snapshot snapshot, PlannerServerOptions options, TimeProvider clock)
    {
        lock (Writing)
        {
            using var workspace = Workspaces.Open(options.WorkspacePath);
            var former = Former(workspace, id, question.Fields.Version);
            return new(ScenarioDocument.Of(WorkspaceScenarios.Save(
                workspace, Checked(question.Fields, snapshot, former) with { IsDeleted = false }, clock)));
        }
    }

    /// <summary>Marks it as deleted; saving it again has it back.</summary>
    public static IResult Delete(string id, long? version, PlannerServerOptions options, TimeProvider clock)
    {
        lock (Writing)
        {
            using var workspace = Workspaces.Open(options.WorkspacePath);
            var former = Former(workspace, id, version);
            if (former.IsDeleted)
            {
                throw ScenarioStore.Missing(id);
            }

            WorkspaceScenarios.Save(workspace, former with { IsDeleted = true }, clock);
        }

        return TypedResults.NoContent();
    }

    // Two who save over the same version: the second is told, and nothing of the first is lost.
    private static SavedScenario Former(IWorkspace workspace, string id, long? version)
    {
        var former = WorkspaceScenarios.Find(workspace, id) ?? throw ScenarioStore.Missing(id);
        if (version is not { } given)
        {
            throw HttpProblem.Invalid("version", "请给出所依据的版本", "give the version that it is made of");
        }

        return former.Version == given ? former : throw new ProblemException(new(StatusCodes.Status409Conflict, new(
            string.Create(CultureInfo.InvariantCulture, $"情景“{former.Name}”已被{former.Author ?? "他人"}于 {former.SavedAt} 另行保存（版本 {former.Version}，您依据的是 {given}）：请另存为新情景，或重新打开它再改"),
            string.Create(CultureInfo.InvariantCulture, $"The scenario \"{former.Name}\" was saved by {former.Author ?? "somebody"} at {former.SavedAt} meanwhile (version {former.Version}, yours is made of {given}): save yours as a new scenario, or open it again and change that"))));
    }

    private static SavedScenario Checked(ScenarioRequest request, Snapshot snapshot, SavedScenario former)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > WorkspaceScenarios.LongestName)
        {
            throw HttpProblem.Invalid(
                "name", $"请给出 1 至 {WorkspaceScenarios.LongestName} 个字的名称", $"give a name of 1 to {WorkspaceScenarios.LongestName} characters");
        }

        _ = ChangeBinder.Bind(snapshot.Loaded, request.Changes);
        return former with
        {
            Name = name,
            Note = Text("note", request.Note, WorkspaceScenarios.LongestNote),
            Author = Text("author", request.Author, WorkspaceScenarios.LongestName),
            BasedOn = request.BasedOn,
            Changes = request.Changes,
        };
    }

    private static string? Text(string field, string? text, int most) =>
        text?.Length > most ? throw HttpProblem.Invalid(field, $"最多 {most} 个字", $"give at most {most} characters")
        : string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
