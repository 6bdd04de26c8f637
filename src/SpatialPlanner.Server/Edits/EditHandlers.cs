using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Edits;

/// <summary><c>/api/v1/edits</c>: edits of single rows, their log, and how they are undone.</summary>
internal static class EditHandlers
{
    private const int PageRows = 100;

    /// <summary>Stores edits; they are served as soon as the workspace is loaded anew.</summary>
    public static Answer<EditsDocument> Save(
        Question<EditRequest> question, Snapshot snapshot, PlannerServerOptions options, TimeProvider clock)
    {
        var (author, lines, note) = question.Fields;
        var name = EditBinding.Author(author);
        var edits = EditBinding.Edits(snapshot, lines);
        return Stored(options, workspace => WorkspaceEdits.Apply(workspace, edits, name, note, clock));
    }

    /// <summary>Brings back the state of before a batch.</summary>
    public static Answer<EditsDocument> Undo(string batch, Question<UndoRequest> question, PlannerServerOptions options, TimeProvider clock)
    {
        var name = EditBinding.Author(question.Fields.Author);
        return Stored(options, workspace => WorkspaceEdits.Undo(workspace, batch, name, clock));
    }

    /// <summary>The log, the newest first.</summary>
    public static Answer<EditsDocument> List(
        PlannerServerOptions options, string? layer = null, string? feature = null, string? author = null, int offset = 0)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        List<LoggedEdit> found =
        [
            .. WorkspaceEdits.Log(workspace).Where(e =>
                (layer is null || e.Layer == layer) && (feature is null || e.FeatureId == feature) && (author is null || e.Author == author)),
        ];
        return new(new(found.Count, [.. found.Skip(Math.Max(0, offset)).Take(PageRows)]));
    }

    private static Answer<EditsDocument> Stored(PlannerServerOptions options, Func<IWorkspace, IReadOnlyList<LoggedEdit>> store)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath);
        try
        {
            var logged = store(workspace);
            return logged.Count > 0 ? new(new(logged.Count, logged)) : throw HttpProblem.Missing(
                "没有这批修改；/api/v1/edits 列出所有修改", "There is no such batch of edits; /api/v1/edits lists them");
        }
        catch (EditConflictException e)
        {
            throw new ProblemException(new(StatusCodes.Status409Conflict, e.What));
        }
    }
}
