using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Finds the edge nearest to a point: a uniform grid over the segments of the edges, read only once built. A grid
/// suits streets, whose segments are short and evenly spread; a search looks at the cells in rings around the point
/// and stops when the next ring cannot be nearer.
/// </summary>
public sealed class EdgeIndex
{
    private const double SegmentsPerCell = 2;
    private readonly WalkNetwork network;
    private readonly double minX;
    private readonly double minY;
    private readonly double cellMetres;
    private readonly int columns;
    private readonly int rows;
    private readonly int[] firstEntry;
    private readonly int[] entrySegment;
    private readonly int[] edgeOfSegment;

    /// <summary>Builds the index of a network.</summary>
    /// <param name="network">The network.</param>
    public EdgeIndex(WalkNetwork network)
    {
        this.network = network;
        edgeOfSegment = EdgeOfSegments(network);
        var (x, y) = (network.Edges.ShapeX, network.Edges.ShapeY);
        (minX, minY) = x.Length == 0 ? (0, 0) : (x.Min(), y.Min());
        var (width, height) = x.Length == 0 ? (1, 1) : (x.Max() - minX, y.Max() - minY);
        var cells = Math.Max(1, x.Length / SegmentsPerCell);
        // At least 20 m, so that a cell is not smaller than a segment; at most 4,096 a side, so that a far outlier
        // (two cities in one workspace) costs no memory.
        cellMetres = Math.Max(20, Math.Max(Math.Sqrt(width * height / cells), Math.Max(width, height) / 4096));
        columns = (int)(width / cellMetres) + 1;
        rows = (int)(height / cellMetres) + 1;
        (firstEntry, entrySegment) = Fill();
    }

    /// <summary>The position on the nearest edge within a distance, ties to the lower edge.</summary>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    /// <param name="withinMetres">Farthest position looked at.</param>
    /// <param name="accept">Which edges count; null for all.</param>
    /// <returns>The position, or null where no edge is near enough.</returns>
    public LinkPosition? Nearest(double x, double y, double withinMetres, Func<int, bool>? accept = null)
    {
        var best = new Best(withinMetres * withinMetres);
        var (column, row) = (Cell(x - minX), Cell(y - minY));
        for (var ring = 0; ; ring++)
        {
            // Whatever lies in this ring is at least so far away.
            var reach = (ring - 1) * cellMetres;
            if (reach > 0 && reach * reach > best.SquaredMetres)
            {
                break;
            }

            if (!SearchRing(column, row, ring, x, y, accept, ref best) && IsBeyond(column, row, ring))
            {
                break;
            }
        }

        return best.Segment < 0 ? null : Position(best);
    }

    private static int[] EdgeOfSegments(WalkNetwork network)
    {
        // Segment s runs from shape point s to s + 1; the last shape point of an edge starts no segment.
        var edge = new int[network.Edges.ShapeX.Length];
        for (var e = 0; e < network.EdgeCount; e++)
        {
            var (first, end) = (network.Edges.FirstShapePoint[e], network.Edges.FirstShapePoint[e + 1]);
            edge.AsSpan(first, end - first).Fill(e);
        }

        return edge;
    }

    private (int[] First, int[] Entries) Fill()
    {
        var first = new int[(columns * rows) + 1];
        ForEachCell((cell, _) => first[cell + 1]++);
        for (var c = 0; c < columns * rows; c++)
        {
            first[c + 1] += first[c];
        }

        var next = first.AsSpan(0, columns * rows).ToArray();
        var entries = new int[first[^1]];
        ForEachCell((cell, segment) => entries[next[cell]++] = segment);
        return (first, entries);
    }

    private void ForEachCell(Action<int, int> visit)
    {
        var (x, y) = (network.Edges.ShapeX, network.Edges.ShapeY);
        for (var s = 0; s + 1 < x.Length; s++)
        {
            if (edgeOfSegment[s] != edgeOfSegment[s + 1])
            {
                continue;
            }

            var (c1, c2) = Ordered(Cell(x[s] - minX), Cell(x[s + 1] - minX));
            var (r1, r2) = Ordered(Cell(y[s] - minY), Cell(y[s + 1] - minY));
            for (var r = r1; r <= r2; r++)
            {
                for (var c = c1; c <= c2; c++)
                {
                    visit((r * columns) + c, s);
                }
            }
        }
    }

    private static (int Low, int High) Ordered(int a, int b) => a < b ? (a, b) : (b, a);

    private int Cell(double metres) => (int)Math.Floor(metres / cellMetres);

    private bool IsBeyond(int column, int row, int ring) =>
        column - ring <= 0 && row - ring <= 0 && column + ring >= columns - 1 && row + ring >= rows - 1;

    /// <summary>Looks at the cells of one ring; false where the whole ring lies outside the grid.</summary>
    private bool SearchRing(
        int column, int row, int ring, double x, double y, Func<int, bool>? accept, ref Best best)
    {
        var (r1, r2) = (Math.Max(0, row - ring), Math.Min(rows - 1, row + ring));
        var inside = false;
        for (var r = r1; r <= r2; r++)
        {
            var edgeRow = r == row - ring || r == row + ring;
            var step = edgeRow || ring == 0 ? 1 : 2 * ring;
            for (var c = column - ring; c <= column + ring; c += step)
            {
                if (c < 0 || c >= columns)
                {
                    continue;
                }

                inside = true;
                SearchCell((r * columns) + c, x, y, accept, ref best);
            }
        }

        return inside;
    }

    private void SearchCell(int cell, double x, double y, Func<int, bool>? accept, ref Best best)
    {
        var (shapeX, shapeY) = (network.Edges.ShapeX, network.Edges.ShapeY);
        for (var k = firstEntry[cell]; k < firstEntry[cell + 1]; k++)
        {
            var s = entrySegment[k];
            var (ax, ay) = (shapeX[s], shapeY[s]);
            var (dx, dy) = (shapeX[s + 1] - ax, shapeY[s + 1] - ay);
            var squared = (dx * dx) + (dy * dy);
            var t = squared == 0 ? 0 : Math.Clamp((((x - ax) * dx) + ((y - ay) * dy)) / squared, 0, 1);
            var (px, py) = (ax + (t * dx) - x, ay + (t * dy) - y);
            var distance = (px * px) + (py * py);
            if (distance <= best.SquaredMetres && IsBetter(distance, s, best)
                && (accept is null || accept(edgeOfSegment[s])))
            {
                best = new Best(distance) { Segment = s, Share = t };
            }
        }
    }

    private static bool IsBetter(double distance, int segment, Best best) =>
        best.Segment < 0 || distance < best.SquaredMetres || (distance == best.SquaredMetres && segment < best.Segment);

    /// <summary>
    /// Turns a place on a segment into millimetres along the edge. The edge's own length counts, not that of its local
    /// drawing: the offset is scaled to it.
    /// </summary>
    private LinkPosition Position(Best best)
    {
        var edges = network.Edges;
        var edge = edgeOfSegment[best.Segment];
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

    private struct Best(double squaredMetres)
    {
        public double SquaredMetres = squaredMetres;
        public int Segment = -1;
        public double Share = 0;
    }
}
