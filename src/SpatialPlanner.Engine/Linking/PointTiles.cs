namespace SpatialPlanner.Engine.Linking;

/// <summary>Points by square tiles of their extent: a share of work whose points lie near each other.</summary>
internal sealed class PointTiles
{
    private const int PointsPerTile = 256;
    private const int MostTilesASide = 128;
    private readonly int[] firstPoint;
    private readonly int[] points;

    /// <summary>Sorts points into tiles by counting.</summary>
    /// <param name="x">East of each point, metres.</param>
    /// <param name="y">North of each point, metres.</param>
    public PointTiles(double[] x, double[] y)
    {
        var side = (int)Math.Clamp(Math.Sqrt(x.Length / (double)PointsPerTile), 1, MostTilesASide);
        var (columns, rows) = (Places(x, side), Places(y, side));
        var tileOf = new int[x.Length];
        firstPoint = new int[(side * side) + 1];
        for (var p = 0; p < tileOf.Length; p++)
        {
            tileOf[p] = (rows.Of(y[p]) * side) + columns.Of(x[p]);
            firstPoint[tileOf[p] + 1]++;
        }

        for (var t = 1; t < firstPoint.Length; t++)
        {
            firstPoint[t] += firstPoint[t - 1];
        }

        var next = firstPoint.AsSpan().ToArray();
        points = new int[x.Length];
        for (var p = 0; p < points.Length; p++)
        {
            points[next[tileOf[p]]++] = p;
        }
    }

    /// <summary>Number of tiles.</summary>
    public int Count => firstPoint.Length - 1;

    /// <summary>The points of a tile, rising.</summary>
    /// <param name="tile">Tile.</param>
    public ReadOnlySpan<int> PointsOf(int tile) => points.AsSpan(firstPoint[tile]..firstPoint[tile + 1]);

    private static Scale Places(double[] values, int side)
    {
        var (least, most) = values.Length == 0 ? (0, 0) : (values.Min(), values.Max());
        return new Scale(least, most > least ? side / (most - least) : 0, side - 1);
    }

    private readonly record struct Scale(double Least, double PerMetre, int Last)
    {
        public int Of(double value) => (int)Math.Clamp((value - Least) * PerMetre, 0, Last);
    }
}
