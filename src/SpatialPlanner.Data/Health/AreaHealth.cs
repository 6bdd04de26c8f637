using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Do the areas of a level lie side by side: no overlaps, no holes, none outside its parent?</summary>
internal static class AreaHealth
{
    /// <summary>Below this an overlap or a hole comes from drawing and costs nobody a building.</summary>
    private const double LeastM2 = 400;

    /// <summary>A strip thinner than this is two drawings of one border.</summary>
    private const double ThinnestM = 5;

    private static readonly RowReader Boundary = new(WorkspaceLayers.Boundaries);
    private static readonly Func<LayerRow, string?> Level = Boundary.Text("level");
    private static readonly Func<LayerRow, string?> Parent = Boundary.Text("parent_code");

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        List<(LayerRow Row, Geometry Shape)> areas =
        [
            .. loaded.Rows[WorkspaceLayers.Boundaries].Where(r => r.Geometry is { IsEmpty: false })
                .Select(r => (r, r.Geometry!.IsValid ? r.Geometry : GeometryFixer.Fix(r.Geometry))),
        ];
        foreach (var level in areas.GroupBy(a => Level(a.Row) ?? string.Empty))
        {
            if (Overlaps([.. level]) is { Count: > 0 } overlaps)
            {
                yield return Finding(
                    HealthGrade.Problem, "areas_overlap", overlaps,
                    $"{overlaps.Count} 对同级区域重叠：重叠处的建筑只计入其中一个", $"{overlaps.Count} pairs of areas of one level overlap: buildings there count for one of the two");
            }
        }

        var children = areas.Where(a => Parent(a.Row) is not null).ToLookup(a => Parent(a.Row)!);
        var (holes, outside) = (new List<HealthPlace>(), new List<HealthPlace>());
        foreach (var (row, shape) in areas)
        {
            var parts = children[(string)row.Values[0]!].ToList();
            if (parts.Count > 0)
            {
                Compare((string)row.Values[0]!, shape, parts, holes, outside);
            }
        }

        if (holes.Count > 0)
        {
            yield return Finding(
                HealthGrade.Warning, "areas_leave_holes", holes,
                $"下级区域之间有 {holes.Count} 处空洞：那里的建筑不属于任何下级区域", $"the parts of areas leave {holes.Count} holes: buildings there belong to none of them");
        }

        if (outside.Count > 0)
        {
            yield return Finding(
                HealthGrade.Warning, "areas_outside_parent", outside,
                $"{outside.Count} 处下级区域超出上级边界", $"in {outside.Count} places areas reach beyond the one they belong to");
        }
    }

    private static List<HealthPlace> Overlaps(List<(LayerRow Row, Geometry Shape)> areas)
    {
        var tree = new STRtree<int>();
        for (var a = 0; a < areas.Count; a++)
        {
            tree.Insert(areas[a].Shape.EnvelopeInternal, a);
        }

        var places = new List<HealthPlace>();
        for (var a = 0; a < areas.Count; a++)
        {
            foreach (var b in tree.Query(areas[a].Shape.EnvelopeInternal).Where(b => b > a).Order())
            {
                var common = OverlayNGRobust.Overlay(areas[a].Shape, areas[b].Shape, SpatialFunction.Intersection);
                if (Parts(common).OrderByDescending(p => p.M2).FirstOrDefault() is { Shape: not null } largest)
                {
                    places.Add(Place((string)areas[a].Row.Values[0]!, (string)areas[b].Row.Values[0]!, largest.Shape));
                }
            }
        }

        return places;
    }

    private static void Compare(
        string code, Geometry whole, List<(LayerRow Row, Geometry Shape)> parts, List<HealthPlace> holes, List<HealthPlace> outside)
    {
        var union = UnaryUnionOp.Union(parts.Select(p => p.Shape).ToList());
        var missing = OverlayNGRobust.Overlay(whole, union, SpatialFunction.Difference);
        holes.AddRange(Parts(missing).Select(p => Place(code, null, p.Shape)));
        foreach (var (row, shape) in parts.Where(p => !whole.EnvelopeInternal.Contains(p.Shape.EnvelopeInternal) || !whole.Covers(p.Shape)))
        {
            var beyond = OverlayNGRobust.Overlay(shape, whole, SpatialFunction.Difference);
            if (Parts(beyond).OrderByDescending(p => p.M2).FirstOrDefault() is { Shape: not null } largest)
            {
                outside.Add(Place((string)row.Values[0]!, code, largest.Shape));
            }
        }
    }

    // What counts: large enough, and no strip along a border. Twice the area over the outline is a strip's width.
    private static IEnumerable<(Geometry Shape, double M2)> Parts(Geometry geometry) =>
        PolygonExtracter.GetPolygons(geometry).Select(p => (Shape: p, M2: GeodesicArea.SquareMetres(p)))
            .Where(p => p.M2 >= LeastM2 && 2 * p.M2 / OutlineM((Polygon)p.Shape) >= ThinnestM);

    private static double OutlineM(Polygon polygon) => Geodesy.LengthMetres(polygon.ExteriorRing.Coordinates);

    private static HealthPlace Place(string id, string? other, Geometry shape)
    {
        var at = Places.Of(shape);
        return new HealthPlace(id, other, at.X, at.Y);
    }

    private static HealthFinding Finding(HealthGrade grade, string code, List<HealthPlace> places, string zh, string en) =>
        HealthReport.Finding(grade, code, WorkspaceLayers.Boundaries.Name, [.. places.Select(p => p.Id)], zh, en) with
        {
            Places = [.. places.Take(HealthFinding.IdLimit)],
        };
}
