using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// Finds what a scenario changes in a <see cref="NearestFacilityField"/> without searching the whole network again
/// (after Ramalingam and Reps 1996): nodes whose walk led through what closed lose their labels and get new ones from
/// the rim, and what opened or came spreads as far as it improves. The answer is that of a whole search on the changed
/// district, byte for byte. Scratch: make one a thread and use it again.
/// </summary>
public sealed class IncrementalSearch
{
    private readonly CostBuckets buckets = new();
    private readonly List<int> touched = [];
    private long[] labels = [];
    private int[] nodeMark = [];
    private int[] buildingMark = [];
    private int mark;
    private long[] old = [];
    private Arc[] arcs = [];

    /// <summary>Number of nodes that the last run looked at: what it cost.</summary>
    public int TouchedNodeCount => touched.Count;

    /// <summary>Finds the buildings whose walks change.</summary>
    /// <param name="field">The walks before.</param>
    /// <param name="changed">The scenario, laid over the field's district.</param>
    /// <exception cref="ArgumentException">The scenario was laid over another district.</exception>
    public NearestFacilityChange Run(NearestFacilityField field, ChangedDistrict changed)
    {
        if (changed.Base != field.District)
        {
            throw new ArgumentException("Lay the scenario over the district of the field.", nameof(changed));
        }

        var after = changed.District;
        var costs = NearestFacilityField.CostsOf(after.Network, field.Pace);
        var sources = new ChangedSources(field, changed, costs);
        Begin(field, after.Network.NodeCount, after.Buildings.Count);
        Forget(field, changed, sources);
        arcs = costs.Arcs;
        Refill(after.Network, costs, sources, touched.Count);
        Spread(after.Network, changed, sources);
        Settle(after.Network);
        return Arrivals(field, changed, costs, sources);
    }

    private void Begin(NearestFacilityField field, int nodeCount, int buildingCount)
    {
        if (nodeMark.Length < nodeCount)
        {
            (labels, nodeMark) = (new long[nodeCount], new int[nodeCount]);
        }

        if (buildingMark.Length < buildingCount)
        {
            buildingMark = new int[buildingCount];
        }

        if (++mark == int.MaxValue)
        {
            Array.Clear(nodeMark);
            Array.Clear(buildingMark);
            mark = 1;
        }

        touched.Clear();
        (old, arcs) = (field.Labels, field.Costs.Arcs);
    }

    private long LabelOf(int node) =>
        nodeMark[node] == mark ? labels[node] : node < old.Length ? old[node] : NearestFacilityField.NoLabel;

    private void SetLabel(int node, long label)
    {
        if (nodeMark[node] != mark)
        {
            nodeMark[node] = mark;
            touched.Add(node);
        }

        labels[node] = label;
    }

    /// <summary>Takes the labels off all nodes whose walk may have led through what closed.</summary>
    private void Forget(NearestFacilityField field, ChangedDistrict changed, ChangedSources sources)
    {
        var network = field.District.Network;
        foreach (var (node, label) in sources.Removed())
        {
            ForgetIf(node, label);
        }

        foreach (var node in changed.Edges.Count == 0 ? [] : changed.Nodes)
        {
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                if (sources.IsChanged(network.ArcEdge[a]) && old[node] != NearestFacilityField.NoLabel)
                {
                    ForgetIf(arcs[a].Head, Plus(old[node], arcs[a].CostMm));
                }
            }
        }

        for (var i = 0; i < touched.Count; i++)
        {
            var node = touched[i];
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                ForgetIf(arcs[a].Head, Plus(old[node], arcs[a].CostMm));
            }
        }
    }

    private void ForgetIf(int node, long label)
    {
        if (nodeMark[node] != mark && old[node] == label)
        {
            SetLabel(node, NearestFacilityField.NoLabel);
        }
    }

    /// <summary>Offers the forgotten nodes what comes from around them and from the facilities among them.</summary>
    private void Refill(WalkNetwork network, WalkCosts costs, ChangedSources sources, int forgotten)
    {
        for (var i = 0; i < forgotten; i++)
        {
            var node = touched[i];
            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                if (LabelOf(network.ArcHead[a]) is var label && label != NearestFacilityField.NoLabel)
                {
                    Offer(node, Plus(label, costs.AgainstMm(a)));
                }
            }
        }

        if (forgotten > 0)
        {
            foreach (var (node, label) in sources.All())
            {
                if (nodeMark[node] == mark)
                {
                    Offer(node, label);
                }
            }
        }
    }

    /// <summary>Offers what came: new facilities, and the ways out of nodes whose arcs changed.</summary>
    private void Spread(WalkNetwork network, ChangedDistrict changed, ChangedSources sources)
    {
        foreach (var (node, label) in sources.Added())
        {
            Offer(node, label);
        }

        foreach (var node in changed.Nodes)
        {
            if (LabelOf(node) is var label && label != NearestFacilityField.NoLabel)
            {
                Relax(network, node, label);
            }
        }
    }

    private void Settle(WalkNetwork network)
    {
        while (buckets.TryTake(out var node, out var bucket))
        {
            if (labels[node] is var label && CostBuckets.Of(NearestFacilityField.CostMm(label)) == bucket)
            {
                Relax(network, node, label);
            }
        }
    }

    private void Relax(WalkNetwork network, int node, long label)
    {
        for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
        {
            Offer(arcs[a].Head, Plus(label, arcs[a].CostMm));
        }
    }

    private void Offer(int node, long label)
    {
        if (NearestFacilityField.CostMm(label) is var cost && cost <= WalkCosts.LongestMm && label < LabelOf(node))
        {
            SetLabel(node, label);
            buckets.Push(node, cost);
        }
    }

    private static long Plus(long label, int costMm) => label + NearestFacilityField.Label(costMm, 0);

    private NearestFacilityChange Arrivals(
        NearestFacilityField field, ChangedDistrict changed, WalkCosts costs, ChangedSources sources)
    {
        var (before, after) = (field.Nearest, changed.District);
        var overlay = new Overlay(this);
        var change = (Building: new List<int>(), CostMm: new List<int>(), Facility: new List<int>());
        foreach (var b in Buildings(changed, sources))
        {
            var (cost, facility) = Arrival.At(after.Network, costs, overlay, after.BuildingLinks, b, sources.OnEdges)
                .Within(WalkCosts.LongestMm);
            if (cost != before.CostMm[b] || facility != before.Facility[b])
            {
                change.Building.Add(b);
                change.CostMm.Add(cost);
                change.Facility.Add(facility);
            }
        }

        return new NearestFacilityChange([.. change.Building], [.. change.CostMm], [.. change.Facility]);
    }

    /// <summary>The buildings whose walk may have changed, rising.</summary>
    private List<int> Buildings(ChangedDistrict changed, ChangedSources sources)
    {
        var (found, network) = (new List<int>(), changed.District.Network);
        foreach (var node in touched)
        {
            if (node < old.Length && labels[node] == old[node])
            {
                continue;
            }

            for (var a = network.FirstArc[node]; a < network.FirstArc[node + 1]; a++)
            {
                if (network.ArcEdge[a] is var edge && edge != WalkNetwork.NoEdge)
                {
                    Mark(changed.Base.BuildingLinks.ByEdge.On(edge), found);
                }
            }
        }

        foreach (var edge in changed.Edges.Concat(sources.Edges()))
        {
            Mark(changed.Base.BuildingLinks.ByEdge.On(edge), found);
        }

        foreach (var b in changed.Buildings)
        {
            Mark(b, found);
        }

        found.Sort();
        return found;
    }

    private void Mark(ReadOnlySpan<LinksByEdge.Entry> links, List<int> found)
    {
        foreach (var link in links)
        {
            Mark(link.Point, found);
        }
    }

    private void Mark(int building, List<int> found)
    {
        if (buildingMark[building] != mark)
        {
            buildingMark[building] = mark;
            found.Add(building);
        }
    }

    private readonly struct Overlay(IncrementalSearch search) : INodeLabels
    {
        public int CostMm(int node) => NearestFacilityField.CostMm(search.LabelOf(node));

        public int Source(int node) => (int)search.LabelOf(node);
    }
}
