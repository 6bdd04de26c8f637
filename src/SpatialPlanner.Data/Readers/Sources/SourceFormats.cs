using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.GeoJson;
using SpatialPlanner.Data.Readers.Kml;
using SpatialPlanner.Data.Readers.Xlsx;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>All formats of plain rows, in the order in which they are tried.</summary>
internal static class SourceFormats
{
    public static readonly IReadOnlyList<SourceFormat> All =
    [
        new XlsxFormat(),
        new KmlFormat(),
        new OtherSheets(),
        new GeoJsonFormat(),
        new CsvFormat(),
    ];
}
