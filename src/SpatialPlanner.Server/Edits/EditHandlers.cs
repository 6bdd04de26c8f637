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
    private const int PageRows = 100, MostRows = 1000;

    /// <summary>What can be edited.</summary>
    public static Answer<EditFieldsDocument> Fields() => new(EditFields.Document);

    /// <summary>Stores edits; they are served as soon as the workspace is loaded anew.</summary>
    public static Answer<EditedDocument> Save(
        Question<EditRequest> question, Snapshot snapshot, PlannerServerOptions options, TimeProvider clock)
    {
        var (author, lines, note) = question.Fields;
        var name = EditBinding.Author(author);
        var asked = EditBinding.Edits(snapshot, lines);
        var edits = PathEdits.Joined(snapshot, asked);
        return new(Stored(
            options, [.. EditWarnings.Of(snapshot, asked, edits)], workspace => WorkspaceEdits.Apply(workspace, edits, name, EditBinding.Note(note), clock)));
    }

    /// <summary>Brings back the state of before a batch.</summary>
    public static Answer<EditedDocument> Undo(string batch, Question<UndoRequest> question, PlannerServerOptions options, TimeProvider clock)
    {
        var name = EditBinding.Author(question.Fields.Author);
        return new(Stored(options, [], workspace => WorkspaceEdits.Undo(workspace, batch, name, clock)));
    }

    /// <summary>The log, the newest first.</summary>
    public static Answer<EditsDocument> List(
        PlannerServerOptions options, string? layer = null, string? feature = null, string? author = null, string? batch = null,
        int offset = 0, int limit = PageRows)
    {
        if (limit is < 1 or > MostRows || offset < 0)
        {
            throw HttpProblem.Invalid(offset < 0 ? "offset" : "limit", $"offset ≥ 0，limit 为 1 至 {MostRows}", $"give an offset from 0 and a limit of 1 to {MostRows}");
        }

        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        var log = WorkspaceEdits.Log(workspace);
        List<LoggedEdit> found =
        [
            .. log.Where(e => (layer is null || e.Layer == layer) && (feature is null || e.FeatureId == feature)
                && (author is null || e.Author == author) && (batch is null || e.Batch == batch)),
        ];
        return new(new(found.Count, [.. found.Skip(offset).Take(limit).Select(e => EditLogLine.Of(e, WorkspaceEdits.UndoneBy(log, e.Batch)))]));
    }

    private static EditedDocument Stored(
        PlannerServerOptions options, IReadOnlyList<EditWarning> warnings, Func<IWorkspace, IReadOnlyList<LoggedEdit>> store)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath);
        try
        {
            var logged = store(workspace);
            return logged.Count > 0
                ? new(logged[0].Batch, logged[^1].Seq, [.. logged.Select(e => new EditedRow(e.Layer, e.FeatureId, e.Action))], warnings)
                : throw HttpProblem.Missing("没有这批修改；/api/v1/edits 列出所有修改", "There is no such batch of edits; /api/v1/edits lists them");
        }
        catch (EditConflictException e)
        {
            throw new ProblemException(new(StatusCodes.Status409Conflict, e.What));
        }
    }
}
