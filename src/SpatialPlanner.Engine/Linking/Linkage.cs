using System.Runtime.CompilerServices;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Where points stand on the network: for each point one or more positions on edges, each with the leg to it that is
/// walked off the network. A point without a position is not linked; the snap ledger says why.
/// </summary>
public sealed class Linkage
{
    // Forgotten with the costs: those of a scenario's network live no longer than it.
    private readonly ConditionalWeakTable<WalkCosts, Arrivals> arrivals = [];
    private readonly Lazy<LinksByEdge> byEdge;

    internal Linkage(int[] firstLink, int[] edge, int[] offsetMm, int[] accessMm)
    {
        FirstLink = firstLink;
        Edge = edge;
        OffsetMm = offsetMm;
        AccessMm = accessMm;
        byEdge = new Lazy<LinksByEdge>(() => new LinksByEdge(this));
    }

    /// <summary>First link of each point, and one entry more: the number of links.</summary>
    public int[] FirstLink { get; }

    /// <summary>Edge of each link.</summary>
    public int[] Edge { get; }

    /// <summary>Position of each link along its edge, millimetres from the edge's first end.</summary>
    public int[] OffsetMm { get; }

    /// <summary>Leg of each link that is walked off the network, millimetres.</summary>
    public int[] AccessMm { get; }

    /// <summary>Number of points.</summary>
    public int PointCount => FirstLink.Length - 1;

    /// <summary>The links sorted by edge; made when first asked for.</summary>
    internal LinksByEdge ByEdge => byEdge.Value;

    /// <summary>True where the point has at least one position.</summary>
    /// <param name="point">Point.</param>
    public bool IsLinked(int point) => FirstLink[point] < FirstLink[point + 1];

    /// <summary>The links of a point. For code off the hot path; a search walks the columns.</summary>
    /// <param name="point">Point.</param>
    public IEnumerable<LinkPosition> LinksOf(int point)
    {
        for (var k = FirstLink[point]; k < FirstLink[point + 1]; k++)
        {
            yield return new LinkPosition(Edge[k], OffsetMm[k], AccessMm[k]);
        }
    }

    /// <summary>This linkage with other links for some points, and unlinked points at the end if it grows.</summary>
    /// <param name="changes">Links of the points that change.</param>
    /// <param name="pointCount">Number of points.</param>
    internal Linkage With(IReadOnlyDictionary<int, List<LinkPosition>> changes, int pointCount)
    {
        var first = new int[pointCount + 1];
        for (var p = 0; p < pointCount; p++)
        {
            first[p + 1] = first[p] + (changes.TryGetValue(p, out var links) ? links.Count
                : p < PointCount ? FirstLink[p + 1] - FirstLink[p] : 0);
        }

        var (edge, offset, access) = (new int[first[^1]], new int[first[^1]], new int[first[^1]]);
        for (var p = 0; p < pointCount; p++)
        {
            if (changes.TryGetValue(p, out var links))
            {
                for (var i = 0; i < links.Count; i++)
                {
                    var k = first[p] + i;
                    (edge[k], offset[k], access[k]) = (links[i].Edge, links[i].OffsetMm, links[i].AccessMm);
                }
            }
            else if (p < PointCount)
            {
                var (from, count) = (FirstLink[p], FirstLink[p + 1] - FirstLink[p]);
                Array.Copy(Edge, from, edge, first[p], count);
                Array.Copy(OffsetMm, from, offset, first[p], count);
                Array.Copy(AccessMm, from, access, first[p], count);
            }
        }

        return new Linkage(first, edge, offset, access);
    }

    /// <summary>The shortest leg of a linked point off the network, metres.</summary>
    /// <param name="point">Point.</param>
    public double NearestAccessM(int point) => LinksOf(point).Min(l => l.AccessMm) / 1000.0;

    /// <summary>The ways to the points from the network's nodes; made once for the same costs.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Its costs.</param>
    internal Arrivals ArrivalsBy(WalkNetwork network, WalkCosts costs) =>
        arrivals.GetValue(costs, c => Arrivals.Of(network, c, this));
}
