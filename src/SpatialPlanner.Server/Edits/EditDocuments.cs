using System.Text.Json;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Server.Edits;

/// <summary>Edits that are stored together or not at all.</summary>
/// <param name="Author">Who makes them, as they call themselves.</param>
/// <param name="Edits">The edits, of different rows.</param>
/// <param name="Note">What is said about them.</param>
internal sealed record EditRequest(string Author, IReadOnlyList<EditLine> Edits, string? Note = null);

/// <summary>An edit of one row.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Action"><c>add</c>, <c>change</c> or <c>delete</c>.</param>
/// <param name="Id">Key of the row; an added row may go without and is given one.</param>
/// <param name="Properties">New values by column; other columns stay.</param>
/// <param name="Geometry">A GeoJSON point or line, WGS 84; without it the place stays.</param>
/// <param name="Base">Values that the editor saw: where stored ones differ, the answer is 409.</param>
internal sealed record EditLine(
    string Layer, EditAction Action, string? Id = null, IReadOnlyDictionary<string, JsonElement>? Properties = null,
    JsonElement? Geometry = null, IReadOnlyDictionary<string, JsonElement>? Base = null);

/// <summary>Who undoes edits.</summary>
internal sealed record UndoRequest(string Author);

/// <summary>What was stored.</summary>
/// <param name="Batch">Under which it can be undone.</param>
/// <param name="Seq">Number of the last of them: it is served once the workspace's <c>last_edit</c> has come to it.</param>
/// <param name="Edits">The rows, those first that were asked for.</param>
/// <param name="Warnings">What is odd about them.</param>
internal sealed record EditedDocument(string Batch, long Seq, IReadOnlyList<EditedRow> Edits, IReadOnlyList<EditWarning> Warnings);

/// <summary>A row that was edited.</summary>
internal sealed record EditedRow(string Layer, string Id, string Action);

/// <summary>What is odd about a row that was stored all the same.</summary>
internal sealed record EditWarning(string Layer, string Id, LocalText Message);

/// <summary>Edits as they were logged.</summary>
/// <param name="Total">Number of edits that match, on all pages.</param>
/// <param name="Edits">Those of this page, the newest first.</param>
internal sealed record EditsDocument(int Total, IReadOnlyList<EditLogLine> Edits);

/// <summary>A logged edit; its states are GeoJSON features.</summary>
internal sealed record EditLogLine(
    string Id, long Seq, string At, string Author, string Layer, string FeatureId, string Action, JsonElement? Before, JsonElement? After,
    string? Note, string Batch, string? Undoes, string? UndoneBy)
{
    public static EditLogLine Of(LoggedEdit e, string? undoneBy) => new(
        e.Id, e.Seq, e.At, e.Author, e.Layer, e.FeatureId, e.Action, State(e.Before), State(e.After), e.Note, e.Batch, e.Undoes, undoneBy);

    // Another program may have edited the table; the log is shown all the same.
    private static JsonElement? State(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What can be edited.</summary>
internal sealed record EditFieldsDocument(IReadOnlyList<EditableLayer> Layers);

/// <summary>A layer whose rows can be edited.</summary>
/// <param name="Layer">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Geometry"><c>point</c>, <c>line</c> or null: its shapes cannot be edited.</param>
/// <param name="CanAdd">Rows can be added.</param>
/// <param name="CanDelete">Rows can be deleted.</param>
/// <param name="CanMove">Rows can be given another place or shape.</param>
/// <param name="Fields">The columns that can be edited.</param>
internal sealed record EditableLayer(
    string Layer, LocalText Title, string? Geometry, bool CanAdd, bool CanDelete, bool CanMove, IReadOnlyList<EditableField> Fields);

/// <summary>A column that can be edited.</summary>
/// <param name="Name">The column.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Type"><c>text</c>, <c>whole</c>, <c>real</c>, <c>flag</c>, <c>date</c>, <c>services</c> or <c>community</c>.</param>
/// <param name="Choices">The words that alone fit, or null.</param>
/// <param name="Unit">Unit, or null.</param>
/// <param name="Required">A new row must have it.</param>
internal sealed record EditableField(
    string Name, LocalText Label, string Type, IReadOnlyList<EditChoice>? Choices, string? Unit, bool Required);

/// <summary>A word of a column.</summary>
internal sealed record EditChoice(string Code, LocalText Name);
