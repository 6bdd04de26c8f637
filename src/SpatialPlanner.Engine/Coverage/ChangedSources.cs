using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>The facilities of a service before and after a scenario, as labels that they give to nodes.</summary>
internal sealed class ChangedSources
{
    private readonly NearestFacilityField field;
    private readonly ChangedDistrict changed;
    private readonly WalkCosts costs;
    private readonly HashSet<int> changedEdges;
    private readonly int[] candidates;
    private readonly int[] removed;
    private readonly int[] added;

    public ChangedSources(NearestFacilityField field, ChangedDistrict changed, WalkCosts costs)
    {
        (this.field, this.changed, this.costs) = (field, changed, costs);
        changedEdges = [.. changed.Edges];
        candidates = changed.District.Facilities.OpenWith(field.Service);
        var dirty = changed.Facilities.ToHashSet();
        dirty.UnionWith(changedEdges.Count == 0 ? [] : field.Candidates.Where(
            f => field.District.FacilityLinks.LinksOf(f).Any(l => changedEdges.Contains(l.Edge))));
        removed = [.. field.Candidates.Where(dirty.Contains)];
        added = [.. candidates.Where(dirty.Contains)];
        OnEdges = new FacilitiesOnEdge(costs, changed.District.FacilityLinks, candidates);
    }

    /// <summary>The facilities after the scenario, by edge.</summary>
    public FacilitiesOnEdge OnEdges { get; }

    /// <summary>True where an edge of the base was closed or moved.</summary>
    public bool IsChanged(int edge) => changedEdges.Contains(edge);

    /// <summary>Labels that facilities gave before and give no more.</summary>
    public IEnumerable<(int Node, long Label)> Removed() =>
        Labels(field.District.Network, field.Costs, field.District.FacilityLinks, removed);

    /// <summary>Labels that facilities give now and did not before.</summary>
    public IEnumerable<(int Node, long Label)> Added() => LabelsAfter(added);

    /// <summary>Labels that facilities give now.</summary>
    public IEnumerable<(int Node, long Label)> All() => LabelsAfter(candidates);

    /// <summary>Edges on which facilities came or went.</summary>
    public IEnumerable<int> Edges() =>
        removed.SelectMany(f => field.District.FacilityLinks.LinksOf(f))
            .Concat(added.SelectMany(f => changed.District.FacilityLinks.LinksOf(f)))
            .Select(l => l.Edge);

    private IEnumerable<(int Node, long Label)> LabelsAfter(int[] facilities) =>
        Labels(changed.District.Network, costs, changed.District.FacilityLinks, facilities);

    private static IEnumerable<(int Node, long Label)> Labels(
        WalkNetwork network, WalkCosts costs, Linkage links, int[] facilities)
    {
        foreach (var f in facilities)
        {
            for (var k = links.FirstLink[f]; k < links.FirstLink[f + 1]; k++)
            {
                var (edge, offset, access) = (links.Edge[k], links.OffsetMm[k], links.AccessMm[k]);
                yield return (network.Edges.StartFrom[edge], Label(access + costs.ToFirst(edge, offset), f));
                yield return (network.Edges.StartTo[edge], Label(access + costs.ToLast(edge, offset), f));
            }
        }
    }

    private static long Label(int costMm, int facility) => NearestFacilityField.Label(costMm, facility);
}
