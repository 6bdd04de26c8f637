using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Is anything there twice? Edges of the network are looked at by <see cref="NetworkFaultHealth"/>.</summary>
internal static class DuplicateHealth
{
    /// <summary>The same name and service within this distance is more likely one facility from two lists than two.</summary>
    private const double SameFacilityMetres = 50;

    private static readonly RowReader Facility = new(WorkspaceLayers.Facilities);
    private static readonly Func<LayerRow, string?> Name = Facility.Text("name");
    private static readonly Func<LayerRow, string?> Services = Facility.Text("services");

    private static readonly LayerSchema[] Drawn =
    [
        WorkspaceLayers.Boundaries, WorkspaceLayers.LandCover, WorkspaceLayers.ResidentialLand, WorkspaceLayers.Compounds,
        WorkspaceLayers.Buildings,
    ];

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded) =>
        Drawn.SelectMany(layer => SameShape(layer, loaded.Rows[layer])).Concat(SameFacility(loaded));

    // A subdistrict of one community may have its shape: boundaries are compared within a level.
    private static IEnumerable<HealthFinding> SameShape(LayerSchema layer, IReadOnlyList<LayerRow> rows)
    {
        var level = layer == WorkspaceLayers.Boundaries ? layer.Require("level") : -1;
        var first = new Dictionary<(string? Level, Envelope Box, int Points), List<(LayerRow Row, Geometry Shape)>>();
        var places = new List<HealthPlace>();
        foreach (var row in rows.Where(r => r.Geometry is { IsEmpty: false }))
        {
            var geometry = row.Geometry!;
            var key = (level < 0 ? null : row.Values[level] as string, geometry.EnvelopeInternal, geometry.NumPoints);
            if (!first.TryGetValue(key, out var alike))
            {
                first.Add(key, [(row, geometry)]);
                continue;
            }

            var same = alike.Find(a => a.Shape.EqualsExact(geometry) || a.Shape.EqualsNormalized(geometry));
            if (same.Row is null)
            {
                alike.Add((row, geometry));
                continue;
            }

            var at = Places.Of(geometry);
            places.Add(new HealthPlace((string)row.Values[0]!, (string)same.Row.Values[0]!, at.X, at.Y));
        }

        if (places.Count > 0)
        {
            yield return Finding(
                "same_shape", layer.Name, places,
                $"{places.Count} 个要素与另一个要素的图形完全相同：可能重复，人口会被重复计算",
                $"{places.Count} features have the very shape of another: perhaps there twice, and their people counted twice");
        }
    }

    private static IEnumerable<HealthFinding> SameFacility(LoadedDistrict loaded)
    {
        var places = new List<HealthPlace>();
        foreach (var group in loaded.Rows[WorkspaceLayers.Facilities]
            .Where(r => !string.IsNullOrWhiteSpace(Name(r))).GroupBy(r => (Name(r), Services(r))).Where(g => g.Count() > 1))
        {
            places.AddRange(Near([.. group]));
        }

        if (places.Count > 0)
        {
            yield return Finding(
                "same_facility", WorkspaceLayers.Facilities.Name, places,
                $"{places.Count} 个设施与 50 米内另一个同名同类设施可能是同一个：核对后删除其一",
                $"{places.Count} facilities have the name and services of another within 50 m: perhaps one from two lists; delete one of the two");
        }
    }

    private static IEnumerable<HealthPlace> Near(LayerRow[] rows)
    {
        var tree = new STRtree<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            tree.Insert(rows[i].Geometry!.EnvelopeInternal, i);
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var at = rows[i].Geometry!.Coordinate;
            var box = new Envelope(at);
            box.ExpandBy(SameFacilityMetres / 111_000 / Math.Max(0.1, Math.Cos(at.Y * Math.PI / 180)), SameFacilityMetres / 110_000);
            foreach (var j in tree.Query(box).Where(j => j < i).Order())
            {
                var other = rows[j].Geometry!.Coordinate;
                var metres = Geodesy.SegmentMetres(at.X, at.Y, other.X, other.Y);
                if (metres <= SameFacilityMetres)
                {
                    yield return new HealthPlace((string)rows[i].Values[0]!, (string)rows[j].Values[0]!, at.X, at.Y, Math.Round(metres, 2));
                    break;
                }
            }
        }
    }

    private static HealthFinding Finding(string code, string layer, List<HealthPlace> places, string zh, string en) =>
        HealthReport.Finding(HealthGrade.Warning, code, layer, [.. places.Select(p => p.Id)], zh, en) with
        {
            Places = [.. places.Take(HealthFinding.IdLimit)],
        };
}
