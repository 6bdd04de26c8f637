using SpatialPlanner.Engine.Isochrones;

namespace SpatialPlanner.Engine.Patches;

/// <summary>
/// How deep in the ground each vertex of a grid lies: its distance from the nearest vertex that is no ground, exactly, in time
/// that grows with the number of vertices (Felzenszwalb and Huttenlocher 2012, Theory of Computing 8: columns first, then the
/// lower envelope of one parabola a column for each row).
/// </summary>
internal sealed class GroundDepth
{
    private readonly FieldGrid grid;
    private readonly double[] squaredCells;

    /// <summary>Measures.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="isGround">What is ground; some vertex is none.</param>
    public GroundDepth(FieldGrid grid, bool[] isGround)
    {
        this.grid = grid;
        squaredCells = new double[grid.Count];
        for (var column = 0; column < grid.Columns; column++)
        {
            AlongColumn(column, isGround);
        }

        var (parabolas, from, row) = (new int[grid.Columns], new double[grid.Columns + 1], new double[grid.Columns]);
        for (var at = 0; at < grid.Count; at += grid.Columns)
        {
            AlongRow(squaredCells.AsSpan(at, grid.Columns), parabolas, from, row);
        }
    }

    /// <summary>Metres to what is no ground; 0 where the vertex is none itself.</summary>
    /// <param name="vertex">Vertex.</param>
    public float Metres(int vertex) => (float)(Math.Sqrt(squaredCells[vertex]) * grid.CellMetres);

    private void AlongColumn(int column, bool[] isGround)
    {
        var far = (double)grid.Rows + grid.Columns;
        var distance = far;
        for (var at = column; at < squaredCells.Length; at += grid.Columns)
        {
            distance = isGround[at] ? distance + 1 : 0;
            squaredCells[at] = distance;
        }

        distance = far;
        for (var at = squaredCells.Length - grid.Columns + column; at >= 0; at -= grid.Columns)
        {
            distance = Math.Min(distance + 1, squaredCells[at]);
            squaredCells[at] = distance * distance;
        }
    }

    private static void AlongRow(Span<double> height, int[] parabolas, double[] from, double[] row)
    {
        height.CopyTo(row);
        var last = 0;
        (parabolas[0], from[0], from[1]) = (0, double.NegativeInfinity, double.PositiveInfinity);
        for (var q = 1; q < row.Length; q++)
        {
            double Meet() => (row[q] + ((double)q * q) - row[parabolas[last]] - ((double)parabolas[last] * parabolas[last]))
                / (2.0 * (q - parabolas[last]));
            var meet = Meet();
            while (meet <= from[last])
            {
                last--;
                meet = Meet();
            }

            last++;
            (parabolas[last], from[last], from[last + 1]) = (q, meet, double.PositiveInfinity);
        }

        for (int q = 0, k = 0; q < row.Length; q++)
        {
            while (from[k + 1] < q)
            {
                k++;
            }

            height[q] = ((double)(q - parabolas[k]) * (q - parabolas[k])) + row[parabolas[k]];
        }
    }
}
