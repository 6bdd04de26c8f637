using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>A breach of RFC 7946; the parser adds file, feature and line.</summary>
internal sealed class GeoJsonFault(string zh, string en, LocalText? remedy = null) : Exception(en)
{
    public LocalText What { get; } = new(zh, en);

    public LocalText Remedy { get; } = remedy ?? new("按 RFC 7946 改正", "correct it by RFC 7946");
}
