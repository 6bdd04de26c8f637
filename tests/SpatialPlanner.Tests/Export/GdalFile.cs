using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Tests.Export;

/// <summary>Reads an export in any format with GDAL, in WGS 84.</summary>
internal static class GdalFile
{
    /// <summary>The rows of an export.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="path">Path that was asked for.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="crs">Coordinate system of the file.</param>
    public static List<LayerRow> Read(string format, string path, LayerSchema layer, CoordinateSystem crs)
    {
        // GDAL itself undoes what the file says of its coordinate system, so that this is tried as well.
        var declares = crs.Wkt is not null && crs != CoordinateSystems.Wgs84 && layer.Geometry != LayerGeometry.None
            && format is not ("csv" or "xlsx");
        string[] change = declares ? ["-t_srs", "EPSG:4326"] : [];
        var rows = format switch
        {
            "shp" => ReadShapefile(path, layer, change),
            "csv" => GdalRows.Read(
                path, layer, f => f, "-oo", "X_POSSIBLE_NAMES=lon,x", "-oo", "Y_POSSIBLE_NAMES=lat,y", "-oo", "GEOM_POSSIBLE_NAMES=wkt",
                "-oo", "EMPTY_STRING_AS_NULL=YES"),
            // GDAL takes the header of a sheet without rows for a row.
            "xlsx" => [.. GdalRows.Read(path, layer, f => f, "--config", "OGR_XLSX_HEADERS", "FORCE", layer.Name).Where(r => r.Values[0] is not null)],
            "kml" => GdalRows.Read(path, layer, f => f == "name" ? "Name" : f, change),
            "geojson" => GdalRows.Read(path, layer, f => f, ["-oo", "DATE_AS_STRING=YES", .. change]),
            _ => GdalRows.Read(path, layer, f => f, change),
        };
        return declares ? rows : [.. rows.Select(r => r with { Geometry = r.Geometry is null ? null : crs.ToWgs84(r.Geometry) })];
    }

    private static List<LayerRow> ReadShapefile(string path, LayerSchema layer, string[] change)
    {
        var stem = path[..^".shp".Length];
        var ending = layer.Geometry == LayerGeometry.None ? ".dbf" : ".shp";
        var rows = new List<LayerRow>();
        foreach (var file in new[] { stem, $"{stem}_point", $"{stem}_polygon" }.Where(f => File.Exists(f + ending)))
        {
            var fields = File.ReadLines(file + ".fields.csv").Skip(1).Select(l => l.Split(',')).ToDictionary(l => l[1].Trim('"'), l => l[0].Trim('"'));
            rows.AddRange(GdalRows.Read(file + ending, layer, c => fields.GetValueOrDefault(c, c), change));
        }

        return rows;
    }
}
