using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// A uniform grid over the segments of a network's edges: each cell knows the segments that may cross it. Segment s
/// runs from shape point s to s + 1. Read only once built.
/// </summary>
internal sealed class SegmentGrid
{
    private const double CellsPerSegment = 1;

    // A cell is not smaller than most segments, and a far outlier (two cities in one workspace) costs no memory.
    private const double SmallestCellMetres = 20;
    private const int MostCellsASide = 4096;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double cellsPerMetre;

    /// <summary>Builds the grid.</summary>
    /// <param name="edges">The edges.</param>
    public SegmentGrid(EdgeColumns edges)
    {
        (x, y) = (edges.ShapeX, edges.ShapeY);
        (MinX, var width) = Extent(x);
        (MinY, var height) = Extent(y);
        var cells = Math.Max(1, (x.Length - edges.Count) * CellsPerSegment);
        CellMetres = Math.Max(
            SmallestCellMetres, Math.Max(Math.Sqrt(width * height / cells), Math.Max(width, height) / MostCellsASide));
        cellsPerMetre = 1 / CellMetres;
        (Columns, Rows) = (Cell(width) + 1, Cell(height) + 1);
        FirstEntry = new int[(Columns * Rows) + 1];
        Segments = [];
        Visit(edges, store: false);
        for (var c = 1; c < FirstEntry.Length; c++)
        {
            FirstEntry[c] += FirstEntry[c - 1];
        }

        // From the last segment to the first, each put before those already there: a cell's segments then rise, and
        // the counts have become the places.
        Segments = new int[FirstEntry[^1]];
        Visit(edges, store: true);
    }

    /// <summary>West side, metres.</summary>
    public double MinX { get; }

    /// <summary>South side, metres.</summary>
    public double MinY { get; }

    /// <summary>Side of a cell, metres.</summary>
    public double CellMetres { get; }

    /// <summary>Number of columns; cell = row × columns + column.</summary>
    public int Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>First entry of each cell in <see cref="Segments"/>, and one more: the number of entries.</summary>
    public int[] FirstEntry { get; }

    /// <summary>The segments by cell, rising within a cell.</summary>
    public int[] Segments { get; }

    /// <summary>Column or row of a place; negative or too large outside the grid.</summary>
    /// <param name="metres">Metres from the west or south side.</param>
    public int Cell(double metres) => (int)Math.Floor(metres * cellsPerMetre);

    private static (double Least, double Length) Extent(double[] values)
    {
        if (values.Length == 0)
        {
            return (0, 1);
        }

        var least = values.Min();
        return (least, values.Max() - least);
    }

    private void Visit(EdgeColumns edges, bool store)
    {
        for (var e = edges.Count - 1; e >= 0; e--)
        {
            for (var s = edges.FirstShapePoint[e + 1] - 2; s >= edges.FirstShapePoint[e]; s--)
            {
                VisitCells(s, store);
            }
        }
    }

    private void VisitCells(int segment, bool store)
    {
        var (c1, c2) = Ordered(Cell(x[segment] - MinX), Cell(x[segment + 1] - MinX));
        var (r1, r2) = Ordered(Cell(y[segment] - MinY), Cell(y[segment + 1] - MinY));
        var isSlanted = c1 != c2 && r1 != r2;
        for (var r = r1; r <= r2; r++)
        {
            for (var c = c1; c <= c2; c++)
            {
                if (isSlanted && !Crosses(segment, c, r))
                {
                    continue;
                }

                var cell = (r * Columns) + c;
                if (store)
                {
                    Segments[--FirstEntry[cell]] = segment;
                }
                else
                {
                    FirstEntry[cell]++;
                }
            }
        }
    }

    /// <summary>
    /// True where a cell lies on both sides of a segment's line (or within a millimetre of it), of a cell within the
    /// segment's box: the separating axis across the segment.
    /// </summary>
    private bool Crosses(int segment, int column, int row)
    {
        var (dx, dy) = (x[segment + 1] - x[segment], y[segment + 1] - y[segment]);
        var (px, py) = (MinX + ((column + 0.5) * CellMetres) - x[segment], MinY + ((row + 0.5) * CellMetres) - y[segment]);
        return Math.Abs((dx * py) - (dy * px)) <= ((CellMetres / 2) + 0.001) * (Math.Abs(dx) + Math.Abs(dy));
    }

    private static (int Low, int High) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
