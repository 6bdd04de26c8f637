using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>
/// Finds facilities that are mapped twice: a point or an area in the outline of a larger one with the same name and a service
/// in common, such as a school's building in the school's grounds.
/// </summary>
internal sealed class FacilityDoubles(List<Facility> facilities, OsmProblems problems)
{
    private const int Name = 1;
    private const int Services = 2;

    private readonly STRtree<int> _outlines = new();

    /// <summary>The rows that remain, in the order of the list.</summary>
    public List<LayerRow> Remaining()
    {
        for (var i = 0; i < facilities.Count; i++)
        {
            if (facilities[i].Outline is { Area: > 0 } outline)
            {
                _outlines.Insert(outline.EnvelopeInternal, i);
            }
        }

        var rows = new List<LayerRow>(facilities.Count);
        for (var i = 0; i < facilities.Count; i++)
        {
            if (Around(i) is not { } larger)
            {
                rows.Add(facilities[i].Row);
                continue;
            }

            var (id, name) = (facilities[i].Row.Place, facilities[larger].Row.Place);
            problems.Add(
                ProblemSeverity.Rejected, id,
                new($"与 {name} 是同一设施（名称、服务相同且位于其内），只计一次",
                    $"the same place as {name} (same name and service, inside it); counted once"),
                new("在数据源中删除其中一个", "delete one of the two at the source"));
        }

        return rows;
    }

    private int? Around(int facility)
    {
        var inner = facilities[facility];
        var point = inner.Row.Geometry!;
        foreach (var i in _outlines.Query(point.EnvelopeInternal).Order())
        {
            if (i != facility && Equals(facilities[i].Row.Values[Name], inner.Row.Values[Name]) && IsLarger(i, facility)
                && ShareAService(facilities[i].Row, inner.Row) && facilities[i].Outline!.Covers(point))
            {
                return i;
            }
        }

        return null;
    }

    // Of two on one outline the first stays.
    private bool IsLarger(int a, int b) =>
        facilities[a].Outline!.Area.CompareTo(facilities[b].Outline?.Area ?? 0) is var bySize
        && (bySize > 0 || (bySize == 0 && a < b));

    private static bool ShareAService(LayerRow a, LayerRow b) =>
        ((string)a.Values[Services]!).Split(';').Intersect(((string)b.Values[Services]!).Split(';')).Any();
}
