using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Export;

/// <summary>Writes a GeoPackage with one layer.</summary>
internal sealed class GeoPackageWriter : ILayerWriter
{
    private static readonly string[] Logs = ["-wal", "-shm", "-journal"];

    public string Format => "gpkg";

    public string MediaType => "application/geopackage+sqlite3";

    // The log of a former file would be replayed into the new one.
    public IEnumerable<string> Leftovers(string folder, string stem, IReadOnlyList<string> written) =>
        from name in written
        where name.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase)
        from ending in Logs
        select name + ending;

    public void Write(ExportJob job)
    {
        var undefined = job.Crs.Wkt is null && job.Layer.Geometry != LayerGeometry.None;
        if (undefined)
        {
            job.Notes.Add(new(
                $"{job.Crs.Code} 没有公认的定义，GeoPackage 中登记为未定义的经纬度（srs_id 0），名称写在图层说明里",
                $"{job.Crs.Code} has no definition that programs agree on: the GeoPackage says undefined degrees (srs_id 0) and names it in the layer's description"));
        }

        string?[] notes = [undefined ? job.Crs.Code : null, job.Request.Origin.Note];
        var note = string.Join(". ", notes.Where(n => n is not null));
        GeoPackageLayerFile.Write(
            job.Draft(job.FileName), job.Layer, job.Rows(), job.Crs, job.Request.Origin.DataDate,
            note.Length == 0 ? null : note, () => job.Extent);
    }
}
