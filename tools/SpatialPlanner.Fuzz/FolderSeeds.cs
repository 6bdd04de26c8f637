namespace SpatialPlanner.Fuzz;

/// <summary>Real files of a folder as seeds.</summary>
internal static class FolderSeeds
{
    private const long LargestBytes = 2 << 20;
    private static readonly string[] Companions = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    private static readonly (string Ending, string Reader)[] Readers =
    [
        (".geojson", "geojson"), (".json", "geojson"), (".csv", "csv"), (".tsv", "csv"), (".xlsx", "xlsx"), (".kml", "kml"), (".kmz", "kml"), (".shp", "shapefile"),
        (".zip", "zip"), (".gpkg", "geopackage"), (".osm.pbf", "osm-pbf"), (".pbf", "osm-pbf"), (".osm", "osm-xml"), (".osm.xml", "osm-xml"),
    ];

    /// <summary>The files of known endings, without those of 2 MB and more.</summary>
    public static IEnumerable<Seed> In(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var reader = Readers.FirstOrDefault(r => path.EndsWith(r.Ending, StringComparison.OrdinalIgnoreCase)).Reader;
            if (reader is null || new FileInfo(path).Length is 0 or > LargestBytes)
            {
                continue;
            }

            yield return reader == "shapefile"
                ? new Seed(reader, Path.GetFileName(path), Beside(path))
                : Seed.Of(reader, Path.GetFileName(path), File.ReadAllBytes(path));
        }
    }

    private static Dictionary<string, byte[]> Beside(string path) =>
        Companions.Select(e => Path.ChangeExtension(path, e)).Where(File.Exists)
            .ToDictionary(p => Path.GetFileName(p), File.ReadAllBytes);
}
