using SpatialPlanner.Data.Readers.Archives;
using SpatialPlanner.Data.Readers.Csv;
using SpatialPlanner.Data.Readers.GeoJson;
using SpatialPlanner.Data.Readers.GeoPackage;
using SpatialPlanner.Data.Readers.Kml;
using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Shapefile;
using SpatialPlanner.Data.Readers.Xlsx;

namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>All formats of plain rows, in the order in which they are tried.</summary>
internal static class SourceFormats
{
    // XLSX and KMZ are zip files too: what knows them stands before the archives.
    public static readonly IReadOnlyList<SourceFormat> All =
    [
        new ShapefileFormat(),
        new GeoPackageFormat(),
        new XlsxFormat(),
        new OtherSheets(),
        new KmlFormat(),
        new OgrFormat(),
        new ArchiveFormat(),
        new GeoJsonFormat(),
        new CsvFormat(),
        new AnyOgrFormat(),
    ];
}
