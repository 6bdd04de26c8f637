using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// How walks arrive at points from the network's nodes: for each point the nodes at the ends of its links' edges, with
/// the cost from there. Made once for many searches, which then read nothing of the edges.
/// </summary>
internal sealed class Arrivals
{
    private Arrivals(int[] first, Arrival[] entries)
    {
        First = first;
        Entries = entries;
    }

    /// <summary>An arrival at a point.</summary>
    /// <param name="Node">Node that the walk comes from.</param>
    /// <param name="LegMm">Cost from the node to the point, the leg off the network included.</param>
    public readonly record struct Arrival(int Node, int LegMm);

    /// <summary>First arrival of each point, and one entry more: the number of arrivals.</summary>
    public int[] First { get; }

    /// <summary>The arrivals, by point. What may not be walked is left out.</summary>
    public Arrival[] Entries { get; }

    /// <summary>Makes the arrivals of a linkage.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Its costs.</param>
    /// <param name="links">Links of the points.</param>
    public static Arrivals Of(WalkNetwork network, WalkCosts costs, Linkage links)
    {
        var (edges, first) = (network.Edges, new int[links.PointCount + 1]);
        var entries = new List<Arrival>(links.Edge.Length * 2);
        void Add(int node, int legMm)
        {
            if (legMm <= WalkCosts.LongestMm)
            {
                entries.Add(new Arrival(node, legMm));
            }
        }

        for (var p = 0; p < links.PointCount; p++)
        {
            for (var k = links.FirstLink[p]; k < links.FirstLink[p + 1]; k++)
            {
                var edge = links.Edge[k];
                var fromFirst = links.AccessMm[k] + costs.FromFirst(edge, links.OffsetMm[k]);
                var fromLast = links.AccessMm[k] + costs.FromLast(edge, links.OffsetMm[k]);
                Add(edges.EndFrom[edge], fromFirst);
                Add(edges.EndTo[edge], fromLast);
                if (edges.ResidentsOnly[edge])
                {
                    Add(edges.StartFrom[edge], fromFirst);
                    Add(edges.StartTo[edge], fromLast);
                }
            }

            first[p + 1] = entries.Count;
        }

        return new Arrivals(first, [.. entries]);
    }
}
