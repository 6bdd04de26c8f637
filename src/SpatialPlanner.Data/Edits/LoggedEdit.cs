using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Edits;

/// <summary>One row of the layer <c>edits</c>.</summary>
/// <param name="Id">Key of the row.</param>
/// <param name="Seq">Place in the log, from 1.</param>
/// <param name="At">When, ISO 8601, UTC.</param>
/// <param name="Author">Who, as they call themselves.</param>
/// <param name="Layer">Layer of the row.</param>
/// <param name="FeatureId">Key of the row.</param>
/// <param name="Action">add, change, delete or restore.</param>
/// <param name="Before">The row before, a GeoJSON feature; null where there was none.</param>
/// <param name="After">The row after; null where there is none.</param>
/// <param name="Note">What the author said about it, or null.</param>
/// <param name="Batch">What was done together.</param>
/// <param name="Undoes">The batch that it takes back, or null.</param>
public sealed record LoggedEdit(
    string Id, long Seq, string At, string Author, string Layer, string FeatureId, string Action, string? Before, string? After,
    string? Note, string Batch, string? Undoes = null)
{
    internal static LoggedEdit Of(LayerRow row)
    {
        string? Text(int column) => row.Values[column] as string;
        return new(
            Text(0) ?? "", row.Values[1] is long seq ? seq : 0, Text(2) ?? "", Text(3) ?? "", Text(4) ?? "", Text(5) ?? "", Text(6) ?? "",
            Text(7), Text(8), Text(9), Text(10) ?? "", Text(11));
    }

    internal LayerRow Row() => new(null, [Id, Seq, At, Author, Layer, FeatureId, Action, Before, After, Note, Batch, Undoes]);
}
