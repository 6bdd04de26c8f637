using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Finds the edge nearest to a point: a uniform grid over the segments of the edges, read only once built. A grid
/// suits streets, whose segments are short and evenly spread; a search looks at the cells in rings around the point,
/// leaves out those that cannot be nearer and stops when a whole ring cannot.
/// </summary>
public sealed class EdgeIndex
{
    // Distances to cells are taken shorter by this, so that rounding hides no tie.
    private const double ToleranceMetres = 1e-6;
    private readonly WalkNetwork network;
    private readonly SegmentGrid grid;
    private readonly int[] edgeOfShapePoint;

    /// <summary>Builds the index of a network.</summary>
    /// <param name="network">The network.</param>
    public EdgeIndex(WalkNetwork network)
    {
        this.network = network;
        grid = new SegmentGrid(network.Edges);
        edgeOfShapePoint = new int[network.Edges.ShapeX.Length];
        for (var e = 0; e < network.EdgeCount; e++)
        {
            var (first, end) = (network.Edges.FirstShapePoint[e], network.Edges.FirstShapePoint[e + 1]);
            edgeOfShapePoint.AsSpan(first, end - first).Fill(e);
        }
    }

    /// <summary>The position on the nearest edge within a distance, ties to the lower edge.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="withinMetres">Farthest position looked at.</param>
    /// <returns>The position, or null where no edge is near enough.</returns>
    public LinkPosition? Nearest(double x, double y, double withinMetres) =>
        Nearest(x, y, withinMetres, default(EveryEdge));

    /// <summary>The position on the nearest edge that counts within a distance, ties to the lower edge.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="withinMetres">Farthest position looked at.</param>
    /// <param name="filter">Which edges count.</param>
    /// <returns>The position, or null where no edge is near enough.</returns>
    public LinkPosition? Nearest<TFilter>(double x, double y, double withinMetres, TFilter filter)
        where TFilter : struct, IEdgeFilter
    {
        var best = new Best(withinMetres * withinMetres);
        var (column, row) = (grid.Cell(x - grid.MinX), grid.Cell(y - grid.MinY));
        var toOwnSide = MetresToOwnSide(column, row, x, y);
        for (var ring = 0; ; ring++)
        {
            // Whatever lies in this ring is at least so far away.
            var reach = toOwnSide + ((ring - 1) * grid.CellMetres);
            if (reach > 0 && reach * reach > best.SquaredMetres)
            {
                break;
            }

            if (!SearchRing(column, row, ring, x, y, filter, ref best) && IsBeyond(column, row, ring))
            {
                break;
            }
        }

        return best.Segment < 0 ? null : Position(best);
    }

    /// <summary>
    /// The positions on the nearest edges of many points, each as <see cref="Nearest(double, double, double)"/> gives
    /// it. Works tile by tile, so that the memory which one point needs is there for the next.
    /// </summary>
    /// <param name="x">Local east of each point, metres.</param>
    /// <param name="y">Local north of each point, metres.</param>
    /// <param name="withinMetres">Farthest position looked at.</param>
    /// <param name="threads">Number of threads; the answer is the same for each.</param>
    /// <param name="cancel">Cancels.</param>
    public LinkPosition?[] NearestOfAll(
        double[] x, double[] y, double withinMetres, int threads = 1, CancellationToken cancel = default)
    {
        var tiles = new PointTiles(x, y);
        var found = new LinkPosition?[x.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, tiles.Count, options, tile =>
        {
            foreach (var point in tiles.PointsOf(tile))
            {
                found[point] = Nearest(x[point], y[point], withinMetres);
            }
        });
        return found;
    }

    /// <summary>Adds the edges that have a segment in the cells of a box; one may be added more than once.</summary>
    /// <param name="box">Smallest and largest east and north, metres.</param>
    /// <param name="found">Takes the edges.</param>
    public void AddWithin((double MinX, double MinY, double MaxX, double MaxY) box, List<int> found)
    {
        var (c1, c2) = (Math.Max(0, grid.Cell(box.MinX - grid.MinX)), Math.Min(grid.Columns - 1, grid.Cell(box.MaxX - grid.MinX)));
        var (r1, r2) = (Math.Max(0, grid.Cell(box.MinY - grid.MinY)), Math.Min(grid.Rows - 1, grid.Cell(box.MaxY - grid.MinY)));
        for (var r = r1; r <= r2; r++)
        {
            for (var c = c1; c <= c2; c++)
            {
                var cell = (r * grid.Columns) + c;
                foreach (var s in grid.Segments.AsSpan(grid.FirstEntry[cell]..grid.FirstEntry[cell + 1]))
                {
                    found.Add(edgeOfShapePoint[s]);
                }
            }
        }
    }

    private double MetresToOwnSide(int column, int row, double x, double y)
    {
        var (east, north) = (x - grid.MinX - (column * grid.CellMetres), y - grid.MinY - (row * grid.CellMetres));
        var nearest = Math.Min(Math.Min(east, grid.CellMetres - east), Math.Min(north, grid.CellMetres - north));
        return nearest - ToleranceMetres;
    }

    private bool IsBeyond(int column, int row, int ring) =>
        column - ring <= 0 && row - ring <= 0 && column + ring >= grid.Columns - 1 && row + ring >= grid.Rows - 1;

    /// <summary>Looks at the cells of one ring; false where the whole ring lies outside the grid.</summary>
    private bool SearchRing<TFilter>(
        int column, int row, int ring, double x, double y, TFilter filter, ref Best best)
        where TFilter : struct, IEdgeFilter
    {
        var (r1, r2) = (Math.Max(0, row - ring), Math.Min(grid.Rows - 1, row + ring));
        var inside = false;
        for (var r = r1; r <= r2; r++)
        {
            var isWholeRow = r == row - ring || r == row + ring;
            var step = isWholeRow || ring == 0 ? 1 : 2 * ring;
            var north = MetresTo(r, y - grid.MinY);
            for (var c = column - ring; c <= column + ring; c += step)
            {
                if (c < 0 || c >= grid.Columns)
                {
                    continue;
                }

                inside = true;
                var east = MetresTo(c, x - grid.MinX);
                if ((east * east) + (north * north) <= best.SquaredMetres)
                {
                    SearchCell((r * grid.Columns) + c, x, y, filter, ref best);
                }
            }
        }

        return inside;
    }

    /// <summary>How far a place is from a column or row of cells; 0 inside.</summary>
    private double MetresTo(int cell, double metres)
    {
        var low = cell * grid.CellMetres;
        return Math.Max(0, Math.Max(low - metres, metres - low - grid.CellMetres) - ToleranceMetres);
    }

    private void SearchCell<TFilter>(int cell, double x, double y, TFilter filter, ref Best best)
        where TFilter : struct, IEdgeFilter
    {
        var (shapeX, shapeY) = (network.Edges.ShapeX, network.Edges.ShapeY);
        foreach (var s in grid.Segments.AsSpan(grid.FirstEntry[cell]..grid.FirstEntry[cell + 1]))
        {
            var (ax, ay) = (shapeX[s], shapeY[s]);
            var (dx, dy) = (shapeX[s + 1] - ax, shapeY[s + 1] - ay);
            var squared = (dx * dx) + (dy * dy);
            var t = squared == 0 ? 0 : Math.Clamp((((x - ax) * dx) + ((y - ay) * dy)) / squared, 0, 1);
            var (px, py) = (ax + (t * dx) - x, ay + (t * dy) - y);
            var distance = (px * px) + (py * py);
            if (distance <= best.SquaredMetres && IsBetter(distance, s, best) && filter.Takes(edgeOfShapePoint[s]))
            {
                best = new Best(distance) { Segment = s, Share = t };
            }
        }
    }

    private static bool IsBetter(double distance, int segment, in Best best) =>
        best.Segment < 0 || distance < best.SquaredMetres || (distance == best.SquaredMetres && segment < best.Segment);

    /// <summary>
    /// Turns a place on a segment into millimetres along the edge. The edge's own length counts, not that of its local
    /// drawing: the offset is scaled to it.
    /// </summary>
    private LinkPosition Position(in Best best)
    {
        var edges = network.Edges;
        var edge = edgeOfShapePoint[best.Segment];
        var (first, end) = (edges.FirstShapePoint[edge], edges.FirstShapePoint[edge + 1]);
        var (before, total) = (0.0, 0.0);
        for (var s = first; s + 1 < end; s++)
        {
            var (dx, dy) = (edges.ShapeX[s + 1] - edges.ShapeX[s], edges.ShapeY[s + 1] - edges.ShapeY[s]);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            before += s < best.Segment ? length : s == best.Segment ? length * best.Share : 0;
            total += length;
        }

        var offset = total == 0 ? 0 : (int)Math.Round(edges.LengthMm[edge] * before / total);
        return new LinkPosition(edge, offset, (int)Math.Round(Math.Sqrt(best.SquaredMetres) * 1000));
    }

    private readonly struct EveryEdge : IEdgeFilter
    {
        public bool Takes(int edge) => true;
    }

    private struct Best(double squaredMetres)
    {
        public double SquaredMetres = squaredMetres;
        public int Segment = -1;
        public double Share = 0;
    }
}
