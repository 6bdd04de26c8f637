using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Facilities: objects whose tags satisfy an expression of a service of the pack.</summary>
internal sealed class Facilities(RulePack pack)
{
    private readonly (string Code, TagExpression[] Any)[] _services =
    [
        .. pack.Services.Select((s, i) => (
            s.Code, s.OsmTags.Select((t, j) => TagExpression.Parse(t, $"$.services[{i}].osm[{j}]")).ToArray())),
    ];

    /// <summary>Codes of the services of an object in pack order, joined by semicolons; null where it has none.</summary>
    public string? ServicesOf(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.GetValueOrDefault("disused") == "yes" || tags.GetValueOrDefault("abandoned") == "yes")
        {
            return null;
        }

        var codes = _services.Where(s => s.Any.Any(e => e.Matches(tags))).Select(s => s.Code);
        return string.Join(';', codes) is { Length: > 0 } joined ? joined : null;
    }

    /// <summary>The row of a facility.</summary>
    public static LayerRow Row(string id, IReadOnlyDictionary<string, string> tags, string services, Geometry point, double? areaM2) =>
        new(
            point,
            [
                id, tags.GetValueOrDefault("name"), services, areaM2, TagNumbers.Whole(tags, "capacity"), "open",
                tags.GetValueOrDefault("operator"), "OpenStreetMap",
            ],
            id);

    /// <summary>
    /// Drops points that lie in the outline of a facility with a service and the name in common: one place mapped twice.
    /// </summary>
    public static List<LayerRow> WithoutDoubles(
        List<LayerRow> points, List<(LayerRow Row, Geometry Outline)> areas, OsmProblems problems)
    {
        var index = new STRtree<(LayerRow Row, Geometry Outline)>();
        areas.ForEach(a => index.Insert(a.Outline.EnvelopeInternal, a));
        return [.. points.Where(p => !IsDouble(p, index, problems))];
    }

    private static bool IsDouble(LayerRow point, STRtree<(LayerRow Row, Geometry Outline)> areas, OsmProblems problems)
    {
        foreach (var (row, outline) in areas.Query(point.Geometry!.EnvelopeInternal).OrderBy(a => (string)a.Row.Values[0]!, StringComparer.Ordinal))
        {
            if (Equals(row.Values[1], point.Values[1]) && ShareAService(row, point) && outline.Covers(point.Geometry))
            {
                problems.Add(
                    "facility-twice", ProblemSeverity.Warning, point.Place,
                    new($"与 {row.Place} 是同一设施（名称、服务相同且位于其内），只计一次", $"the same place as {row.Place} (same name and service, inside it); counted once"),
                    new("在数据源中删除其中一个", "delete one of the two at the source"));
                return true;
            }
        }

        return false;
    }

    private static bool ShareAService(LayerRow a, LayerRow b) =>
        ((string)a.Values[2]!).Split(';').Intersect(((string)b.Values[2]!).Split(';')).Any();
}
