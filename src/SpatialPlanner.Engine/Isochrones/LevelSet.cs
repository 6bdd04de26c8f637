using System.Buffers;
using System.Numerics;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Where a field is at most a level, as rings around it: inside to the left, so outer rings run anticlockwise. Each
/// cell is two triangles (marching triangles: Doi &amp; Koide 1991 in the plane), which leaves no saddle to guess at,
/// and a larger level never gives up ground in any triangle. Corners lie on the sides of triangles, at least a 64th of a
/// side from its ends and on whole 64ths: no ring touches itself or another, and where two levels run together they
/// have the very same corners.
/// </summary>
internal sealed class LevelSet(WalkField field)
{
    private const int East = 0;
    private const int North = 1;
    private const int NorthEast = 2;
    private const int Sides = 3;
    private const int PartsOfSide = 64;
    private const int None = -1;

    /// <summary>
    /// Along a side the value changes by at most about twice its length, along a street and straight off it; where it
    /// changes more the two ends belong to different streets, and the border lies somewhere between.
    /// </summary>
    private const float SteepestRise = 3;

    private readonly FieldGrid grid = field.Grid;
    private readonly float[] values = field.Values;

    /// <summary>The rings of a level; the level counts as inside.</summary>
    /// <param name="level">Level, in the unit of the field.</param>
    public List<Coordinate[]> Rings(float level)
    {
        var next = ArrayPool<int>.Shared.Rent(Sides * grid.Count);
        var crossed = Segments(level, next);
        var rings = new List<Coordinate[]>();
        var ring = new List<Coordinate>();
        foreach (var start in crossed)
        {
            if (next[start] == None)
            {
                continue;
            }

            ring.Clear();
            for (var side = start; next[side] != None;)
            {
                ring.Add(Corner(side, level));
                (side, next[side]) = (next[side], None);
            }

            ring.Add(ring[0]);
            rings.Add([.. ring]);
        }

        ArrayPool<int>.Shared.Return(next);
        return rings;
    }

    /// <summary>Writes for each crossed side which side the ring crosses next; the crossed sides come back.</summary>
    private List<int> Segments(float level, int[] next)
    {
        var crossed = new List<int>();
        var columns = grid.Columns;
        for (var row = 0; row + 1 < grid.Rows; row++)
        {
            for (var column = 0; column < columns; column += Vector<float>.Count)
            {
                var at = (row * columns) + column;
                // The last vertices of a row are outside, with no cell to their east.
                var end = Math.Min(at + Vector<float>.Count, ((row + 1) * columns) - 1);
                if (!IsAlike(at, end, level))
                {
                    Cells(at, end, level, next, crossed);
                }
            }
        }

        return crossed;
    }

    /// <summary>True where the vertices of a row of cells are all inside, or all outside: most of them are.</summary>
    private bool IsAlike(int at, int end, float level)
    {
        var limit = new Vector<float>(level);
        var (low, high) = (new Vector<float>(values, at), new Vector<float>(values, at + grid.Columns));
        var (lowEast, highEast) = (values[end] <= level, values[end + grid.Columns] <= level);
        return lowEast == highEast && (lowEast
            ? Vector.LessThanOrEqualAll(low, limit) && Vector.LessThanOrEqualAll(high, limit)
            : Vector.GreaterThanAll(low, limit) && Vector.GreaterThanAll(high, limit));
    }

    private void Cells(int at, int end, float level, int[] next, List<int> crossed)
    {
        var columns = grid.Columns;
        var (lowWest, highWest) = (values[at] <= level, values[at + columns] <= level);
        for (; at < end; at++)
        {
            var (lowEast, highEast) = (values[at + 1] <= level, values[at + columns + 1] <= level);
            if (lowWest != highEast || lowEast != highEast)
            {
                Triangle(
                    (lowWest, lowEast, highEast),
                    ((at * Sides) + East, ((at + 1) * Sides) + North, (at * Sides) + NorthEast), next, crossed);
            }

            if (lowWest != highEast || highWest != highEast)
            {
                Triangle(
                    (lowWest, highEast, highWest),
                    ((at * Sides) + NorthEast, ((at + columns) * Sides) + East, (at * Sides) + North), next, crossed);
            }

            (lowWest, highWest) = (lowEast, highEast);
        }
    }

    /// <summary>The one segment of a mixed triangle; its corners and its sides run anticlockwise, side i from corner i.</summary>
    private static void Triangle(
        (bool A, bool B, bool C) inside, (int AB, int BC, int CA) side, int[] next, List<int> crossed)
    {
        var (from, to) = inside switch
        {
            (true, false, false) => (side.AB, side.CA),
            (false, true, false) => (side.BC, side.AB),
            (false, false, true) => (side.CA, side.BC),
            (false, true, true) => (side.CA, side.AB),
            (true, false, true) => (side.AB, side.BC),
            _ => (side.BC, side.CA),
        };
        next[from] = to;
        crossed.Add(from);
    }

    private Coordinate Corner(int side, float level)
    {
        var (at, direction) = (side / Sides, side % Sides);
        var (stepX, stepY) = (direction == North ? 0 : 1, direction == East ? 0 : 1);
        var parts = Parts(at, at + (stepY * grid.Columns) + stepX, level, direction);
        var (row, column) = Math.DivRem(at, grid.Columns);
        var part = grid.CellMetres / PartsOfSide;
        return new Coordinate(
            ((grid.Column0 + column) * grid.CellMetres) + (stepX * parts * part),
            ((grid.Row0 + row) * grid.CellMetres) + (stepY * parts * part));
    }

    /// <summary>Where a level crosses a side, in 64ths from its first end. A larger level never lies nearer to the inside.</summary>
    private int Parts(int first, int last, float level, int direction)
    {
        var (inner, outer) = values[first] <= level ? (first, last) : (last, first);
        var length = (float)grid.CellMetres * (direction == NorthEast ? 1.41421356f : 1);
        var rise = values[outer] - values[inner];
        var share = rise > SteepestRise * length
            ? Math.Min(Border(field.Distance(inner), field.Distance(outer), length), (level - values[inner]) / length)
            : (level - values[inner]) / rise;
        var parts = Math.Clamp((int)MathF.Round(share * PartsOfSide), 1, PartsOfSide - 1);
        return values[first] <= level ? parts : PartsOfSide - parts;
    }

    /// <summary>Where along a side the ground of one street ends: at its reach, or half way to the other street.</summary>
    private float Border(float inner, float outer, float length) => outer > field.Reach
        ? (field.Reach - inner) / (outer - inner)
        : (length + outer - inner) / (2 * length);
}
