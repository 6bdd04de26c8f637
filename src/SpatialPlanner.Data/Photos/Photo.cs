using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Photos;

/// <summary>A photo of a row.</summary>
/// <param name="Id">Its key.</param>
/// <param name="OfLayer">Layer of the row.</param>
/// <param name="OfId">Key of the row.</param>
/// <param name="TakenAt">When it was stored, ISO 8601, UTC.</param>
/// <param name="Author">Who took it.</param>
/// <param name="Note">What is said about it, or null.</param>
/// <param name="MediaType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
public sealed record Photo(string Id, string OfLayer, string OfId, string TakenAt, string Author, string? Note, string MediaType)
{
    internal static Photo Of(LayerRow row)
    {
        string Text(int column) => row.Values[column] as string ?? "";
        return new(Text(0), Text(1), Text(2), Text(3), Text(4), row.Values[5] as string, Text(6));
    }

    internal IReadOnlyDictionary<string, object?> Values() => new Dictionary<string, object?>
    {
        ["of_layer"] = OfLayer,
        ["of_id"] = OfId,
        ["taken_at"] = TakenAt,
        ["author"] = Author,
        ["note"] = Note,
        ["media_type"] = MediaType,
    };
}
