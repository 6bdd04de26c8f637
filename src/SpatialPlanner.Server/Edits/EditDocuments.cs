using System.Text.Json;
using SpatialPlanner.Data.Edits;

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
/// <param name="Geometry">A GeoJSON point, WGS 84; without it the place stays.</param>
/// <param name="Base">Values that the editor saw: where stored ones differ, the answer is 409.</param>
internal sealed record EditLine(
    string Layer, EditAction Action, string? Id = null, IReadOnlyDictionary<string, JsonElement>? Properties = null,
    JsonElement? Geometry = null, IReadOnlyDictionary<string, JsonElement>? Base = null);

/// <summary>Who undoes edits.</summary>
internal sealed record UndoRequest(string Author);

/// <summary>Edits as they were logged.</summary>
/// <param name="Total">Number of edits that match, on all pages.</param>
/// <param name="Edits">Those of this page, the newest first.</param>
internal sealed record EditsDocument(int Total, IReadOnlyList<LoggedEdit> Edits);
