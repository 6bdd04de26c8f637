using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>A breach of RFC 7946; the parser adds file, feature and line.</summary>
internal sealed class GeoJsonFault(string zh, string en) : Exception(en)
{
    public LocalText What { get; } = new(zh, en);
}
