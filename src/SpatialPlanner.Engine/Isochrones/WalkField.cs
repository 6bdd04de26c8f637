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

    /// <summary>Makes a field without streets.</summary>
    /// <param name="grid">Where its vertices lie.</param>
    /// <param name="reachMetres">
    /// How far a street reaches. Vertices up to a cell and a half farther get its value too: a border lies between two.
    /// </param>
    /// <param name="sides">
    /// On which side of which wall each vertex lies; a street is for the vertices of its own side. Null without walls.
    /// </param>
    public WalkField(FieldGrid grid, double reachMetres, int[]? sides = null)
    {
        Grid = grid;
        this.sides = sides;
        Reach = (float)reachMetres;
        reach = (float)(reachMetres + (1.5 * grid.CellMetres));
        squared = ArrayPool<float>.Shared.Rent(grid.Count);
        Values = ArrayPool<float>.Shared.Rent(grid.Count);
        squared.AsSpan(0, grid.Count).Fill(MathF.BitIncrement(reach * reach));
        Values.AsSpan(0, grid.Count).Fill(float.PositiveInfinity);
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
    public void Add((double X, double Y) a, (double X, double Y) b, float costA, float costB, int side)
    {
        var cell = (float)Grid.CellMetres;
        var (ax, ay) = ((float)(a.X - (Grid.Column0 * Grid.CellMetres)), (float)(a.Y - (Grid.Row0 * Grid.CellMetres)));
        var (dx, dy) = ((float)(b.X - a.X), (float)(b.Y - a.Y));
        var (west, east) = Range(ax, dx, Grid.Columns);
        var (south, north) = Range(ay, dy, Grid.Rows);
        west -= west % Vector<float>.Count;
        var length = (dx * dx) + (dy * dy);
        var (alongX, alongY) = length > 0 ? (dx / length, dy / length) : (0, 0);
        var ramp = Vector.CreateSequence(0f, cell);
        for (var row = south; row <= north; row++)
        {
            var y = (row * cell) - ay;
            for (var column = west; column <= east; column += Vector<float>.Count)
            {
                var at = (row * Grid.Columns) + column;
                var x = ramp + new Vector<float>((column * cell) - ax);
                var t = Vector.Min(Vector.Max((x * alongX) + new Vector<float>(y * alongY), Vector<float>.Zero), Vector<float>.One);
                var (offX, offY) = (x - (t * dx), new Vector<float>(y) - (t * dy));
                var here = (offX * offX) + (offY * offY);
                var before = new Vector<float>(squared, at);
                var nearer = Vector.LessThan(here, before);
                if (sides is not null)
                {
                    nearer &= Vector.Equals(new Vector<int>(sides, at), new Vector<int>(side));
                }

                if (Vector.EqualsAll(nearer, Vector<int>.Zero))
                {
                    continue;
                }

                Vector.ConditionalSelect(nearer, here, before).CopyTo(squared, at);
                var value = new Vector<float>(costA) + (t * (costB - costA)) + Vector.SquareRoot(here);
                Vector.ConditionalSelect(nearer, value, new Vector<float>(Values, at)).CopyTo(Values, at);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<float>.Shared.Return(squared);
        ArrayPool<float>.Shared.Return(Values);
    }

    private (int First, int Last) Range(float start, float along, int count)
    {
        var (low, high) = (start + Math.Min(0, along) - reach, start + Math.Max(0, along) + reach);
        var cell = (float)Grid.CellMetres;
        return (Math.Max(0, (int)MathF.Ceiling(low / cell)), Math.Min(count - 1, (int)MathF.Floor(high / cell)));
    }
}
