using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Polygons;

/// <summary>
/// Tells quickly and exactly whether the rings of an area neither cross nor touch themselves or each other. Nearly all areas are
/// like that; the general test of the geometry library costs thirty times as much, most of it in building graphs.
/// </summary>
internal static class SimpleRings
{
    // Every pair of sides is looked at: 20,000 pairs here, fewer than 30 for a usual building.
    private const int MostNodes = 200;

    // Up to this extent cross products of 1e-7 degrees fit a long.
    private const long WidestE7 = 1_000_000_000;

    /// <summary>True where the rings are surely simple; false where they are not, or are too large to tell here.</summary>
    /// <param name="data">Where the nodes are.</param>
    /// <param name="rings">Positions of nodes; the last of a ring is the first again.</param>
    public static bool Are(OsmData data, IReadOnlyList<int[]> rings)
    {
        var (count, first) = (rings.Sum(r => r.Length), rings[0][0]);
        if (count > MostNodes || rings.Any(r => r.Length < 4))
        {
            return false;
        }

        Span<Side> sides = stackalloc Side[count - rings.Count];
        var at = 0;
        for (var r = 0; r < rings.Count; r++)
        {
            for (var i = 1; i < rings[r].Length; i++)
            {
                sides[at++] = new Side(r, PointOf(data, rings[r][i - 1], first), PointOf(data, rings[r][i], first));
            }
        }

        return HaveNoSpike(sides) && HaveNoMeeting(sides);
    }

    private static Point PointOf(OsmData data, int node, int origin) =>
        new((long)data.LonE7(node) - data.LonE7(origin), (long)data.LatE7(node) - data.LatE7(origin));

    private static bool HaveNoSpike(ReadOnlySpan<Side> sides)
    {
        var start = 0;
        for (var i = 0; i < sides.Length; i++)
        {
            start = sides[i].Ring == sides[start].Ring ? start : i;
            var next = i + 1 < sides.Length && sides[i + 1].Ring == sides[i].Ring ? i + 1 : start;
            var (a, b, c) = (sides[i].A, sides[i].B, sides[next].B);
            if (a == b || Math.Abs(a.X) > WidestE7 || Math.Abs(a.Y) > WidestE7
                || (TurnOf(a, b, c) == 0 && ((a.X - b.X) * (c.X - b.X)) + ((a.Y - b.Y) * (c.Y - b.Y)) > 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveNoMeeting(ReadOnlySpan<Side> sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            for (var j = i + 1; j < sides.Length; j++)
            {
                if (!AreNeighbours(sides, i, j) && Meet(sides[i], sides[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The last side of a ring is a neighbour of its first.
    private static bool AreNeighbours(ReadOnlySpan<Side> sides, int i, int j) =>
        sides[i].Ring == sides[j].Ring
        && (j == i + 1
            || ((i == 0 || sides[i - 1].Ring != sides[i].Ring) && (j + 1 == sides.Length || sides[j + 1].Ring != sides[j].Ring)));

    private static bool Meet(in Side a, in Side b) =>
        Math.Max(a.A.X, a.B.X) >= Math.Min(b.A.X, b.B.X) && Math.Max(b.A.X, b.B.X) >= Math.Min(a.A.X, a.B.X)
        && Math.Max(a.A.Y, a.B.Y) >= Math.Min(b.A.Y, b.B.Y) && Math.Max(b.A.Y, b.B.Y) >= Math.Min(a.A.Y, a.B.Y)
        && TurnOf(a.A, a.B, b.A) * TurnOf(a.A, a.B, b.B) <= 0 && TurnOf(b.A, b.B, a.A) * TurnOf(b.A, b.B, a.B) <= 0;

    private static int TurnOf(Point a, Point b, Point c) =>
        Math.Sign(((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X)));

    private readonly record struct Point(long X, long Y);

    private readonly record struct Side(int Ring, Point A, Point B);
}
