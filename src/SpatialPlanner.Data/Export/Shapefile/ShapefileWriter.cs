using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export.Shapefile;

/// <summary>
/// Writes shapefiles. A layer of points and polygons becomes two, <c>NAME_point</c> and <c>NAME_polygon</c>, where it has
/// both; a table without geometry becomes a .dbf. What the format cannot hold is told: the key file gives the whole names
/// of the fields, an empty text comes back as null.
/// </summary>
internal sealed class ShapefileWriter : ILayerWriter
{
    private static readonly string[] Endings =
    [
        ".shp", ".shx", ".dbf", ".prj", ".cpg", ".fields.csv", ".texts.csv",
        // Indexes that other programs made of a former file; with the new one they would find the wrong rows.
        ".sbn", ".sbx", ".qix", ".fbn", ".fbx", ".ain", ".aih", ".atx", ".ixs", ".mxs", ".qpj", ".idm", ".ind", ".shp.xml",
    ];

    /// <summary>Length that no file may exceed, bytes; for tests.</summary>
    internal long MaxBytes { get; init; } = int.MaxValue;

    public string Format => "shp";

    public string MediaType => "application/zip";

    public bool SeveralFiles => true;

    public bool TakesEncoding => true;

    public (LocalText What, LocalText Remedy)? Refusal(ExportRequest request) =>
        DbfEncoding.Find(request.Encoding) is not null
            ? null
            : (new($"shapefile 不能用编码 {request.Encoding}", $"a shapefile is not written in {request.Encoding}"),
               new($"可用：{string.Join("、", DbfEncoding.Names)}", $"use one of {string.Join(", ", DbfEncoding.Names)}"));

    // A set of two is known by the key file; one without may be another's file that happens to have the name.
    public IEnumerable<string> Leftovers(string folder, string stem, IReadOnlyList<string> written) =>
        from name in new[] { stem, $"{stem}_point", $"{stem}_polygon" }
        where name == stem || written.Contains(name + ".dbf") || File.Exists(Path.Combine(folder, name + ".fields.csv"))
        from ending in Endings
        select name + ending;

    public void Write(ExportJob job)
    {
        var encoding = DbfEncoding.Find(job.Request.Encoding)!;
        job.TextEncoding = encoding.Name;
        var mixed = job.Layer.Geometry == LayerGeometry.PointOrPolygon;
        using var main = new ShapeSet(job, encoding, TypeOf(job.Layer.Geometry), MaxBytes);
        using var points = mixed ? new ShapeSet(job, encoding, ShapeType.Point, MaxBytes) : null;
        foreach (var row in job.Rows())
        {
            (row.Geometry is Point && points is not null ? points : main).Add(row);
        }

        Finish(job, main, points);
        if (job.Layer.Geometry == LayerGeometry.None)
        {
            job.Notes.Add(new("图层没有几何，只写 .dbf 表", "the layer has no geometry: only the table (.dbf) is written"));
        }
        else if (job.Crs.Wkt is null)
        {
            job.Notes.Add(new(
                $"{job.Crs.Code} 没有公认的定义，不写 .prj；请用文件名和元数据说明",
                $"{job.Crs.Code} has no definition that programs agree on, so there is no .prj; the metadata file tells it"));
        }
    }

    private static void Finish(ExportJob job, ShapeSet main, ShapeSet? points)
    {
        if (points is null or { Rows: 0 })
        {
            points?.Discard();
            main.Finish(job.Stem);
            return;
        }

        if (main.Rows == 0)
        {
            main.Discard();
            points.Finish(job.Stem);
            return;
        }

        main.Finish($"{job.Stem}_polygon");
        points.Finish($"{job.Stem}_point");
        job.Notes.Add(new(
            $"shapefile 不能混放点和面：{job.Stem}_point 有 {points.Rows} 个点，{job.Stem}_polygon 有 {main.Rows} 行",
            $"a shapefile cannot mix points and polygons: {job.Stem}_point has {points.Rows} points, {job.Stem}_polygon {main.Rows} rows"));
    }

    private static ShapeType TypeOf(LayerGeometry geometry) => geometry switch
    {
        LayerGeometry.None => ShapeType.None,
        LayerGeometry.Point => ShapeType.Point,
        LayerGeometry.Line => ShapeType.PolyLine,
        _ => ShapeType.Polygon,
    };
}
