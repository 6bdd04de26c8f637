using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace SpatialPlanner.Engine.Patches;

/// <summary>
/// Groups places that follow each other at short gaps: two are of one group where a chain of places leads from one to the
/// other without a gap over the limit (single linkage). Places of different areas are never of one group.
/// </summary>
public sealed class PlaceChains
{
    private readonly IReadOnlyList<Geometry> outlines;
    private readonly double[] x;
    private readonly double[] y;
    private readonly int[] area;
    private readonly double gap;
    private readonly int[] parent;

    private PlaceChains(IReadOnlyList<Geometry> outlines, double[] x, double[] y, int[] area, double gap)
    {
        (this.outlines, this.x, this.y, this.area, this.gap) = (outlines, x, y, area, gap);
        parent = [.. Enumerable.Range(0, outlines.Count)];
    }

    /// <summary>Finds the groups.</summary>
    /// <param name="outlines">Outline or point of each place, metres.</param>
    /// <param name="x">East of a point in each outline.</param>
    /// <param name="y">North of it.</param>
    /// <param name="area">Area of each place.</param>
    /// <param name="gapMetres">Largest gap between the outlines of neighbours; it counts.</param>
    /// <returns>The places of each group, rising; the groups in the order of their first places.</returns>
    public static IReadOnlyList<int[]> Find(
        IReadOnlyList<Geometry> outlines, double[] x, double[] y, int[] area, double gapMetres)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gapMetres);
        var chains = new PlaceChains(outlines, x, y, area, gapMetres);
        chains.JoinCells();
        chains.JoinNeighbours();
        return [.. Enumerable.Range(0, outlines.Count).GroupBy(chains.RootOf).Select(group => group.ToArray())];
    }

    /// <summary>
    /// Joins the places of each square cell whose diagonal is the gap: points in outlines are never nearer than the
    /// outlines. In a town that leaves few pairs of places to be measured.
    /// </summary>
    private void JoinCells()
    {
        var side = gap / Math.Sqrt(2);
        var firstOfCell = new Dictionary<(int Area, long Column, long Row), int>();
        for (var p = 0; p < parent.Length; p++)
        {
            var cell = (area[p], (long)Math.Floor(x[p] / side), (long)Math.Floor(y[p] / side));
            if (!firstOfCell.TryAdd(cell, p))
            {
                Join(firstOfCell[cell], p);
            }
        }
    }

    private void JoinNeighbours()
    {
        var tree = new STRtree<int>();
        for (var p = 0; p < parent.Length; p++)
        {
            tree.Insert(outlines[p].EnvelopeInternal, p);
        }

        var near = new Near(this);
        for (var p = 0; p < parent.Length; p++)
        {
            near.Place = p;
            var around = outlines[p].EnvelopeInternal.Copy();
            around.ExpandBy(gap);
            tree.Query(around, near);
        }
    }

    private void JoinIfNear(int p, int q)
    {
        if (q <= p || area[p] != area[q] || RootOf(p) == RootOf(q))
        {
            return;
        }

        var (dx, dy) = (x[p] - x[q], y[p] - y[q]);
        if ((dx * dx) + (dy * dy) <= gap * gap || outlines[p].IsWithinDistance(outlines[q], gap))
        {
            Join(p, q);
        }
    }

    private void Join(int p, int q)
    {
        var (a, b) = (RootOf(p), RootOf(q));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    // The way to the root is halved each time (Tarjan and van Leeuwen 1984): ways stay short without ranks.
    private int RootOf(int p)
    {
        while (parent[p] != p)
        {
            p = parent[p] = parent[parent[p]];
        }

        return p;
    }

    private sealed class Near(PlaceChains chains) : NetTopologySuite.Index.IItemVisitor<int>
    {
        public int Place { get; set; }

        public void VisitItem(int item) => chains.JoinIfNear(Place, item);
    }
}
