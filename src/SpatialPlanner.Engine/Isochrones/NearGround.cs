using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Says roughly, by blocks of vertices, whether an edge is within a field's reach of ground below a level.</summary>
internal sealed class NearGround
{
    private const int BlockShift = 3;
    private readonly FieldGrid grid;
    private readonly double reach;
    private readonly int columns;
    private readonly bool[] hasGround;

    /// <summary>Looks over a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="level">The level; it counts.</param>
    public NearGround(WalkField field, float level)
    {
        (grid, reach) = (field.Grid, field.Reach);
        columns = (grid.Columns >> BlockShift) + 1;
        hasGround = new bool[columns * ((grid.Rows >> BlockShift) + 1)];
        for (var row = 0; row < grid.Rows; row++)
        {
            var values = field.Values.AsSpan(row * grid.Columns, grid.Columns);
            var blocks = hasGround.AsSpan((row >> BlockShift) * columns, columns);
            for (var column = 0; column < values.Length; column++)
            {
                blocks[column >> BlockShift] |= values[column] <= level;
            }
        }
    }

    /// <summary>True where one of the vertices within reach of an edge may be such ground.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="edge">Edge.</param>
    public bool Touches(EdgeColumns edges, int edge)
    {
        for (var s = edges.FirstShapePoint[edge]; s + 1 < edges.FirstShapePoint[edge + 1]; s++)
        {
            if (HasGround(edges.ShapeX[s], edges.ShapeY[s], edges.ShapeX[s + 1], edges.ShapeY[s + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasGround(double ax, double ay, double bx, double by)
    {
        var (west, east) = Blocks(Math.Min(ax, bx), Math.Max(ax, bx), grid.Column0, grid.Columns);
        var (south, north) = Blocks(Math.Min(ay, by), Math.Max(ay, by), grid.Row0, grid.Rows);
        for (var row = south; row <= north; row++)
        {
            for (var column = west; column <= east; column++)
            {
                if (hasGround[(row * columns) + column])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private (int First, int Last) Blocks(double low, double high, int origin, int count)
    {
        int Block(double metres) =>
            Math.Clamp((int)Math.Floor(metres / grid.CellMetres) - origin, 0, count - 1) >> BlockShift;
        return (Block(low - reach), Block(high + reach));
    }
}
