using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Edits;

/// <summary>Edits of rows by hand, each logged with author and time, together or not at all; and how they are undone.</summary>
public static class WorkspaceEdits
{
    /// <summary>Stores edits.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="edits">The edits, of different rows.</param>
    /// <param name="author">Who makes them.</param>
    /// <param name="note">What they say about it, or null.</param>
    /// <param name="clock">Gives the time; the system's clock where null.</param>
    /// <param name="with">What is stored with them and not logged.</param>
    /// <returns>What was logged, oldest first.</returns>
    /// <exception cref="EditConflictException">A row is not as the editor saw it; nothing was stored.</exception>
    public static IReadOnlyList<LoggedEdit> Apply(
        IWorkspace workspace, IReadOnlyList<Edit> edits, string author, string? note, TimeProvider? clock = null,
        IReadOnlyList<RowChange>? with = null) =>
        Store(workspace, author, note, null, clock, with ?? [], rows => [.. edits.Select(e => (e.Layer, e.Id, e.Action, After(e, rows.Find(e.Layer, e.Id))))]);

    /// <summary>Brings back the state of before a batch of edits, which is logged as well and can be undone in turn.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="author">Who undoes it.</param>
    /// <param name="clock">Gives the time; the system's clock where null.</param>
    /// <returns>What was logged; empty where there is no such batch.</returns>
    /// <exception cref="EditConflictException">A row was changed since; nothing was stored.</exception>
    public static IReadOnlyList<LoggedEdit> Undo(IWorkspace workspace, string batch, string author, TimeProvider? clock = null)
    {
        LoggedEdit[] done = [.. Log(workspace).Where(e => e.Batch == batch)];
        return done.Length == 0 ? [] : Store(workspace, author, null, batch, clock, [], rows => [.. done.Select(e => Restored(e, rows))]);
    }

    /// <summary>What was edited, the newest first.</summary>
    /// <param name="workspace">The workspace.</param>
    public static IReadOnlyList<LoggedEdit> Log(IWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return [.. workspace.Read(WorkspaceLayers.Edits).Select(LoggedEdit.Of).OrderByDescending(e => e.Seq)];
    }

    /// <summary>The batch that took another back and was not taken back itself, or null.</summary>
    /// <param name="log">The log.</param>
    /// <param name="batch">The batch.</param>
    public static string? UndoneBy(IReadOnlyList<LoggedEdit> log, string batch)
    {
        ArgumentNullException.ThrowIfNull(log);
        var undoing = log.Where(e => e.Undoes == batch).MaxBy(e => e.Seq)?.Batch;
        return undoing is not null && UndoneBy(log, undoing) is null ? undoing : null;
    }

    private static List<LoggedEdit> Store(
        IWorkspace workspace, string author, string? note, string? undoes, TimeProvider? clock, IReadOnlyList<RowChange> with,
        Func<IStoredRows, IReadOnlyList<(LayerSchema Layer, string Id, EditAction Action, LayerRow? After)>> make)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var at = GeoPackageCreator.Iso((clock ?? TimeProvider.System).GetUtcNow());
        var logged = new List<LoggedEdit>();
        workspace.Change(rows =>
        {
            logged.Clear();
            // The log only grows, so its length numbers the next row; a batch goes by the number of its first.
            var seq = rows.Count(WorkspaceLayers.Edits);
            var batch = (seq + 1).ToString("D8", CultureInfo.InvariantCulture);
            var changes = new List<RowChange>(with);
            foreach (var (layer, id, action, after) in make(rows))
            {
                var entry = new LoggedEdit(
                    (++seq).ToString("D8", CultureInfo.InvariantCulture), seq, at, author, layer.Name, id, Word(action),
                    RowJson.Write(layer, rows.Find(layer, id)), RowJson.Write(layer, after), note, batch, undoes);
                logged.Add(entry);
                changes.Add(new(layer, id, after));
                changes.Add(new(WorkspaceLayers.Edits, entry.Id, entry.Row()));
            }

            return changes;
        });
        return logged;
    }

    private static LayerRow? After(Edit edit, LayerRow? stored)
    {
        if (edit.Action == EditAction.Add ? stored is not null : stored is null)
        {
            throw Conflict(
                edit.Layer.Name, edit.Id, stored is null ? "已被删除" : "已存在", stored is null ? "has been deleted" : "is there already");
        }

        foreach (var (column, seen) in edit.Base)
        {
            var now = stored?.Values[edit.Layer.Require(column)];
            if (!Equals(now, seen))
            {
                throw Conflict(
                    edit.Layer.Name, edit.Id, $"的 {column} 已被他人由“{seen}”改为“{now}”", $"was changed by somebody else: {column} was \"{seen}\" and is \"{now}\"");
            }
        }

        if (edit.Action == EditAction.Delete)
        {
            return null;
        }

        object?[] values = stored is null ? new object?[edit.Layer.Columns.Count] : [.. stored.Values];
        values[0] = edit.Id;
        foreach (var (column, value) in edit.Values)
        {
            values[edit.Layer.Require(column)] = value;
        }

        return new(edit.Geometry ?? stored?.Geometry, values);
    }

    private static (LayerSchema Layer, string Id, EditAction Action, LayerRow? After) Restored(LoggedEdit edit, IStoredRows rows)
    {
        var layer = WorkspaceLayers.Find(edit.Layer)!;
        var stored = rows.Find(layer, edit.FeatureId);
        return RowJson.Write(layer, stored) == edit.After
            ? (layer, edit.FeatureId, EditAction.Restore, edit.Before is null ? null : RowJson.Read(layer, edit.Before, stored))
            : throw Conflict(
                edit.Layer, edit.FeatureId, "此后又被修改；请先撤销之后的修改", "was changed again since: undo the later edits first");
    }

    private static EditConflictException Conflict(string layer, string id, string zh, string en) => new(new LocalText(
        $"{layer} 的 {id} {zh}；没有保存任何内容，请重新载入后再试", $"{id} of {layer} {en}; nothing was stored: look at it anew and try again"));

    private static string Word(EditAction action) => action switch
    {
        EditAction.Add => "add",
        EditAction.Change => "change",
        EditAction.Delete => "delete",
        _ => "restore",
    };
}
