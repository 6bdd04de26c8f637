using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.GeoJson;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>All formats of plain rows, in the order in which they are tried.</summary>
internal static class SourceFormats
{
    public static readonly IReadOnlyList<SourceFormat> All = [new GeoJsonFormat(), new CsvFormat()];
}
