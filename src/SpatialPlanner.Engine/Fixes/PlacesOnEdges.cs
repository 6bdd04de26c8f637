using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Fixes;

/// <summary>Places along edges where a new path may begin: every few metres, both ends included.</summary>
internal sealed class PlacesOnEdges
{
    private PlacesOnEdges(LinkPosition[] at, double[] x, double[] y) => (At, X, Y) = (at, x, y);

    /// <summary>The places, edge by edge.</summary>
    public LinkPosition[] At { get; }

    /// <summary>Local east of each place, metres.</summary>
    public double[] X { get; }

    /// <summary>Local north of each place, metres.</summary>
    public double[] Y { get; }

    /// <summary>The places as points of a linkage.</summary>
    public Linkage Links => Of(At);

    /// <summary>Positions as points of a linkage, one each.</summary>
    public static Linkage Of(IReadOnlyList<LinkPosition> at)
    {
        var builder = new LinkageBuilder();
        foreach (var position in at)
        {
            builder.Add(position with { AccessMm = 0 });
            builder.EndPoint();
        }

        return builder.Build();
    }

    /// <summary>Lays the places along the edges that come near a point.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="spacingMm">Longest way between two of them along an edge, millimetres.</param>
    /// <param name="x">Local east of the point, metres.</param>
    /// <param name="y">Local north.</param>
    /// <param name="withinMetres">Edges farther off than that, east or north, have none.</param>
    /// <param name="accept">Which edges have places.</param>
    public static PlacesOnEdges Lay(
        EdgeColumns edges, int spacingMm, double x, double y, double withinMetres, Func<int, bool> accept)
    {
        var (at, xs, ys) = (new List<LinkPosition>(), new List<double>(), new List<double>());
        for (var e = 0; e < edges.Count; e++)
        {
            if (!IsNear(edges, e, x, y, withinMetres) || !accept(e))
            {
                continue;
            }

            var steps = (edges.LengthMm[e] + spacingMm - 1) / spacingMm;
            for (var k = 0; k <= steps; k++)
            {
                var offset = (int)((long)edges.LengthMm[e] * k / steps);
                var (px, py) = EdgeShape.Between(edges, e, offset, offset)[0];
                at.Add(new LinkPosition(e, offset, 0));
                xs.Add(px);
                ys.Add(py);
            }
        }

        return new PlacesOnEdges([.. at], [.. xs], [.. ys]);
    }

    private static bool IsNear(EdgeColumns edges, int edge, double x, double y, double withinMetres)
    {
        var (first, end) = (edges.FirstShapePoint[edge], edges.FirstShapePoint[edge + 1]);
        bool Meets(ReadOnlySpan<double> along, double middle)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in along)
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            return low <= middle + withinMetres && high >= middle - withinMetres;
        }

        return Meets(edges.ShapeX.AsSpan(first, end - first), x) && Meets(edges.ShapeY.AsSpan(first, end - first), y);
    }
}
