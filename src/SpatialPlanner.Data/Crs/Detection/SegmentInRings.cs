namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>How much of a segment lies inside a polygon.</summary>
internal static class SegmentInRings
{
    /// <summary>Length of the part of a–b inside the rings, by the even-odd rule.</summary>
    /// <param name="a">One end, metres.</param>
    /// <param name="b">The other end.</param>
    /// <param name="rings">Closed rings, holes among them.</param>
    /// <param name="shares">Scratch.</param>
    public static double Metres(
        (double X, double Y) a, (double X, double Y) b, (double X, double Y)[][] rings, List<double> shares)
    {
        shares.Clear();
        shares.Add(0);
        shares.Add(1);
        var (dx, dy, isInside) = (b.X - a.X, b.Y - a.Y, false);
        foreach (var ring in rings)
        {
            for (var i = 0; i + 1 < ring.Length; i++)
            {
                var (p, q) = (ring[i], ring[i + 1]);

                // Whether a ray to the east from a crosses the side.
                if (p.Y > a.Y != q.Y > a.Y && p.X + ((a.Y - p.Y) / (q.Y - p.Y) * (q.X - p.X)) > a.X)
                {
                    isInside = !isInside;
                }

                var (ex, ey) = (q.X - p.X, q.Y - p.Y);
                var cross = (dx * ey) - (dy * ex);
                var (t, u) = ((((p.X - a.X) * ey) - ((p.Y - a.Y) * ex)) / cross, (((p.X - a.X) * dy) - ((p.Y - a.Y) * dx)) / cross);
                if (cross != 0 && t is > 0 and < 1 && u is >= 0 and < 1)
                {
                    shares.Add(t);
                }
            }
        }

        shares.Sort();
        var inside = 0.0;
        for (var i = 0; i + 1 < shares.Count; i++, isInside = !isInside)
        {
            inside += isInside ? shares[i + 1] - shares[i] : 0;
        }

        return inside * Math.Sqrt((dx * dx) + (dy * dy));
    }
}
