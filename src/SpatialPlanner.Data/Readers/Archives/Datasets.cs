using SpatialPlanner.Data.Readers.Ogr;
using SpatialPlanner.Data.Readers.Shapefile;

namespace SpatialPlanner.Data.Readers.Archives;

/// <summary>What lies in an unpacked archive.</summary>
/// <param name="Data">Paths of files, and folders of file geodatabases, that hold data.</param>
/// <param name="Archives">Paths of archives within the archive.</param>
/// <param name="Osm">Paths of OpenStreetMap files, which are read by themselves.</param>
/// <param name="Others">Paths of all other files but the companions of data.</param>
internal sealed record Datasets(
    IReadOnlyList<string> Data, IReadOnlyList<string> Archives, IReadOnlyList<string> Osm, IReadOnlyList<string> Others)
{
    private static readonly string[] DataEndings =
    [
        ".shp", ".geojson", ".geojsonl", ".geojsons", ".json", ".gpkg", ".csv", ".tsv", ".xlsx", ".xlsm", ".kml", ".kmz",
        .. OgrFormat.Endings,
    ];

    private static readonly string[] ArchiveEndings = [".zip", ".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"];
    private static readonly string[] OsmEndings = [".osm", ".pbf", ".osm.gz", ".osm.bz2"];

    // Files that tell about data, and parts of MapInfo tables.
    private static readonly string[] CompanionEndings =
        [".meta.json", ".dat", ".map", ".id", ".ind", ".mid", ".gfs", ".xsd", ".gpkg-wal", ".gpkg-shm", ".qgz", ".qgs", ".mxd", ".aprx"];

    /// <summary>Looks through a folder.</summary>
    public static Datasets In(string root)
    {
        var (data, archives, osm, others) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        Walk(root);
        return new Datasets(data, archives, osm, others);

        void Walk(string folder)
        {
            if (OgrFormat.IsGeodatabase(folder))
            {
                data.Add(folder);
                return;
            }

            foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                (KindOf(path) switch
                {
                    Kind.Data => data,
                    Kind.Archive => archives,
                    Kind.Osm => osm,
                    Kind.Other => others,
                    _ => null,
                })?.Add(path);
            }

            foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            {
                Walk(inner);
            }
        }
    }

    private enum Kind
    {
        Data,
        Archive,
        Osm,
        Companion,
        Other,
    }

    private static Kind KindOf(string path) =>
        EndsIn(path, OsmEndings) ? Kind.Osm
        : EndsIn(path, CompanionEndings) || IsCompanion(path) ? Kind.Companion
        : EndsIn(path, ArchiveEndings) ? Kind.Archive
        : EndsIn(path, DataEndings) || EndsIn(path, [".dbf"]) ? Kind.Data
        : Kind.Other;

    // A part of a shapefile whose .shp is there, or at least the table; a .prj or .cpg alone is nothing.
    private static bool IsCompanion(string path)
    {
        var ending = ShapefileParts.EndingOf(Path.GetFileName(path));
        if (ending is "" or ".shp")
        {
            return false;
        }

        var parts = ShapefileParts.Of(path);
        return parts.Shapes is not null || ending is not (".dbf" or ".shx");
    }

    private static bool EndsIn(string path, string[] endings) =>
        endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
