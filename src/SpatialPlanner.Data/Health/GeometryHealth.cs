using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Are the shapes valid, and do the layers lie in the same place?</summary>
internal static class GeometryHealth
{
    /// <summary>A district is not so wide; two cities in one workspace are, and so is a layer with a wrong CRS.</summary>
    private const double WidestDistrictMetres = 200_000;

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        foreach (var (layer, rows) in WorkspaceLayers.OfDistrict.Select(l => (l, loaded.Rows[l])))
        {
            List<string> invalid = [.. rows.Where(r => r.Geometry is { IsValid: false }).Select(r => (string)r.Values[0]!)];
            if (invalid.Count > 0)
            {
                yield return HealthReport.Finding(
                    HealthGrade.Warning, "invalid_geometry", layer.Name, invalid,
                    $"{invalid.Count} 个要素几何无效（自相交等）：在 QGIS 中修复后重新导入",
                    $"{invalid.Count} features have an invalid geometry (self-intersection and the like): mend them in QGIS and import again");
            }
        }

        foreach (var finding in Extents(loaded))
        {
            yield return finding;
        }
    }

    private static IEnumerable<HealthFinding> Extents(LoadedDistrict loaded)
    {
        var network = Extent(loaded, WorkspaceLayers.WalkEdges);
        if (network.IsNull)
        {
            yield break;
        }

        if (Geodesy.SegmentMetres(network.MinX, network.MinY, network.MaxX, network.MaxY) > WidestDistrictMetres)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "too_wide", WorkspaceLayers.WalkEdges.Name, [],
                "路网跨度超过 200 公里：一个工作区只放一个区", "the network is over 200 km across: keep one district to a workspace");
        }

        foreach (var layer in WorkspaceLayers.OfDistrict.Where(l => l.Geometry != LayerGeometry.None))
        {
            var extent = Extent(loaded, layer);
            if (!extent.IsNull && !extent.Intersects(network))
            {
                yield return HealthReport.Finding(
                    HealthGrade.Problem, "suspected_crs", layer.Name, [],
                    $"图层 {layer.Name} 与路网完全不重叠：坐标系或经纬度顺序可能有误",
                    $"layer {layer.Name} lies nowhere near the network: its coordinate system or axis order may be wrong");
            }
        }
    }

    private static Envelope Extent(LoadedDistrict loaded, LayerSchema layer)
    {
        var extent = new Envelope();
        foreach (var row in loaded.Rows[layer])
        {
            if (row.Geometry is not null)
            {
                extent.ExpandToInclude(row.Geometry.EnvelopeInternal);
            }
        }

        return extent;
    }
}
