using System.Buffers;
using System.Numerics;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// A value at each vertex of a grid, made from the street nearest to it: the cost there and the straight way from it.
/// Vertices with no street near have no value (infinity). Metres in single precision: a millimetre at 16 km.
/// </summary>
internal sealed class WalkField : IDisposable
{
    private readonly float reach;
    private readonly float[] squared;
    private readonly int[]? sides;
    private readonly float[] worst;

    /// <summary>Makes a field without streets.</summary>
    /// <param name="grid">Where its vertices lie.</param>
    /// <param name="reachMetres">
    /// How far a street reaches. Vertices up to a cell and a half farther get its value too: a border lies between two.
    /// </param>
    /// <param name="sides">
    /// On which side of which wall each vertex lies; a street is for the vertices of its own side. Null without walls.
    /// Rented from the shared pool; the field gives it back.
    /// </param>
    public WalkField(FieldGrid grid, double reachMetres, int[]? sides = null)
    {
        Grid = grid;
        this.sides = sides;
        Reach = (float)reachMetres;
        reach = (float)(reachMetres + (1.5 * grid.CellMetres));
        squared = ArrayPool<float>.Shared.Rent(grid.Count);
        Values = ArrayPool<float>.Shared.Rent(grid.Count);
        worst = new float[grid.Count / (FieldGrid.BlockColumns * FieldGrid.BlockRows)];
        squared.AsSpan(0, grid.Count).Fill(MathF.BitIncrement(reach * reach));
        Values.AsSpan(0, grid.Count).Fill(float.PositiveInfinity);
        worst.AsSpan().Fill(float.PositiveInfinity);
    }

    /// <summary>Where the vertices lie.</summary>
    public FieldGrid Grid { get; }

    /// <summary>Value of each vertex, row by row from the south; longer than the grid.</summary>
    public float[] Values { get; }

    /// <summary>How far a street reaches, metres.</summary>
    public float Reach { get; }

    /// <summary>Distance of a vertex from the street nearest to it, metres.</summary>
    /// <param name="vertex">Vertex.</param>
    public float Distance(int vertex) => MathF.Sqrt(squared[vertex]);

    /// <summary>Takes the values of vertices that lie beyond the reach of every street.</summary>
    public void Trim()
    {
        var (most, none) = (new Vector<float>(Reach * Reach), new Vector<float>(float.PositiveInfinity));
        for (var at = 0; at < Grid.Count; at += Vector<float>.Count)
        {
            var near = Vector.LessThanOrEqual(new Vector<float>(squared, at), most);
            Vector.ConditionalSelect(near, new Vector<float>(Values, at), none).CopyTo(Values, at);
        }
    }

    /// <summary>Adds a straight piece of street along which the cost runs evenly. Ties stay with the piece before.</summary>
    /// <param name="a">One end, local metres.</param>
    /// <param name="b">The other end.</param>
    /// <param name="costA">Cost at the one end, paced metres.</param>
    /// <param name="costB">Cost at the other end.</param>
    /// <param name="side">On which side of which wall it lies.</param>
    /// <param name="rows">Rows of blocks to write to: threads that have other rows may add at the same time.</param>
    public void Add(
        (double X, double Y) a, (double X, double Y) b, float costA, float costB, int side, (int First, int Last) rows)
    {
        var (ax, ay) = ((float)(a.X - (Grid.Column0 * Grid.CellMetres)), (float)(a.Y - (Grid.Row0 * Grid.CellMetres)));
        var (dx, dy) = ((float)(b.X - a.X), (float)(b.Y - a.Y));
        var piece = new Piece(ax, ay, dx, dy, costA, costB - costA, side);
        var (west, east) = Blocks(ax, dx, FieldGrid.BlockColumns, Grid.Columns);
        var (south, north) = Blocks(ay, dy, FieldGrid.BlockRows, Grid.Rows);
        for (var row = Math.Max(south, rows.First); row <= Math.Min(north, rows.Last); row++)
        {
            var gapY = Gap(ay, dy, row, FieldGrid.BlockRows);
            for (var column = west; column <= east; column++)
            {
                var gapX = Gap(ax, dx, column, FieldGrid.BlockColumns);
                var block = (row * (Grid.Columns / FieldGrid.BlockColumns)) + column;
                // Nothing in the block can be nearer to this piece; the factor is above any rounding.
                if (((gapX * gapX) + (gapY * gapY)) * 0.9999f < worst[block])
                {
                    worst[block] = AddToBlock(piece, row * FieldGrid.BlockRows, column * FieldGrid.BlockColumns);
                }
            }
        }
    }

    /// <summary>Adds a piece to the vertices of one block; the farthest of them from its nearest street comes back.</summary>
    private float AddToBlock(in Piece piece, int firstRow, int column)
    {
        var cell = (float)Grid.CellMetres;
        var x = Vector.CreateSequence((column * cell) - piece.X, cell);
        var length = (piece.AlongX * piece.AlongX) + (piece.AlongY * piece.AlongY);
        var inverse = length > 0 ? 1 / length : 0;
        var alongX = x * (piece.AlongX * inverse);
        var farthest = Vector<float>.Zero;
        for (var row = firstRow; row < firstRow + FieldGrid.BlockRows; row++)
        {
            var at = (row * Grid.Columns) + column;
            var y = (row * cell) - piece.Y;
            var t = Vector.Min(
                Vector.Max(alongX + new Vector<float>(y * piece.AlongY * inverse), Vector<float>.Zero), Vector<float>.One);
            var (offX, offY) = (x - (t * piece.AlongX), new Vector<float>(y) - (t * piece.AlongY));
            var here = (offX * offX) + (offY * offY);
            var before = new Vector<float>(squared, at);
            var nearer = Vector.LessThan(here, before);
            if (sides is not null)
            {
                nearer &= Vector.Equals(new Vector<int>(sides, at), new Vector<int>(piece.Side));
            }

            if (!Vector.EqualsAll(nearer, Vector<int>.Zero))
            {
                var value = new Vector<float>(piece.Cost) + (t * piece.Rise) + Vector.SquareRoot(here);
                Vector.ConditionalSelect(nearer, value, new Vector<float>(Values, at)).CopyTo(Values, at);
                before = Vector.ConditionalSelect(nearer, here, before);
                before.CopyTo(squared, at);
            }

            farthest = Vector.Max(farthest, before);
        }

        return Largest(farthest);
    }

    private static float Largest(Vector<float> values)
    {
        Span<float> each = stackalloc float[Vector<float>.Count];
        values.CopyTo(each);
        var largest = 0f;
        foreach (var value in each)
        {
            largest = value > largest ? value : largest;
        }

        return largest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(squared);
        ArrayPool<float>.Shared.Return(Values);
        if (sides is not null)
        {
            ArrayPool<int>.Shared.Return(sides);
        }
    }

    private (int First, int Last) Blocks(float start, float along, int vertices, int count)
    {
        var block = (float)Grid.CellMetres * vertices;
        var (low, high) = (start + Math.Min(0, along) - reach, start + Math.Max(0, along) + reach);
        return (Math.Max(0, (int)MathF.Floor(low / block)), Math.Min((count / vertices) - 1, (int)MathF.Floor(high / block)));
    }

    /// <summary>How far a column or row of blocks is from a piece; 0 beside it.</summary>
    private float Gap(float start, float along, int block, int vertices)
    {
        var (low, high) = (start + Math.Min(0, along), start + Math.Max(0, along));
        var first = block * vertices * (float)Grid.CellMetres;
        return Math.Max(0, Math.Max(first - high, low - first - ((vertices - 1) * (float)Grid.CellMetres)));
    }

    /// <summary>A straight piece of street, metres from the first vertex; its cost and how much that rises to its end.</summary>
    private readonly record struct Piece(
        float X, float Y, float AlongX, float AlongY, float Cost, float Rise, int Side);
}
