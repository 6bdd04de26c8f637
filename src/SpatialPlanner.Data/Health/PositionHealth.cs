using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Does every feature lie near the network, and if not, would it with latitude and longitude swapped?</summary>
internal static class PositionHealth
{
    /// <summary>About 20 km: farther than any district's edge from its streets.</summary>
    private const double FarDegrees = 0.2;

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var near = new Envelope();
        foreach (var edge in loaded.Rows[WorkspaceLayers.WalkEdges])
        {
            near.ExpandToInclude(edge.Geometry!.EnvelopeInternal);
        }

        if (near.IsNull)
        {
            yield break;
        }

        near.ExpandBy(FarDegrees / Math.Max(0.1, Math.Cos(near.Centre.Y * Math.PI / 180)), FarDegrees);
        foreach (var layer in WorkspaceLayers.OfDistrict.Where(l => l.Geometry != LayerGeometry.None && l != WorkspaceLayers.WalkEdges))
        {
            foreach (var finding in Of(layer, loaded.Rows[layer], near))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<HealthFinding> Of(LayerSchema layer, IReadOnlyList<LayerRow> rows, Envelope near)
    {
        var astray = rows.Where(r => !near.Intersects(r.Geometry!.EnvelopeInternal)).ToLookup(r => near.Intersects(Swapped(r)), Id);
        if (astray[true].ToList() is { Count: > 0 } swapped)
        {
            yield return HealthReport.Finding(
                HealthGrade.Problem, "swapped_coordinates", layer.Name, swapped,
                $"{swapped.Count} 个要素的经纬度似乎颠倒：对调后正好位于路网处",
                $"{swapped.Count} features seem to have latitude and longitude swapped: the other way round they lie at the network");
        }

        // A layer that lies elsewhere as a whole is told as one finding, not by its features.
        if (astray[false].ToList() is { Count: > 0 } far && far.Count + astray[true].Count() < rows.Count)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "astray", layer.Name, far,
                $"{far.Count} 个要素距路网超过约 20 公里：坐标或坐标系可能有误",
                $"{far.Count} features lie over some 20 km from the network: their coordinates or coordinate system may be wrong");
        }
    }

    private static string Id(LayerRow row) => (string)row.Values[0]!;

    private static Envelope Swapped(LayerRow row)
    {
        var e = row.Geometry!.EnvelopeInternal;
        return new Envelope(e.MinY, e.MaxY, e.MinX, e.MaxX);
    }
}
